using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Reads digits inside words as the letters that they look like: "N0ra L1ndqv1st".</summary>
/// <remarks>
/// Only in names of several words, and only where digits stand between letters: "Boris Kovac 2" has a number, and "n0ra" alone is a
/// user name.
/// </remarks>
internal static class DigitLetters
{
    /// <summary>The name in letters; the text itself where it has no such digits, or others.</summary>
    internal static string Spell(string text)
    {
        if (!text.Any(IsLookAlike))
        {
            return text;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var inside = 0;
        foreach (var word in words)
        {
            if (!word.All(IsPartOfName) || (word.Contains('@') && word.Contains('.')))
            {
                return text;
            }

            inside += HasDigitInside(word) ? 1 : 0;
        }

        var isName = words.Length > 1 && inside > 0 && words.All(static word => word.Any(char.IsLetter));
        return isName ? string.Join(' ', words.Select(SpellWord)) : text;
    }

    private static bool IsLookAlike(char character) => character is '0' or '1' or '3' or '4' or '5' or '7' or '8' or '@' or '$';

    private static bool IsPartOfName(char character) =>
        IsLookAlike(character) || char.IsLetter(character) || char.IsSurrogate(character) || character is '.' or '-' or '\'' or '’';

    /// <summary>
    /// Letters on both sides, and as many of them as digits: "R2D2" is no name. It begins as names do: "h4ck3r" is a user name.
    /// </summary>
    private static bool HasDigitInside(string word)
    {
        var first = Array.FindIndex(word.ToCharArray(), IsLookAlike);
        return first > 0 && !char.IsLower(word[0]) && word.Count(IsLookAlike) * 2 <= word.Length && word.Skip(first).Any(char.IsLetter);
    }

    private static string SpellWord(string word)
    {
        if (!word.Any(IsLookAlike))
        {
            return word;
        }

        // 1 is i or l: the one that makes a known name, i for want of one.
        var withI = Spell(word, 'i');
        var withL = Spell(word, 'l');
        return KnownNames.Has(withL) && !KnownNames.Has(withI) ? withL : withI;
    }

    private static string Spell(string word, char one)
    {
        var spelled = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            spelled.Append(character switch
            {
                '0' => 'o',
                '1' => one,
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                '8' => 'b',
                _ => character,
            });
        }

        return spelled.ToString();
    }
}
