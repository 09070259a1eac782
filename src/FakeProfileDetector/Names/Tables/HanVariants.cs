using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Chinese characters in their simplified, traditional and Japanese shapes.</summary>
/// <remarks>The table is <c>han-variants.txt</c>: one shape, a colon, and the others.</remarks>
internal static class HanVariants
{
    private const string File = "han-variants.txt";

    private static readonly Lazy<FrozenDictionary<int, Rune>> Table = new(() => Index(NameTable.Read(File)));

    /// <summary>The one shape that stands for all of a character; the character itself where the table has no other.</summary>
    internal static Rune Fold(Rune character) => Table.Value.GetValueOrDefault(character.Value, character);

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static FrozenDictionary<int, Rune> Index(ImmutableArray<NameTableLine> lines)
    {
        var table = new Dictionary<int, Rune>();
        foreach (var line in lines)
        {
            var shape = Single(line.Keys[0], line);
            foreach (var value in line.Values)
            {
                if (!table.TryAdd(Single(value, line).Value, shape))
                {
                    throw NameTable.Malformed(File, line.Number, "has a character of another line");
                }
            }
        }

        return table.ToFrozenDictionary();
    }

    private static Rune Single(string text, NameTableLine line) =>
        Rune.TryGetRuneAt(text, 0, out var rune) && rune.Utf16SequenceLength == text.Length && !rune.IsAscii
            ? rune
            : throw NameTable.Malformed(File, line.Number, "has a word that is not one character");
}
