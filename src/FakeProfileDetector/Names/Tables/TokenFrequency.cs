using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace FakeProfileDetector.Names.Tables;

/// <summary>How common a word of a name is among people: agreeing on a rare one says more.</summary>
/// <remarks>
/// The table is <c>token-frequencies.txt</c>: a class, a colon, and the words of that class. A class is −log2 of the share of
/// people whose name contains the word, rounded. <c>benchmarks/FakeProfileDetector.NameTables</c> compiles it.
/// </remarks>
internal static class TokenFrequency
{
    /// <summary>Bits of the commonest words: one person in 16.</summary>
    internal const double MinimumBits = 4;

    /// <summary>Bits of a word that the table does not know: one person in 65,536 or fewer.</summary>
    internal const double MaximumBits = 16;

    private const string File = "token-frequencies.txt";

    private static readonly Lazy<FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>>> Table = new(() => Index(NameTable.Read(File)));

    /// <summary>The information, in bits, in somebody's name containing a word.</summary>
    /// <param name="asciiToken">Lower-case ASCII letters.</param>
    /// <returns>−log2 of the share of people with that word in their name, 4–16; 16 for a word that is not in the table.</returns>
    internal static double BitsOf(ReadOnlySpan<char> asciiToken) =>
        Table.Value.TryGetValue(asciiToken, out var bits) ? bits : MaximumBits;

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Index(ImmutableArray<NameTableLine> lines)
    {
        var table = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Keys is not [var key] || !byte.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
                || bits is < (byte)MinimumBits or >= (byte)MaximumBits)
            {
                throw NameTable.Malformed(File, line.Number, "has a key that is not a class from 4 to 15");
            }

            foreach (var word in line.Values)
            {
                if (!table.TryAdd(word, bits))
                {
                    throw NameTable.Malformed(File, line.Number, $"has '{word}', which another class has too");
                }
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
