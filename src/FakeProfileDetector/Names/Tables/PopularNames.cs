using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace FakeProfileDetector.Names.Tables;

/// <summary>How popular a family name is among its own people, and which words a whole people shares.</summary>
/// <remarks>
/// The table is <c>popular-names.txt</c>. <see cref="TokenFrequency"/> counts the world's names; of two people who share a word most
/// are of one country, and there the word may be anybody's.
/// </remarks>
internal sealed class PopularNames
{
    private const string File = "popular-names.txt";
    private const string Ending = "ending";

    // An ending alone is no name: so many letters at least stand before it.
    private const int MinimumStem = 3;

    private static readonly Lazy<PopularNames> Loaded = new(() => Index(NameTable.Read(File)));

    private readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _classes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _endings;
    private readonly int _longestEnding;

    private PopularNames(Dictionary<string, byte> classes, HashSet<string> endings)
    {
        _classes = classes.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _endings = endings.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longestEnding = endings.Max(static ending => ending.Length);
    }

    /// <summary>The table that ships.</summary>
    internal static PopularNames Shipped => Loaded.Value;

    /// <summary>−log2 of the share of its own people who have the word in their names; <see cref="TokenFrequency.MaximumBits"/> where nothing is known.</summary>
    /// <param name="word">Lower-case ASCII letters.</param>
    internal double BitsOf(ReadOnlySpan<char> word)
    {
        if (_classes.TryGetValue(word, out var bits))
        {
            return bits;
        }

        for (var length = Math.Min(_longestEnding, word.Length - MinimumStem); length > 1; length--)
        {
            if (_endings.Contains(word[^length..]))
            {
                return NameWeights.FormedNameBits;
            }
        }

        return TokenFrequency.MaximumBits;
    }

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static PopularNames Index(ImmutableArray<NameTableLine> lines)
    {
        var classes = new Dictionary<string, byte>(StringComparer.Ordinal);
        var endings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            byte bits = 0;
            if (line.Keys.Length != 2 || (line.Keys[0] != Ending
                && (!byte.TryParse(line.Keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits is < 1 or >= (byte)TokenFrequency.MaximumBits)))
            {
                throw NameTable.Malformed(File, line.Number, "has a key that is not a class from 1 to 15, or 'ending', and whose words they are");
            }

            foreach (var word in line.Values)
            {
                if (bits == 0)
                {
                    endings.Add(word);
                }
                else if (!classes.TryGetValue(word, out var other) || bits < other)
                {
                    classes[word] = bits;
                }
            }
        }

        return new(classes, endings);
    }
}
