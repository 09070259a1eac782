using System.Text.RegularExpressions;
using FakeProfileDetector.Cli.Members.Cells;

namespace FakeProfileDetector.Cli.Members;

/// <summary>What exports write where the path of a photo below a folder is meant.</summary>
internal static partial class PhotoPath
{
    /// <summary>Whether it is an address on the web and no path.</summary>
    internal static bool IsAddress(string photo) => Address().IsMatch(photo);

    /// <summary>
    /// Paths below the folder that may be meant, the likeliest first: with either slash, from the root of the export, below the folder's
    /// own name, and without what web pages and wrong encodings made of it.
    /// </summary>
    internal static IEnumerable<string> Below(string folder, string photo)
    {
        foreach (var text in new[] { photo, TextCell.Clean(photo) }.Distinct(StringComparer.Ordinal))
        {
            var parts = text.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part != ".").ToArray();
            if (parts.Length == 0 || parts.Contains("..") || parts[0].Contains(':', StringComparison.Ordinal))
            {
                continue;
            }

            yield return string.Join('/', parts);
            if (parts.Length > 1 && parts[0].Equals(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), StringComparison.OrdinalIgnoreCase))
            {
                yield return string.Join('/', parts[1..]);
            }
        }
    }

    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]+://|data:|//|www\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
