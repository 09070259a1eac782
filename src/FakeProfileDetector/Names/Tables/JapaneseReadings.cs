using System.Collections.Frozen;
using System.Text;

namespace FakeProfileDetector.Names.Tables;

/// <summary>How Japanese names in Chinese characters are read: whole family and given names, and single characters.</summary>
/// <remarks>
/// The tables are <c>japanese-family-names.txt</c>, <c>japanese-given-names.txt</c> and <c>japanese-characters.txt</c>: characters, a
/// colon, and readings as <see cref="JapaneseSpelling"/> writes them. They are read when a name in characters first meets another script.
/// </remarks>
internal static class JapaneseReadings
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Family = new(() => Read("japanese-family-names.txt"));
    private static readonly Lazy<FrozenDictionary<string, string[]>> Given = new(() => Read("japanese-given-names.txt"));
    private static readonly Lazy<FrozenDictionary<string, string[]>> Characters = new(() => Read("japanese-characters.txt"));

    /// <summary>Readings of a family name, its variants folded; none where it is not in the table.</summary>
    internal static string[] OfFamilyName(string native) => Family.Value.GetValueOrDefault(native, []);

    /// <summary>Readings of a given name, its variants folded; none where it is not in the table.</summary>
    internal static string[] OfGivenName(string native) => Given.Value.GetValueOrDefault(native, []);

    /// <summary>Readings of one character within names; none where they are not known.</summary>
    internal static string[] OfCharacter(string character) => Characters.Value.GetValueOrDefault(character, []);

    private static FrozenDictionary<string, string[]> Read(string file) => NameTable.Read(file)
        .GroupBy(line => Fold(line.Keys[0]), StringComparer.Ordinal)
        .ToFrozenDictionary(lines => lines.Key, lines => lines.SelectMany(line => line.Values).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static string Fold(string native)
    {
        var folded = new StringBuilder(native.Length);
        foreach (var character in native.EnumerateRunes())
        {
            folded.Append(HanVariants.Fold(character));
        }

        return folded.ToString();
    }
}
