using System.Text;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Root { get; } = Directory.CreateTempSubdirectory("fake-profile-detector-").FullName;

    internal string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Whether any file of the folder holds the bytes: a database, and what SQLite keeps beside it.</summary>
    internal bool Holds(ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.EnumerateFiles(Root))
        {
            // SQLite holds the files open for writing.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            if (content.AsSpan().IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    internal bool Holds(string text) => Holds(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        // Pooled connections keep files open, which would stop Windows from deleting them.
        SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }
}
