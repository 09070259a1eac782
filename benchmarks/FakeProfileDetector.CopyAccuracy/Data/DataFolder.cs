namespace FakeProfileDetector.CopyAccuracy.Data;

/// <summary>Where the photos are: they belong to others, so they lie beside the repository and not in it.</summary>
internal static class DataFolder
{
    private const string Variable = "FAKEPROFILE_DATA";
    private static readonly string Shared = Path.Combine("shared", "data");

    /// <summary>A path below the folder of photos.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such data.</exception>
    internal static string Photos(params string[] parts) => Path.Combine([Root(), "photos", .. parts]);

    private static string Root() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException($"There is no folder {Shared} here or further up; name it in {Variable}.");

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, Shared);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
