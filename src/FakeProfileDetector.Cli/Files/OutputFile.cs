using System.Collections.Concurrent;

namespace FakeProfileDetector.Cli.Files;

/// <summary>
/// A file being written. It stands under a temporary name beside its own until it is complete, so that a run that fails or is
/// interrupted leaves what was there before. Devices and pipes, such as /dev/null and /dev/stdout, are written to as they are.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Temporaries = new(StringComparer.Ordinal);

    private readonly string _final;
    private readonly string? _temporary;
    private bool _isComplete;

    private OutputFile(string final, string? temporary)
    {
        _final = final;
        _temporary = temporary;
        Stream = temporary is null
            ? new FileStream(final, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)
            : new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Writer = new(Stream, bufferSize: 16 * 1024, leaveOpen: true);
    }

    /// <summary>Takes text.</summary>
    internal StreamWriter Writer { get; }

    /// <summary>Takes bytes; not to be mixed with text.</summary>
    internal FileStream Stream { get; }

    /// <summary>Starts writing; missing folders are made.</summary>
    /// <exception cref="IOException">The file or its folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written, or it is a folder.</exception>
    internal static OutputFile Create(FileInfo target)
    {
        var real = RealPath.Of(target.FullName);
        var kind = FileStatus.Of(real).Kind;
        if (kind == FileKind.Special || RealPath.IsOfProcess(real))
        {
            return new(real, temporary: null);
        }

        var folder = Path.GetDirectoryName(real)!;
        Directory.CreateDirectory(folder);
        if (kind != FileKind.None)
        {
            // A file that may not be written must not be replaced either; and a folder says so now.
            File.OpenHandle(real, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }

        var temporary = Path.Combine(folder, $".{Path.GetFileName(real)}.{Path.GetRandomFileName()}.tmp");
        Temporaries[temporary] = true;
        var file = new OutputFile(real, temporary);
        if (kind == FileKind.Regular && !OperatingSystem.IsWindows())
        {
            // Who may read the old file may read the new one, and nobody else.
            File.SetUnixFileMode(file.Stream.SafeFileHandle, File.GetUnixFileMode(real));
        }

        return file;
    }

    /// <summary>Deletes what a process that ends at once would leave behind.</summary>
    internal static void RemoveTemporaries()
    {
        foreach (var path in Temporaries.Keys)
        {
            Remove(path);
        }
    }

    /// <summary>Gives the file its name; all is written.</summary>
    internal void Complete()
    {
        Writer.Flush();
        Stream.Dispose();
        if (_temporary is not null)
        {
            File.Move(_temporary, _final, overwrite: true);
            Temporaries.TryRemove(_temporary, out _);
        }

        _isComplete = true;
    }

    /// <summary>Ends the writing; what is not complete is removed.</summary>
    public void Dispose()
    {
        if (_isComplete)
        {
            return;
        }

        // The writer is not flushed: what failed once fails again, on a full disk for one.
        Stream.Dispose();
        if (_temporary is not null)
        {
            Remove(_temporary);
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
            Temporaries.TryRemove(temporary, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Why the run failed matters more to the user than the file that it leaves.
        }
    }
}
