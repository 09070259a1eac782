namespace FakeProfileDetector.Benchmarks.Shared.Data;

/// <summary>Where the labeled data is: it belongs to others, so it lies beside the repository and not in it.</summary>
internal sealed class DataFolder
{
    private readonly string _root;

    private DataFolder(string root) => _root = root;

    /// <summary>Opens the folder named, or the one beside or above.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    internal static DataFolder Open(DirectoryInfo? named) => named switch
    {
        { Exists: true } => new(named.FullName),
        { } => throw new DirectoryNotFoundException($"There is no folder {named.FullName}; name the folder of the data with --data."),
        null => new(SharedFolder.Find()
            ?? throw new DirectoryNotFoundException($"There is no folder {SharedFolder.Name} in {Environment.CurrentDirectory} or further up; name one with --data.")),
    };

    /// <summary>The path of a file below the folder.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    internal string PathOf(params string[] parts)
    {
        var path = Path.Combine([_root, .. parts]);
        return Path.Exists(path) ? path : throw new FileNotFoundException($"The data has no {path}; name another folder with --data.");
    }

    /// <summary>The rows of a tab-separated file below the folder.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    internal IEnumerable<IReadOnlyDictionary<string, string>> Rows(params string[] parts) => TsvFile.Read(PathOf(parts));
}
