using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FakeProfileDetector.Cli.Files;

/// <summary>What stands at a path, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or nothing that may be looked at.</summary>
    None,

    /// <summary>An ordinary file.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A device, pipe or socket: reading it may take for ever, and writing to it replaces nothing.</summary>
    Special,
}

/// <summary>The kind of a file, and which file it is: two paths with an equal number on one volume are one file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Volume">The volume; 0 where the system does not tell.</param>
/// <param name="Number">Its number on the volume; 0 where the system does not tell.</param>
internal readonly partial record struct FileStatus(FileKind Kind, ulong Volume = 0, ulong Number = 0)
{
    /// <summary>Looks at a path without opening what may block.</summary>
    internal static FileStatus Of(string path)
    {
        // A name that no file can have; asked natively it would end at the null.
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return default;
        }

        return (OperatingSystem.IsLinux() ? Linux.Read(path)
                : OperatingSystem.IsMacOS() ? MacOS.Read(path)
                : OperatingSystem.IsWindows() ? Windows.Read(path)
                : null)
            ?? new(Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.Regular : FileKind.None);
    }

    /// <summary>Whether both are one ordinary file by what the system says.</summary>
    internal bool IsSameFile(FileStatus other) => Kind == FileKind.Regular && Number != 0 && this == other;

    private static FileKind KindOf(int mode) => (mode & 0xF000) switch
    {
        0x8000 => FileKind.Regular,
        0x4000 => FileKind.Folder,
        _ => FileKind.Special,
    };

    private static partial class Linux
    {
        private const int CurrentFolder = -100;
        private const uint TypeAndNumber = 0x1 | 0x100;

        // struct statx is the same on every architecture: mode at 28, number at 32, volume at 136 and 140.
        internal static FileStatus? Read(string path)
        {
            Span<byte> status = stackalloc byte[256];
            return StatX(CurrentFolder, path, 0, TypeAndNumber, ref MemoryMarshal.GetReference(status)) == 0
                ? new FileStatus(
                    KindOf(BitConverter.ToUInt16(status[28..])),
                    ((ulong)BitConverter.ToUInt32(status[136..]) << 32) | BitConverter.ToUInt32(status[140..]),
                    BitConverter.ToUInt64(status[32..]))
                : null;
        }

        [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial int StatX(int folder, string path, int flags, uint mask, ref byte status);
    }

    private static partial class MacOS
    {
        // struct stat with 64-bit numbers: volume at 0, mode at 4, number at 8.
        internal static FileStatus? Read(string path)
        {
            Span<byte> status = stackalloc byte[256];
            ref var first = ref MemoryMarshal.GetReference(status);
            return (RuntimeInformation.ProcessArchitecture == Architecture.X64 ? Stat64(path, ref first) : Stat(path, ref first)) == 0
                ? new FileStatus(
                    KindOf(BinaryPrimitives.ReadUInt16LittleEndian(status[4..])),
                    BinaryPrimitives.ReadUInt32LittleEndian(status),
                    BinaryPrimitives.ReadUInt64LittleEndian(status[8..]))
                : null;
        }

        [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial int Stat64(string path, ref byte status);

        [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial int Stat(string path, ref byte status);
    }

    private static partial class Windows
    {
        // Volume at 28, number at 44 and 48 of BY_HANDLE_FILE_INFORMATION.
        internal static FileStatus? Read(string path)
        {
            if (Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal))
            {
                return new FileStatus(FileKind.Special);
            }

            try
            {
                using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                Span<byte> status = stackalloc byte[52];
                return GetFileInformationByHandle(file, ref MemoryMarshal.GetReference(status))
                    ? new FileStatus(
                        FileKind.Regular,
                        BitConverter.ToUInt32(status[28..]),
                        ((ulong)BitConverter.ToUInt32(status[44..]) << 32) | BitConverter.ToUInt32(status[48..]))
                    : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A folder, nothing, or a file that is locked: the path itself must do.
                return null;
            }
        }

        [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandle")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        private static partial bool GetFileInformationByHandle(SafeFileHandle file, ref byte status);
    }
}
