using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Letters of other alphabets that look like an ASCII letter, as in a name that only seems to be another's.</summary>
/// <remarks>
/// The table is <c>look-alikes.txt</c>: an ASCII letter in lower case, a colon, and the letters that look like it in lower or
/// upper case. Ask about letters as they are written: В looks like B, and its lower case в like nothing.
/// </remarks>
internal static class LookAlikes
{
    private const string File = "look-alikes.txt";

    private static readonly Lazy<FrozenDictionary<int, char>> Table = new(() => Index(NameTable.Read(File)));

    /// <summary>The ASCII letter that a letter of another alphabet looks like.</summary>
    /// <param name="letter">A letter as it is written, before any change of case.</param>
    /// <returns>A lower-case ASCII letter; <c>'\0'</c> for ASCII itself and for what looks like no ASCII letter.</returns>
    internal static char ToLatin(Rune letter) =>
        letter.IsAscii ? '\0' : Table.Value.GetValueOrDefault(letter.Value);

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static FrozenDictionary<int, char> Index(ImmutableArray<NameTableLine> lines)
    {
        var table = new Dictionary<int, char>();
        foreach (var line in lines)
        {
            if (line.Keys is not [[>= 'a' and <= 'z' and var latin]])
            {
                throw NameTable.Malformed(File, line.Number, "has a key that is not one lower-case ASCII letter");
            }

            foreach (var value in line.Values)
            {
                if (!Rune.TryGetRuneAt(value, 0, out var letter) || letter.Utf16SequenceLength != value.Length || letter.IsAscii)
                {
                    throw NameTable.Malformed(File, line.Number, "has a value that is not one letter outside ASCII");
                }

                if (!table.TryAdd(letter.Value, latin))
                {
                    throw NameTable.Malformed(File, line.Number, "has a letter of another line");
                }
            }
        }

        return table.ToFrozenDictionary();
    }
}
