using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Words around a name that are not the name: titles, credentials, generation marks, decoration and particles.</summary>
/// <remarks>
/// The table is <c>words.txt</c>. The first word of a key is the kind, the rest says whose words they are. All are lower-case
/// ASCII as a transliterated word is, save the native ones, which are as written (lower case where the script has case, without
/// full stops).
/// </remarks>
internal static class NameWordTable
{
    private const string File = "words.txt";

    private static readonly ImmutableArray<string> Kinds =
    [
        "title", "possible-title", "title-pair", "credential", "particle", "pronoun", "decoration",
        "native-title", "native-prefix", "native-suffix",
    ];

    private const string Generation = "generation-";

    private static readonly Lazy<ILookup<string, string>> Table = new(() => Index(NameTable.Read(File)));

    /// <summary>Forms of address and ranks before a name that are nobody's name.</summary>
    internal static FrozenSet<string> Titles { get; } = Of("title");

    /// <summary>Titles that are names as well ("Don", "Guru", "Pan"): leaving one out before two more words contradicts nobody.</summary>
    internal static FrozenSet<string> PossibleTitles { get; } = Of("possible-title");

    /// <summary>Degrees, certificates and generation marks that stand after a name.</summary>
    internal static FrozenSet<string> Credentials { get; } = Of("credential").Concat(Generations(string.Empty).Keys).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Marks that tell father and son apart ("Jr", "III") with the generation that each names; credentials too.</summary>
    internal static FrozenDictionary<string, byte> GenerationMarks { get; } = Generations(string.Empty);

    /// <summary>The same where small letters or a full stop tell them from names ("jun.", "fils").</summary>
    internal static FrozenDictionary<string, byte> SmallGenerationMarks { get; } = Generations("-small");

    /// <summary>The same before a name, with a full stop ("ifj.").</summary>
    internal static FrozenDictionary<string, byte> FirstGenerationMarks { get; } = Generations("-first");

    /// <summary>Posts, places and small words: after a comma they are no given name.</summary>
    internal static FrozenSet<string> AfterComma { get; } = NameTable.Read("after-comma.txt")
        .SelectMany(static line => line.Values).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Small words inside family names; leaving one out never contradicts.</summary>
    internal static FrozenSet<string> Particles { get; } = Of("particle");

    /// <summary>Pronouns that stand after a name, two side by side ("she/her"); alone several are names ("He", "Han").</summary>
    internal static FrozenSet<string> Pronouns { get; } = Of("pronoun");

    /// <summary>Words that begin what is no longer the name, where a whole name stands before ("hiring", "founder").</summary>
    internal static FrozenSet<string> Decorations { get; } = Of("decoration");

    /// <summary>Titles of other scripts that stand apart from the name, before or after it.</summary>
    internal static FrozenSet<string> NativeTitles { get; } = Of("native-title");

    /// <summary>Titles of scripts without spaces that stand before the name and touch it; the longest first.</summary>
    internal static ImmutableArray<string> NativePrefixes { get; } = LongestFirst("native-prefix");

    /// <summary>Titles of scripts without spaces that stand after the name and touch it; the longest first.</summary>
    internal static ImmutableArray<string> NativeSuffixes { get; } = LongestFirst("native-suffix");

    private static FrozenSet<(string First, string Second)> TitlePairs { get; } = Table.Value["title-pair"]
        .Select(pair => pair.Split('_')).Select(words => (words[0], words[1])).ToFrozenSet();

    /// <summary>Whether two words together are a title though one of them may be a name ("Tan Sri", "Puan Sri").</summary>
    internal static bool IsTitlePair(string first, string second) => TitlePairs.Contains((first, second));

    private static FrozenDictionary<string, byte> Generations(string suffix) => Enumerable.Range(1, 9)
        .SelectMany(generation => Table.Value[$"{Generation}{generation}{suffix}"], static (generation, word) => (Word: word, Generation: (byte)generation))
        .ToFrozenDictionary(static mark => mark.Word, static mark => mark.Generation, StringComparer.Ordinal);

    private static FrozenSet<string> Of(string kind) => Table.Value[kind].ToFrozenSet(StringComparer.Ordinal);

    private static ImmutableArray<string> LongestFirst(string kind) =>
        [.. Table.Value[kind].OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static ILookup<string, string> Index(ImmutableArray<NameTableLine> lines)
    {
        foreach (var line in lines)
        {
            if (!Kinds.Contains(line.Keys[0]) && !line.Keys[0].StartsWith(Generation, StringComparison.Ordinal))
            {
                throw NameTable.Malformed(File, line.Number, $"has the kind '{line.Keys[0]}', which is none of {string.Join(", ", Kinds)}");
            }

            if (line.Keys[0] == "title-pair" && line.Values.Any(pair => pair.Split('_').Length != 2))
            {
                throw NameTable.Malformed(File, line.Number, "has a title that is not two words joined by '_'");
            }
        }

        return lines.SelectMany(line => line.Values, (line, word) => (Kind: line.Keys[0], Word: word))
            .ToLookup(entry => entry.Kind, entry => entry.Word, StringComparer.Ordinal);
    }
}
