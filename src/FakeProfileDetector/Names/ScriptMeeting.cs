namespace FakeProfileDetector.Names;

/// <summary>Whether names that do not agree therefore contradict, or are only written in scripts that do not meet.</summary>
internal static class ScriptMeeting
{
    /// <summary>
    /// Between alphabets a transliteration that sounds otherwise is another name. How Chinese characters are read is known of
    /// family names in the table alone, and in Japan not even of those whose sign is a family name in China too: of "中村一" the
    /// family name is known and may contradict, the given name is not.
    /// </summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other name.</param>
    /// <param name="openA">The first name's words without a partner, one bit each.</param>
    /// <param name="openB">The second name's words without a partner, one bit each.</param>
    internal static bool MayContradict(PersonName a, PersonName b, uint openA, uint openB)
    {
        if (a.IsReadInJapanese || b.IsReadInJapanese)
        {
            return a.IsReadInJapanese ? JapaneseNames.MayContradict(a, openA, b, openB) : JapaneseNames.MayContradict(b, openB, a, openA);
        }

        if ((a.Scripts & b.Scripts) != 0 || ((a.Scripts | b.Scripts) & NameScripts.Han) == 0)
        {
            return true;
        }

        var (han, other, open) = (a.Scripts & NameScripts.Han) != 0 ? (a, b, openA) : (b, a, openB);
        if ((other.Scripts & NameScripts.Kana) != 0)
        {
            return false;
        }

        var mayBeJapanese = (other.Scripts & NameScripts.Hangul) == 0 && other.Tokens.All(token => EastAsianNames.IsJapaneseSounding(token.Text));
        for (var i = 0; i < han.Tokens.Length; i++)
        {
            var isOpenFamilyName = han.Tokens[i].Native.Length > 1 && (open >> i & 1) != 0;
            if (han.Tokens[i].Spellings.Length > 0 && (!mayBeJapanese || isOpenFamilyName))
            {
                return true;
            }
        }

        return false;
    }
}
