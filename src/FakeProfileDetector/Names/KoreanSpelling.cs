namespace FakeProfileDetector.Names;

/// <summary>Korean given names in Latin letters, which people spell by the official rules, by older ones, or by English sounds.</summary>
internal static class KoreanSpelling
{
    // Shorter ones are one syllable, which says too little.
    private const int MinimumLength = 5;
    private const int MaximumLength = 24;

    // Longest first. "eo" is u before a final consonant ("jung", "jeong"), "oo" and "u" are one, so are k and g at the beginning of a syllable.
    private static readonly (string Letters, string Spelled)[] Rules =
    [
        ("yeong", "yung"), ("young", "yung"), ("yong", "yong"), ("yeon", "yun"), ("youn", "yun"), ("kyeong", "gyung"), ("kyoung", "gyung"),
        ("hyeon", "hyun"), ("hyoun", "hyun"), ("eong", "ung"), ("oung", "ung"), ("eon", "un"), ("eok", "uk"), ("eol", "ul"), ("eom", "um"), ("eop", "up"),
        ("oon", "un"), ("woo", "u"), ("wo", "wo"), ("hee", "hui"), ("eui", "ui"), ("oo", "u"), ("ee", "i"), ("eu", "u"), ("sh", "s"), ("ch", "j"),
        ("ae", "e"), ("ai", "e"), ("k", "g"), ("t", "d"), ("p", "b"), ("r", "l"),
    ];

    /// <summary>Whether two given names are one in two spellings.</summary>
    /// <param name="a">Lower-case ASCII letters.</param>
    /// <param name="b">Lower-case ASCII letters.</param>
    internal static bool AreOneName(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<char> x = stackalloc char[2 * MaximumLength];
        Span<char> y = stackalloc char[2 * MaximumLength];
        return a.Length is >= MinimumLength and <= MaximumLength && b.Length is >= MinimumLength and <= MaximumLength
            && x[..Write(a, x)].SequenceEqual(y[..Write(b, y)]);
    }

    private static int Write(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        while (!word.IsEmpty)
        {
            var (spelled, read) = Next(word);
            if (read == 0)
            {
                into[length++] = word[0];
                read = 1;
            }
            else
            {
                spelled.CopyTo(into[length..]);
                length += spelled.Length;
            }

            word = word[read..];
        }

        return length;
    }

    private static (string Spelled, int Read) Next(ReadOnlySpan<char> word)
    {
        foreach (var (letters, spelled) in Rules)
        {
            if (word.StartsWith(letters, StringComparison.Ordinal))
            {
                return (spelled, letters.Length);
            }
        }

        return (string.Empty, 0);
    }
}
