using System.Globalization;
using System.Text;
using AnyAscii;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.NameTables;

/// <summary>Compiles letters.txt: what each symbol of a word weighs beside each symbol of its spelling or transliteration.</summary>
internal static class LetterTables
{
    // Pairs below this are left out: the library takes them for hardly ever seen.
    private const int LeastWeight = -70;

    private const string Head =
        """
        # What a symbol of a word in Latin script weighs beside a symbol of the same word in another script, romanised, or of another
        # spelling in Latin script: the script and the symbol, a colon, and symbol=weight in tenths of a bit; "-" stands for nothing.
        # Estimated by benchmarks/FakeProfileDetector.NameTables by expectation maximisation on labelled pairs of spellings and
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
        var transliterations = Rows(folder, "token_translit_wikidata.tsv").ToLookup(row => row[0], row => (row[1], row[2]));
        foreach (var (script, groups) in Scripts)
        {
            Append(table, script, [.. groups.SelectMany(group => transliterations[group]).Select(Spell)]);
        }

        // Either spelling may be the first.
        var spellings = Rows(folder, "token_pairs_ancestry.tsv").Where(row => row[3] == "1" && row[4] != "nickname").Select(row => Spell((row[1], row[2])));
        Append(table, "latin", [.. spellings.SelectMany(pair => new[] { pair, (pair.Native, pair.Latin) })]);
        return table.ToString();
    }

    private static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split('\t'));

    private static (byte[] Latin, byte[] Native) Spell((string Latin, string Native) pair) => (Spell(pair.Latin), Spell(pair.Native));

    private static byte[] Spell(string word)
    {
        var letters = string.Concat(word.EnumerateRunes().Select(rune => SoundSymbols.SpellOut(rune) ?? rune.ToString().Transliterate()));
        return SoundSymbols.Spell(string.Concat(letters.ToLowerInvariant().Where(char.IsAsciiLetter)));
    }

    private static void Append(StringBuilder table, string script, (byte[] Latin, byte[] Native)[] pairs)
    {
        var weights = StochasticTransducer.Estimate([.. pairs.Where(pair => pair.Latin.Length > 0 && pair.Native.Length > 0)]);
        for (var latin = 0; latin < SoundSymbols.Count; latin++)
        {
            var cells = Enumerable.Range(0, SoundSymbols.Count).Where(native => latin + native > 0)
                .Select(native => (Symbol: SoundSymbols.NameOf(native), Weight: (int)Math.Round(10 * weights[latin, native])))
                .Where(cell => cell.Weight > LeastWeight)
                .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Symbol}={cell.Weight}"));
            table.Append(script).Append(' ').Append(SoundSymbols.NameOf(latin)).Append(" : ").AppendJoin(' ', cells).Append('\n');
        }
    }
}
