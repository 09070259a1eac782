using System.Text;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Names in Chinese characters and in Hangul, which are written without spaces, family name first.</summary>
internal static class EastAsianNames
{
    // Longest family names of the table: "佐々木", "長谷川".
    private const int LongestFamilyName = 3;

    /// <summary>Adds a character as written, its variants folded to one; Hangul written as single letters is composed.</summary>
    internal static void Append(Rune rune, StringBuilder native)
    {
        if (native.Length > 0 && Compose(native[^1], rune.Value) is { } syllable)
        {
            native[^1] = syllable;
            return;
        }

        native.Append(HanVariants.Fold(rune));
    }

    /// <summary>
    /// How many of the characters are the family name, as far as the table knows; else one, and two of four. All where the word is a
    /// family name and nothing else, such as "田中": a single word accuses nobody.
    /// </summary>
    internal static int FamilyLength(string native)
    {
        for (var length = Math.Min(LongestFamilyName, native.Length); length > 1; length--)
        {
            if (FamilyNameTable.Of(native[..length]) is not null)
            {
                return length;
            }
        }

        var first = native.Length == 4 && FamilyNameTable.Of(native[..1]) is null ? 2 : 1;

        // Two halves of a character beyond the basic plane belong together.
        return first < native.Length && char.IsLowSurrogate(native[first]) ? first + 1 : first;
    }

    /// <summary>Whether a word could be Japanese: syllables of one consonant at most and a vowel, and n.</summary>
    internal static bool IsJapaneseSounding(ReadOnlySpan<char> word)
    {
        while (!word.IsEmpty)
        {
            var onset = OnsetLength(word);
            if (onset == word.Length || word[onset] is not ('a' or 'e' or 'i' or 'o' or 'u'))
            {
                if (onset == 0 || word[0] is not 'n')
                {
                    return false;
                }

                word = word[1..];
                continue;
            }

            word = word[(onset + 1)..];
        }

        return true;
    }

    private static int OnsetLength(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("sh", StringComparison.Ordinal) || word.StartsWith("ch", StringComparison.Ordinal) || word.StartsWith("ts", StringComparison.Ordinal))
        {
            return 2;
        }

        if (!"bdfghjkmnprstwyz".Contains(word[0]))
        {
            return 0;
        }

        // "kyo", and a doubled consonant as in "hattori".
        return word.Length > 1 && (word[1] == 'y' || (word[1] == word[0] && word[0] != 'n')) ? 2 : 1;
    }

    /// <summary>Hangul letters as some systems send them: Unicode's arithmetic for syllables (section 3.12 of the standard).</summary>
    private static char? Compose(char last, int next)
    {
        const int FirstSyllable = 0xAC00;
        const int Vowels = 21;
        const int Finals = 28;
        var initial = last - 0x1100;
        var vowel = next - 0x1161;
        if (initial is >= 0 and < 19 && vowel is >= 0 and < Vowels)
        {
            return (char)(FirstSyllable + (((initial * Vowels) + vowel) * Finals));
        }

        var final = next - 0x11A7;
        return last is >= (char)FirstSyllable and <= (char)0xD7A3 && (last - FirstSyllable) % Finals == 0 && final is > 0 and < Finals
            ? (char)(last + final)
            : null;
    }
}
