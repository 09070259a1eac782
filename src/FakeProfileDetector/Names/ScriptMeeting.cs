namespace FakeProfileDetector.Names;

/// <summary>Whether names that do not agree therefore contradict, or are only written in scripts that do not meet.</summary>
internal static class ScriptMeeting
{
    /// <summary>
    /// Between alphabets a transliteration that sounds otherwise is another name. How Chinese characters are read is known of
    /// family names in the table alone, and in Japan not even of those whose sign is a family name in China too.
    /// </summary>
    internal static bool MayContradict(PersonName a, PersonName b)
    {
        if ((a.Scripts & b.Scripts) != 0 || ((a.Scripts | b.Scripts) & NameScripts.Han) == 0)
        {
            return true;
        }

        return (a.Scripts & NameScripts.Han) != 0 ? IsReadingKnown(a, b) : IsReadingKnown(b, a);
    }

    // Apart, because what a lambda captures is allocated where it is declared, and most pairs need none.
    private static bool IsReadingKnown(PersonName han, PersonName other)
    {
        if ((other.Scripts & NameScripts.Kana) != 0)
        {
            return false;
        }

        var mayBeJapanese = (other.Scripts & NameScripts.Hangul) == 0 && other.Tokens.All(token => EastAsianNames.IsJapaneseSounding(token.Text));
        return han.Tokens.Any(token => token.Spellings.Length > 0 && (token.Native.Length > 1 || !mayBeJapanese));
    }
}
