namespace FakeProfileDetector.Names;

/// <summary>Given names of a man and of a woman that differ in their endings alone: "Robert", "Roberta"; "Daniel", "Danielle".</summary>
internal static class NameSexes
{
    private const int MinimumStem = 3;

    private static readonly string[] Endings = ["a", "e", "ia", "ie", "ine", "ina", "le", "ne", "te", "ette", "etta", "ella", "elle", "nie"];

    /// <summary>
    /// Whether one is formed from the other for the other sex; as family names ("Ivanov", "Ivanova") such words are one, and so may be
    /// words that no table knows ("Ajay", "Ajaya").
    /// </summary>
    internal static bool Differ(NameToken a, NameToken b)
    {
        if (a.IsWomans == b.IsWomans)
        {
            return false;
        }

        (a, b) = a.IsWomans ? (b, a) : (a, b);
        var (man, woman) = (a.Text, b.Text);
        if (!a.IsNameOfItsOwn || (!b.IsNameOfItsOwn && woman[^1] == 'a'))
        {
            return false;
        }

        if (a.Script != b.Script)
        {
            // In Cyrillic nearly all names of women end in -а, and stay so in Latin letters.
            return (a.Script | b.Script) == (NameScripts.Latin | NameScripts.Cyrillic) && woman[^1] == 'a' && !"aeiouy".Contains(man[^1]);
        }

        if (woman.StartsWith(man, StringComparison.Ordinal))
        {
            return man.Length >= MinimumStem && IsEnding(woman.AsSpan(man.Length));
        }

        // "Mario", "Maria"; "Francis", "Frances".
        var stem = man.AsSpan().CommonPrefixLength(woman);
        return stem >= MinimumStem && (woman.Length - stem, woman[^1]) switch
        {
            (1, 'a') => man.AsSpan(stem) is "o" or "e" or "i" or "us",
            (1, 'e') => man.AsSpan(stem) is "o",
            (2, 's') => man.AsSpan(stem) is "is",
            _ => false,
        };
    }

    private static bool IsEnding(ReadOnlySpan<char> text)
    {
        foreach (var ending in Endings)
        {
            if (text.SequenceEqual(ending))
            {
                return true;
            }
        }

        return false;
    }
}
