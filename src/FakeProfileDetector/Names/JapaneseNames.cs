using System.Collections.Immutable;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Names in Chinese characters that are read in Japanese, beside names in Latin letters or kana.</summary>
internal static class JapaneseNames
{
    // Longest family names: "勅使河原".
    private const int LongestFamilyName = 4;

    /// <summary>
    /// The better of two comparisons where a name in characters meets another script: as it was compared so far, and with the
    /// characters read in Japanese. Which language they are of is not known, so that a conflict holds only where both agree.
    /// </summary>
    internal static NameComparison Read(PersonName a, PersonName b, NameComparison comparison)
    {
        if (comparison.Relation.IsCompatible() || !(Meet(a, b) || Meet(b, a)))
        {
            return comparison;
        }

        var other = a.NativeChunks.Length > 0 ? b : a;
        if (comparison.Relation != NameRelation.NotComparable && !MayBeJapanese(other))
        {
            return comparison;
        }

        var japanese = new NameJudgment(a.AsJapanese, b.AsJapanese).ToComparison();
        return japanese.Relation == NameRelation.NotComparable && japanese.WeightBits > comparison.WeightBits ? comparison : japanese;
    }

    /// <summary>The name with its characters read in Japanese.</summary>
    /// <param name="chunks">What stands between spaces, as written, variants folded.</param>
    internal static PersonName Of(ImmutableArray<string> chunks)
    {
        var isFamilyLast = chunks.Length > 1
            && JapaneseReadings.OfFamilyName(chunks[^1]).Length > 0 && JapaneseReadings.OfFamilyName(chunks[0]).Length == 0;
        var words = isFamilyLast ? [chunks[^1], .. chunks[..^1]] : chunks.Length > 1 ? chunks : Split(chunks[0]);
        return new(new(
            [.. words.Select((word, place) => Token(word, isFamilyName: place == 0)).Where(token => token.Text.Length > 0)],
            words.Any(HasKana) ? NameScripts.Han | NameScripts.Kana : NameScripts.Han,
            IsFamilyFirst: true,
            WasTurned: false,
            UsesLookAlikes: false,
            HadTitles: false,
            IsHandle: false));
    }

    /// <summary>Whether the words that contradict, if any, are known to be read otherwise.</summary>
    /// <param name="japanese">The name that is read in Japanese.</param>
    /// <param name="open">Its words without a partner, one bit each.</param>
    /// <param name="other">The other name.</param>
    /// <param name="openOther">Its words without a partner, one bit each.</param>
    internal static bool MayContradict(PersonName japanese, uint open, PersonName other, uint openOther)
    {
        // Where the family name is unknown, nothing says that this is a Japanese name at all.
        var first = (open & 1) != 0 ? 0 : 1;
        for (var i = first; i < japanese.Tokens.Length; i++)
        {
            if ((open >> i & 1) != 0)
            {
                return IsClearlyOther(japanese.Tokens[i], other, openOther);
            }
        }

        return false;
    }

    private static bool IsClearlyOther(NameToken word, PersonName other, uint openOther)
    {
        for (var j = 0; j < other.Tokens.Length; j++)
        {
            if ((openOther >> j & 1) != 0 && word.Japanese?.IsClearlyOther(other.Tokens[j].JapaneseText) != true)
            {
                return false;
            }
        }

        return openOther != 0;
    }

    private static bool Meet(PersonName han, PersonName other) =>
        han.NativeChunks.Length > 0 && (other.Scripts & (NameScripts.Han | NameScripts.Hangul)) == 0
        && (other.Scripts & (NameScripts.Latin | NameScripts.Kana)) != 0;

    private static bool MayBeJapanese(PersonName name)
    {
        foreach (var token in name.Tokens)
        {
            if (!token.MayBeJapanese)
            {
                return false;
            }
        }

        return true;
    }

    private static NameToken Token(string native, bool isFamilyName)
    {
        var reading = new JapaneseReading(native, isFamilyName);
        var text = reading.First ?? AsciiLetters.Of(native);
        return new(text, NameTokenKind.Word, NameScripts.Han, text, native, native, japanese: reading);
    }

    /// <summary>The longest beginning that is a family name of the table; else all before kana, and else two characters, or one of two.</summary>
    private static ImmutableArray<string> Split(string name)
    {
        for (var length = Math.Min(LongestFamilyName, name.Length); length > 0; length--)
        {
            if (JapaneseReadings.OfFamilyName(name[..length]).Length > 0)
            {
                return length == name.Length ? [name] : [name[..length], name[length..]];
            }
        }

        var kana = name.TakeWhile(character => !IsKana(character)).Count();
        var family = kana is > 0 and <= LongestFamilyName && name.Length - kana > 1 ? kana : name.Length > 2 ? 2 : 1;
        return family >= name.Length || char.IsLowSurrogate(name[family]) ? [name] : [name[..family], name[family..]];
    }

    private static bool HasKana(string word) => word.Any(IsKana);

    private static bool IsKana(char character) => char.IsLetter(character) && ScriptDetection.Of(new(character)) == NameScripts.Kana;
}
