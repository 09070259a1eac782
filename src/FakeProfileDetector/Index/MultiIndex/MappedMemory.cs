using System.Runtime.InteropServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Memory that comes from the system and goes back to it as soon as it is freed, on Linux.</summary>
/// <remarks>
/// The C library keeps what was freed, in one arena for each thread. An index that grows replaces its tables all the time: up to
/// twice the memory of its content stayed with the process for nothing.
/// </remarks>
internal static unsafe partial class MappedMemory
{
    // Below it a mapping of its own costs more than it can save.
    private const nuint LeastLength = 256 * 1024;

    // Random look-ups in gigabytes miss the table of pages more often than the cache; pages of 2 MB take that away.
    private const nuint HugePageLength = 2 * 1024 * 1024;

    // As all systems define them on which .NET runs under Linux.
    private const int ReadAndWrite = 0x1 | 0x2;
    private const int PrivateAndAnonymous = 0x2 | 0x20;
    private const int AdviseHugePages = 14;
    private const nint Failed = -1;

    /// <summary>Whether so many bytes should be mapped here.</summary>
    internal static bool IsWorthwhile(nuint length) => length >= LeastLength && OperatingSystem.IsLinux();

    /// <summary>Maps zeros; a page takes memory once it is written.</summary>
    /// <exception cref="InsufficientMemoryException">The system has no more.</exception>
    internal static void* Map(nuint length)
    {
        if (length < HugePageLength)
        {
            return MapAnywhere(length);
        }

        var mapped = (byte*)MapAnywhere(length + HugePageLength);
        var mappedEnd = mapped + length + HugePageLength;
        var begin = UpTo(HugePageLength, mapped);
        var end = UpTo((nuint)Environment.SystemPageSize, begin + length);
        if (begin > mapped)
        {
            Unmap(mapped, (nuint)(begin - mapped));
        }

        Unmap(end, (nuint)(mappedEnd - end));

        // Advice only: where it is refused, everything works with small pages.
        _ = Advise(begin, length, AdviseHugePages);
        return begin;
    }

    /// <summary>Gives whole pages back: those of a mapping, or of a part of it.</summary>
    internal static void Unmap(void* begin, nuint length) => _ = UnmapPages(begin, length);

    private static void* MapAnywhere(nuint length)
    {
        var begin = MapPages(null, length, ReadAndWrite, PrivateAndAnonymous, file: -1, offset: 0);
        return (nint)begin == Failed ? throw new InsufficientMemoryException("The system has no memory left for the index.") : begin;
    }

    private static byte* UpTo(nuint multiple, byte* address) => (byte*)(((nuint)address + multiple - 1) & ~(multiple - 1));

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MapPages(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int UnmapPages(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
