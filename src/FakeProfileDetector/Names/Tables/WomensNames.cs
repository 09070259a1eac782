using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Given names of women, who in many countries take another family name when they marry; the table is <c>womens-names.txt</c>.</summary>
internal static class WomensNames
{
    private const int MinimumLength = 3;

    private static readonly Lazy<FrozenSet<string>> Women = new(() => Read("women"));
    private static readonly Lazy<FrozenSet<string>> Men = new(() => Read("men"));

    // "Danielle", "Juliette", "Fabienne", "Christiane", "Pauline".
    private static readonly string[] Endings = ["anne", "elle", "enne", "ette", "iane", "ine", "onne"];

    /// <summary>Whether a given name is a woman's, as far as the table and endings tell.</summary>
    /// <param name="name">Lower-case ASCII letters.</param>
    internal static bool Contains(string name) =>
        Women.Value.Contains(name) || (EndsSo(name) && !Men.Value.Contains(name));

    private static bool EndsSo(string name)
    {
        if (name.Length < MinimumLength || name[^1] == 'a')
        {
            return name.Length >= MinimumLength;
        }

        foreach (var ending in Endings)
        {
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Read(string kind) => NameTable.Read("womens-names.txt")
        .Where(line => line.Keys[0] == kind).SelectMany(static line => line.Values).ToFrozenSet(StringComparer.Ordinal);
}
