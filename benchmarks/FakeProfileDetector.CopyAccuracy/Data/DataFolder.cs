using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.CopyAccuracy.Data;

/// <summary>Where the photos are: they belong to others, so they lie beside the repository and not in it.</summary>
internal static class DataFolder
{
    private const string Variable = "FAKEPROFILE_DATA";

    /// <summary>A path below the folder of photos.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such data.</exception>
    internal static string Photos(params string[] parts) => Path.Combine([Root(), "photos", .. parts]);

    private static string Root() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : SharedFolder.Find() ?? throw new DirectoryNotFoundException($"There is no folder {SharedFolder.Name} here or further up; name it in {Variable}.");
}
