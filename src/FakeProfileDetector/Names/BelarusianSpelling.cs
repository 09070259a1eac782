namespace FakeProfileDetector.Names;

/// <summary>Family names as passports of Belarus write them, beside their Russian forms: "Kanavalau", "Konovalov"; "Haurylenka", "Gavrilenko".</summary>
/// <remarks>
/// Belarusian spells unstressed o and e as a, g as h, soft d and t as dz and ts, and v before a consonant or at the end as u. By these the
/// consonants of both are compared, and of vowels only where they stand; so only words with the endings of family names are.
/// </remarks>
internal static class BelarusianSpelling
{
    private const int MinimumLength = 6;
    private const int MaximumLength = 32;

    /// <summary>Whether one is the Belarusian and the other the Russian form of one family name.</summary>
    /// <param name="a">Lower-case ASCII letters.</param>
    /// <param name="b">Lower-case ASCII letters.</param>
    internal static bool AreOneName(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Min(a.Length, b.Length) < MinimumLength || Math.Max(a.Length, b.Length) > MaximumLength || !(AreForms(a, b) || AreForms(b, a)))
        {
            return false;
        }

        Span<char> x = stackalloc char[MaximumLength];
        Span<char> y = stackalloc char[MaximumLength];
        return x[..Write(a, x)].SequenceEqual(y[..Write(b, y)]);
    }

    private static bool AreForms(ReadOnlySpan<char> belarusian, ReadOnlySpan<char> russian) =>
        (belarusian is [.., 'o' or 'a' or 'e', 'u' or 'w'] && russian is [.., 'o' or 'e', 'v'])
        || (belarusian is [.., 'k', 'a'] && russian is [.., 'k', 'o']);

    private static int Write(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var isShort = word[i] is 'u' or 'w' && i > 0 && IsVowel(word[i - 1]) && !IsOpenVowel(next);
            var letter = isShort ? 'v' : IsVowel(word[i]) ? 'a' : word[i] switch
            {
                'h' when i == 0 || word[i - 1] is not ('s' or 'c' or 'k' or 'z') => 'g',
                'd' when next == 'z' => '\0',
                'z' when i > 0 && word[i - 1] == 'd' => 'd',
                't' when next == 's' => '\0',
                's' when i > 0 && word[i - 1] == 't' => 't',
                var other => other,
            };
            if (letter != '\0' && (length == 0 || into[length - 1] != letter))
            {
                into[length++] = letter;
            }
        }

        return length;
    }

    private static bool IsVowel(char letter) => letter is 'y' or 'i' || IsOpenVowel(letter);

    private static bool IsOpenVowel(char letter) => letter is 'a' or 'e' or 'o' or 'u';
}
