using System.Globalization;
using System.Text;
using AnyAscii;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.NameTables;

/// <summary>Compiles letters.txt: what each symbol of a word weighs beside each symbol of its spelling or transliteration.</summary>
internal static class LetterTableCompiler
{
    // Pairs below this are left out: the library takes them for hardly ever seen.
    private const int MinimumWeight = -70;

    private const string Head =
        """
        # What a symbol of a word in Latin script weighs beside a symbol of the same word in another script, romanized, or of another
        # spelling in Latin script: the script and the symbol, a colon, and symbol=weight in tenths of a bit; "-" stands for nothing.
        # Estimated by benchmarks/FakeProfileDetector.NameTables by expectation maximization on labeled pairs of spellings and
        # transliterations; pairs that are left out are hardly ever seen together.

        """;

    private static readonly (string Script, string[] Groups)[] Scripts =
    [
        ("arabic", ["wd_arabic"]),
        ("cyrillic", ["wd_russian"]),
        ("han", ["wd_chinese"]),
        ("hangul", ["wd_korean"]),
        ("hebrew", ["wd_hebrew"]),
        ("kana", ["wd_japanese", "wd_katakana"]),
    ];

    internal static string Compile(string folder)
    {
        var table = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var (script, pairs) in Transliterations(folder).Append(("latin", Spellings(folder))))
        {
            foreach (var line in Estimate(script, pairs))
            {
                table.AppendJoin(' ', line.Keys).Append(" : ").AppendJoin(' ', line.Values).Append('\n');
            }
        }

        return table.ToString();
    }

    /// <summary>The labeled transliterations of every script, in the order of the scripts' names.</summary>
    internal static IEnumerable<(string Script, (byte[] Latin, byte[] Native)[] Pairs)> Transliterations(string folder)
    {
        var rows = Rows(folder, "token_translit_wikidata.tsv").ToLookup(row => row[0], row => (row[1], row[2]));
        return Scripts.Select(script => (script.Script, WithSound(script.Groups.SelectMany(group => rows[group]).Select(Spell))));
    }

    /// <summary>The table of one script, a line a symbol.</summary>
    internal static IEnumerable<NameTableLine> Estimate(string script, (byte[] Latin, byte[] Native)[] pairs)
    {
        var weights = StochasticTransducer.Estimate(pairs);
        return Enumerable.Range(0, SoundSymbols.Count).Select(latin => new NameTableLine(
            latin,
            [script, SoundSymbols.NameOf(latin)],
            [
                .. Enumerable.Range(0, SoundSymbols.Count).Where(native => latin + native > 0)
                    .Select(native => (Symbol: SoundSymbols.NameOf(native), Weight: (int)Math.Round(10 * weights[latin, native])))
                    .Where(cell => cell.Weight > MinimumWeight)
                    .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Symbol}={cell.Weight}")),
            ]));
    }

    /// <summary>Labeled spellings in Latin script; either may be the first.</summary>
    private static (byte[] Latin, byte[] Native)[] Spellings(string folder) => WithSound(
        Rows(folder, "token_pairs_ancestry.tsv").Where(row => row[3] == "1" && row[4] != "nickname")
            .Select(row => Spell((row[1], row[2]))).SelectMany(pair => new[] { pair, (pair.Native, pair.Latin) }));

    private static (byte[] Latin, byte[] Native)[] WithSound(IEnumerable<(byte[] Latin, byte[] Native)> pairs) =>
        [.. pairs.Where(pair => pair.Latin.Length > 0 && pair.Native.Length > 0)];

    private static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split('\t'));

    private static (byte[] Latin, byte[] Native) Spell((string Latin, string Native) pair) => (Spell(pair.Latin), Spell(pair.Native));

    private static byte[] Spell(string word)
    {
        var letters = string.Concat(word.EnumerateRunes().Select(rune => SoundSymbols.SpellOut(rune) ?? rune.ToString().Transliterate()));
        return SoundSymbols.Spell(AsciiLetters.Keep(letters));
    }
}
