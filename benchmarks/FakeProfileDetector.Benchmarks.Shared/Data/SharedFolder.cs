namespace FakeProfileDetector.Benchmarks.Shared.Data;

/// <summary>The folder of data that several benchmarks share: here, beside the program, or further up.</summary>
internal static class SharedFolder
{
    /// <summary>The folder's name, such as <c>shared/data</c>.</summary>
    internal static readonly string Name = Path.Combine("shared", "data");

    /// <summary>The folder's path; null where there is none.</summary>
    internal static string? Find() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, Name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
