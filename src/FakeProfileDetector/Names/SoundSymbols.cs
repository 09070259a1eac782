using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Spells an ASCII word in symbols nearer to sounds: a letter each, and one for each of five common digraphs.</summary>
/// <remarks>
/// Doubled letters count once, <c>x</c> is <c>ks</c>, <c>c</c> is <c>k</c> unless <c>e</c>, <c>i</c> or <c>y</c> follows. Which
/// language a word is of is unknown, so that <c>ch</c> stays a symbol of its own: the table of letters knows what it may stand for.
/// </remarks>
internal static class SoundSymbols
{
    /// <summary>Symbols in all: none (0), a–z (1–26), ch, sh, th, kh, zh.</summary>
    internal const int Count = 32;

    /// <summary>Symbols of a word that are kept; longer words are cut there.</summary>
    internal const int MaximumLength = 32;

    internal const byte Gap = 0;

    private const byte Ch = 27;
    private const byte Sh = 28;
    private const byte Th = 29;
    private const byte Kh = 30;
    private const byte Zh = 31;

    private static readonly string[] Names = ["-", .. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString()), "ch", "sh", "th", "kh", "zh"];

    // Longest first: the first that fits is taken.
    private static readonly (string Letters, byte Symbol)[] Digraphs =
    [
        ("tsch", Ch), ("sch", Sh), ("tch", Ch), ("sh", Sh), ("ch", Ch), ("cz", Ch), ("th", Th), ("kh", Kh), ("zh", Zh),
        ("ph", Of('f')), ("gh", Of('g')), ("ck", Of('k')),
    ];

    internal static string NameOf(int symbol) => Names[symbol];

    internal static int Parse(string name) => Array.IndexOf(Names, name);

    /// <summary>How a letter is spelled out whose accent makes another consonant of it; null for all others.</summary>
    internal static string? SpellOut(Rune letter) => Rune.ToLowerInvariant(letter).Value switch
    {
        'š' or 'ş' or 'ș' or 'ś' => "sh",
        'č' or 'ć' => "ch",
        'ž' or 'ż' or 'ź' => "zh",
        _ => null,
    };

    /// <summary>The symbols of a word of lower-case ASCII letters.</summary>
    internal static byte[] Spell(ReadOnlySpan<char> word)
    {
        Span<byte> symbols = stackalloc byte[MaximumLength];
        var count = 0;
        while (!word.IsEmpty && count < MaximumLength)
        {
            var (symbol, letters) = Next(word);
            if (word[0] == 'x')
            {
                Append(Of('k'), symbols, ref count);
                symbol = Of('s');
            }

            Append(symbol, symbols, ref count);
            word = word[letters..];
        }

        return symbols[..count].ToArray();
    }

    private static byte Of(char letter) => (byte)(letter - 'a' + 1);

    private static (byte Symbol, int Letters) Next(ReadOnlySpan<char> word)
    {
        foreach (var (letters, symbol) in Digraphs)
        {
            if (word.StartsWith(letters, StringComparison.Ordinal))
            {
                return (symbol, letters.Length);
            }
        }

        var isHardC = word[0] == 'c' && !(word.Length > 1 && word[1] is 'e' or 'i' or 'y');
        return (Of(isHardC ? 'k' : word[0]), 1);
    }

    private static void Append(byte symbol, Span<byte> symbols, ref int count)
    {
        if (count < MaximumLength && (count == 0 || symbols[count - 1] != symbol))
        {
            symbols[count++] = symbol;
        }
    }
}
