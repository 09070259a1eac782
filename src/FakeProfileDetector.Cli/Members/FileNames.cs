using System.Collections.Concurrent;
using FakeProfileDetector.Cli.Tables;

namespace FakeProfileDetector.Cli.Members;

/// <summary>Finds files whose names differ from those asked for in how their letters are composed, or in case.</summary>
/// <threadsafety>Safe to read from many threads.</threadsafety>
internal sealed class FileNames
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    private readonly ConcurrentDictionary<string, ILookup<string, string>> _folders = new(StringComparer.Ordinal);

    /// <summary>The one file or folder that is meant; null where there is none.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="path">A path below it, with slashes.</param>
    /// <param name="isAmbiguous">Whether there are several.</param>
    internal string? Find(string folder, string path, out bool isAmbiguous)
    {
        isAmbiguous = false;
        var found = folder;
        foreach (var part in path.Split('/'))
        {
            var exact = Path.Combine(found, part);
            if (Path.Exists(exact))
            {
                found = exact;
                continue;
            }

            var composed = ComposedText.Of(part);
            var alike = _folders.GetOrAdd(found, NamesIn)[composed.ToUpperInvariant()].ToArray();
            var same = Array.FindAll(alike, name => ComposedText.Of(name) == composed);
            isAmbiguous = same.Length > 1 || (same.Length == 0 && alike.Length > 1);
            if (isAmbiguous || alike.Length == 0)
            {
                return null;
            }

            found = Path.Combine(found, same.Length == 1 ? same[0] : alike[0]);
        }

        return found;
    }

    private static ILookup<string, string> NamesIn(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder, "*", Everything).Select(static path => Path.GetFileName(path))
                .ToLookup(static name => ComposedText.Of(name).ToUpperInvariant(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Array.Empty<string>().ToLookup(static name => name, StringComparer.Ordinal);
        }
    }
}
