using System.Buffers;
using System.Collections.Frozen;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>What databases, spreadsheets and programs write where there is nothing: NULL, N/A, None, \N, #N/A, nan, a dash.</summary>
internal static class BlankCell
{
    private const int LongestMark = 11;

    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create("nNuU\\#-–—−.?(<[");

    private static readonly FrozenSet<string> Marks = new[]
    {
        "null", "nil", "none", "nan", "na", "n/a", "n.a.", "n/d", "undefined", "\\n", "#n/a", "#null!", "#value!", "#ref!", "#name?", "#nv",
        "-", "--", "---", "–", "—", "−", ".", "?", "(null)", "<null>", "[null]", "(none)", "<none>", "(blank)", "(empty)", "<na>",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a trimmed cell says that there is nothing.</summary>
    internal static bool Is(string text) => text.Length <= LongestMark && FirstCharacters.Contains(text[0]) && Marks.Contains(text);

    /// <summary>The same for a name: Null, None and Na are names of people.</summary>
    internal static bool IsNoName(string text) => Is(text) && !text.All(char.IsAsciiLetter);

    /// <summary>The same for part of a name: as programs spell them, null and nan are none.</summary>
    internal static bool IsNoNamePart(string text) => IsNoName(text) || text is "NULL" or "null" or "nan" or "NaN" or "undefined";
}
