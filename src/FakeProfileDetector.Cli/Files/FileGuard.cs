namespace FakeProfileDetector.Cli.Files;

/// <summary>
/// The files of one command: none that is written may be one that is read, a store, or another that is written, by whatever
/// spelling, link or case. Name those read first, then stores, then those written, and all before any is touched.
/// </summary>
internal sealed class FileGuard
{
    private static readonly string[] StoreCompanions = ["-wal", "-shm", "-journal"];

    private readonly StringComparison _comparison;
    private readonly List<Entry> _entries = [];

    internal FileGuard()
        : this(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
    {
    }

    /// <param name="comparison">How the system compares the names of files that do not exist yet.</param>
    internal FileGuard(StringComparison comparison) => _comparison = comparison;

    /// <summary>Notes a file that is read; null is none.</summary>
    internal FileGuard Reads(string what, FileInfo? file) => Add(what, file?.ToString(), isWritten: false);

    /// <summary>Notes a file that is written; null is none.</summary>
    /// <exception cref="CliException">It is one of the files noted before.</exception>
    internal FileGuard Writes(string option, FileInfo? file) => Add($"the file of {option}", file?.ToString(), isWritten: true, option);

    /// <summary>Notes a store, which SQLite keeps in several files; null is none.</summary>
    /// <exception cref="CliException">It is one of the files noted before.</exception>
    internal FileGuard Keeps(string option, FileInfo? store)
    {
        if (store is null)
        {
            return this;
        }

        Add("the store", store.ToString(), isWritten: true, option);
        foreach (var companion in StoreCompanions)
        {
            Add("part of the store", RealPath.Of(store.FullName) + companion, isWritten: true, option);
        }

        return this;
    }

    /// <summary>What of the files written a path names, or null.</summary>
    internal string? WrittenAs(string path)
    {
        if (_entries.TrueForAll(entry => !entry.IsWritten || entry.Status.Kind == FileKind.None))
        {
            // What does not exist yet cannot be read either.
            return null;
        }

        var status = FileStatus.Of(path);
        return _entries.Find(entry => entry.IsWritten && entry.Status.IsSameFile(status)) is { } same ? same.What : null;
    }

    private FileGuard Add(string what, string? path, bool isWritten, string option = "")
    {
        if (path is not null)
        {
            var added = new Entry(what, path, RealPath.Of(path), FileStatus.Of(path), isWritten);
            if (_entries.Find(entry => (isWritten || entry.IsWritten) && IsSame(entry, added)) is { } other)
            {
                throw new CliException($"{option} {path} is {other.What} {other.Path}; name another file to write to.");
            }

            _entries.Add(added);
        }

        return this;
    }

    private bool IsSame(Entry one, Entry other) =>
        one.Status.IsSameFile(other.Status)

        // Two that write to /dev/null harm nobody.
        || (one.Status.Kind != FileKind.Special && string.Equals(one.Real, other.Real, _comparison));

    private sealed record Entry(string What, string Path, string Real, FileStatus Status, bool IsWritten);
}
