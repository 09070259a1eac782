using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Root { get; } = Directory.CreateTempSubdirectory("fake-profile-detector-").FullName;

    internal string PathOf(string name) => Path.Combine(Root, name);

    public void Dispose()
    {
        // Pooled connections keep files open, which would stop Windows from deleting them.
        SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }
}
