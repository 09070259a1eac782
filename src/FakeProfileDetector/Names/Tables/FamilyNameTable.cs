using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Family names in Chinese characters and Hangul: how common they are, and how their bearers spell them in Latin script.</summary>
/// <remarks>The table is <c>east-asian-family-names.txt</c>: the name, a colon, a class as of <see cref="TokenFrequency"/>, spellings.</remarks>
internal static class FamilyNameTable
{
    private const string File = "east-asian-family-names.txt";

    private static readonly Lazy<FrozenDictionary<string, FamilyName>> Table = new(() => Index(NameTable.Read(File)));

    private static readonly Lazy<FrozenDictionary<string, int>> Spellings = new(() => Table.Value.Values
        .SelectMany(static name => name.Spellings, static (name, spelling) => (Spelling: spelling, name.Bits))
        .GroupBy(static entry => entry.Spelling, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Min(static entry => entry.Bits), StringComparer.Ordinal));

    /// <summary>Whether a word of lower-case ASCII letters is a spelling of a family name of the table.</summary>
    internal static bool IsSpelling(string word) => Spellings.Value.ContainsKey(word);

    /// <summary>How common the commonest family name is that is spelled so; null where none is.</summary>
    internal static int? BitsOfSpelling(string word) => Spellings.Value.TryGetValue(word, out var bits) ? bits : null;

    /// <summary>What is known of a family name, its variants folded; null for one that the table does not have.</summary>
    internal static FamilyName? Of(string native) => Table.Value.GetValueOrDefault(native);

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static FrozenDictionary<string, FamilyName> Index(ImmutableArray<NameTableLine> lines) => lines.ToFrozenDictionary(
        line => line.Keys[0],
        line => line.Values.Length > 1 && byte.TryParse(line.Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits is > 0 and < 16
            ? new FamilyName(bits, line.Values[1..])
            : throw NameTable.Malformed(File, line.Number, "is not a class from 1 to 15 and spellings"),
        StringComparer.Ordinal);
}

/// <summary>A family name.</summary>
/// <param name="Bits">−log2 of the share of people of its country who bear it.</param>
/// <param name="Spellings">Lower-case ASCII.</param>
internal sealed record FamilyName(int Bits, string[] Spellings);
