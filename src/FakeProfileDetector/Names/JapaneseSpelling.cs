namespace FakeProfileDetector.Names;

/// <summary>One spelling for the several that Japanese names have in Latin letters: "Syunsuke", "Satoh", "Ohno", "Shimbo".</summary>
/// <remarks>Hepburn, with one letter for a long vowel and for a doubled consonant, and n before b, m and p.</remarks>
internal static class JapaneseSpelling
{
    /// <summary>Letters of a word that are kept, in one spelling; longer words are no Japanese names.</summary>
    internal const int MaximumLength = 48;

    // "shi" for "si": no spelling grows by more.
    private const int MaximumRead = MaximumLength / 2;

    private static readonly string[] Letters = [.. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString())];

    /// <summary>Writes a word of lower-case ASCII letters in the one spelling.</summary>
    /// <param name="word">The word; of a long one the beginning is written.</param>
    /// <param name="into">Room for <see cref="MaximumLength"/> letters.</param>
    /// <returns>How many letters were written.</returns>
    internal static int Write(ReadOnlySpan<char> word, Span<char> into)
    {
        word = word[..Math.Min(word.Length, MaximumRead)];
        var length = 0;
        while (!word.IsEmpty)
        {
            var (letters, read) = Next(word, length == 0 ? '\0' : into[length - 1]);
            foreach (var letter in letters)
            {
                if (length == 0 || into[length - 1] != letter)
                {
                    into[length++] = letter;
                }
            }

            word = word[read..];
        }

        return length;
    }

    /// <summary>A word in the one spelling.</summary>
    internal static string Of(ReadOnlySpan<char> word)
    {
        Span<char> spelled = stackalloc char[MaximumLength];
        return new(spelled[..Write(word, spelled)]);
    }

    /// <summary>Whether a word could be Japanese, in any of its spellings.</summary>
    internal static bool MayBe(ReadOnlySpan<char> word)
    {
        // Most words of other languages end otherwise, or hold letters that Japanese has not.
        if (word.IsEmpty || word.Length > MaximumRead || !"aeiounh".Contains(word[^1]) || word.ContainsAny('l', 'v', 'x'))
        {
            return false;
        }

        Span<char> spelled = stackalloc char[MaximumLength];
        return EastAsianNames.IsJapaneseSounding(spelled[..Write(word, spelled)]);
    }

    internal static bool AreOneWord(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<char> x = stackalloc char[MaximumLength];
        Span<char> y = stackalloc char[MaximumLength];
        return a.Length <= MaximumRead && b.Length <= MaximumRead && x[..Write(a, x)].SequenceEqual(y[..Write(b, y)]);
    }

    private static (string Letters, int Read) Next(ReadOnlySpan<char> word, char before)
    {
        var next = word.Length > 1 ? word[1] : '\0';
        return (word[0], next) switch
        {
            // Kunrei: "syo", "tya", "zyu", "si", "ti", "tu", "hu", "zi"; and "tch" for a doubled "ch".
            ('s', 'y') => ("sh", 2),
            ('t' or 'c', 'y') => ("ch", 2),
            ('z' or 'j' or 'd', 'y') => ("j", 2),
            ('s', 'i') => ("shi", 2),
            ('t', 'i') => ("chi", 2),
            ('t', 'u') => ("tsu", 2),
            ('h', 'u') when before is not ('s' or 'c') => ("fu", 2),
            ('z' or 'd', 'i') => ("ji", 2),
            ('d', 'u') => ("zu", 2),
            ('d', 'z') or ('t', 'c') => (string.Empty, 1),

            // Long vowels: "ou", "oo", "uu", "oh".
            ('u', _) when before == 'o' => (string.Empty, 1),
            ('h', _) when before is 'o' or 'u' && next is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y') => (string.Empty, 1),
            ('m', 'b' or 'm' or 'p') => ("n", 1),
            _ => (Letters[word[0] - 'a'], 1),
        };
    }
}
