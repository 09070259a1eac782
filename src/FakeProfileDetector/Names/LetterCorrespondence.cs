namespace FakeProfileDetector.Names;

/// <summary>How likely one word is a spelling or transliteration of another, as a log-likelihood ratio.</summary>
/// <remarks>
/// A memoryless stochastic transducer: the weight of aligning two symbols, or a symbol with nothing, is the log2 of how
/// much likelier the two come together in spellings of one word than by chance. Weights were estimated by expectation
/// maximization (Ristad and Yianilos, "Learning String-Edit Distance", IEEE TPAMI 20(5), 1998) on pairs of labeled
/// spellings, a table a script; a word's score is that of its best alignment.
/// </remarks>
internal static class LetterCorrespondence
{
    /// <summary>Weights are kept in tenths of a bit: sums of integers are the same on every machine.</summary>
    internal const int PerBit = 10;

    // Two neighbors swapped: one slip of typing in some thirty.
    private const int Swapped = -5 * PerBit;

    private static readonly Lazy<LetterTable> LatinTable = new(() => LetterTable.Read("latin"));
    private static readonly Lazy<LetterTable> CyrillicTable = new(() => LetterTable.Read("cyrillic"));
    private static readonly Lazy<LetterTable> ArabicTable = new(() => LetterTable.Read("arabic"));
    private static readonly Lazy<LetterTable> HebrewTable = new(() => LetterTable.Read("hebrew"));
    private static readonly Lazy<LetterTable> HangulTable = new(() => LetterTable.Read("hangul"));
    private static readonly Lazy<LetterTable> KanaTable = new(() => LetterTable.Read("kana"));
    private static readonly Lazy<LetterTable> HanTable = new(() => LetterTable.Read("han"));

    /// <summary>The table for words in Latin script on one side and a script on the other; both sides romanized.</summary>
    internal static LetterTable TableFor(NameScripts script) => script switch
    {
        NameScripts.Cyrillic => CyrillicTable.Value,
        NameScripts.Arabic => ArabicTable.Value,
        NameScripts.Hebrew => HebrewTable.Value,
        NameScripts.Hangul => HangulTable.Value,
        NameScripts.Kana => KanaTable.Value,
        NameScripts.Han => HanTable.Value,
        _ => LatinTable.Value,
    };

    /// <summary>What a word in Latin script scores beside itself: no alignment is better than that of each symbol with itself.</summary>
    internal static double SelfBits(ReadOnlySpan<byte> sound)
    {
        var table = LatinTable.Value;
        var sum = 0;
        foreach (var symbol in sound)
        {
            sum += table[symbol, symbol];
        }

        return (double)sum / PerBit;
    }

    /// <summary>Bits, positive for spellings of one word: the best alignment's.</summary>
    /// <param name="latin">Symbols of the word in Latin script, the rows of the table.</param>
    /// <param name="native">Symbols of the other word, romanized.</param>
    /// <param name="table">The weights.</param>
    internal static double Bits(ReadOnlySpan<byte> latin, ReadOnlySpan<byte> native, LetterTable table)
    {
        const int Width = SoundSymbols.MaximumLength + 1;
        Span<int> rows = stackalloc int[3 * Width];
        var beforeLast = rows[..Width];
        var last = rows.Slice(Width, Width);
        var current = rows[(2 * Width)..];
        var gaps = table.Row(SoundSymbols.Gap);
        last[0] = 0;
        for (var j = 0; j < native.Length; j++)
        {
            last[j + 1] = last[j] + gaps[native[j]];
        }

        for (var i = 0; i < latin.Length; i++)
        {
            var symbol = latin[i];
            var weights = table.Row(symbol);
            var dropped = weights[SoundSymbols.Gap];
            var (diagonal, left, before) = (last[0], last[0] + dropped, (int)SoundSymbols.Gap);
            current[0] = left;
            for (var j = 0; j < native.Length; j++)
            {
                int other = native[j];
                var above = last[j + 1];
                var best = Math.Max(diagonal + weights[other], Math.Max(above + dropped, left + gaps[other]));
                if (symbol == before && i > 0 && latin[i - 1] == other)
                {
                    best = Math.Max(best, beforeLast[j - 1] + table[other, other] + weights[symbol] + Swapped);
                }

                current[j + 1] = best;
                (diagonal, left, before) = (above, best, other);
            }

            var freed = beforeLast;
            beforeLast = last;
            last = current;
            current = freed;
        }

        return (double)last[native.Length] / PerBit;
    }
}
