using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Testing;

/// <summary>Finds data files: the conformance pictures that come with the tests, and the larger set beside the repository.</summary>
internal static class SharedData
{
    internal static string Conformance { get; } = Path.Combine(AppContext.BaseDirectory, "conformance");

    /// <summary>A path under <c>../shared/data</c>; skips the test where that folder is absent.</summary>
    internal static string PathOf(string relative)
    {
        var path = Path.Combine(RepositoryRoot(), "..", "shared", "data", relative);
        Assert.SkipUnless(Path.Exists(path), $"../shared/data/{relative} is not there: a larger data set that is not part of the repository.");
        return path;
    }

    internal static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        // With deterministic builds the source path is mapped, so fall back on the folder that the tests run from.
        Ancestor(AppContext.BaseDirectory) ?? Ancestor(thisFile)
        ?? throw new InvalidOperationException("The repository's root was not found above the test's folder.");

    /// <summary>The rows of a tab-separated table by column name.</summary>
    internal static IEnumerable<Dictionary<string, string>> ReadTable(string path)
    {
        using var reader = new StreamReader(path);
        var columns = reader.ReadLine()!.Split('\t');
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return columns.Index().Where(column => column.Index < cells.Length)
                .ToDictionary(column => column.Item, column => cells[column.Index]);
        }
    }

    private static string? Ancestor(string? path)
    {
        while (!string.IsNullOrEmpty(path))
        {
            if (File.Exists(Path.Combine(path, "FakeProfileDetector.sln")))
            {
                return path;
            }

            path = Path.GetDirectoryName(path);
        }

        return null;
    }
}
