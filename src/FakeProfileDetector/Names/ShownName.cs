using System.Buffers;
using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>A display name as a person sees it: damage done on the way to the library mended, letters in disguise put right.</summary>
/// <param name="Text">The name to read.</param>
/// <param name="IsDisguised">Whether its letters were turned, reversed, or written as digits or flags.</param>
/// <param name="IsMended">Whether markup or wrongly read bytes were undone, or characters are lost.</param>
/// <param name="IsGarbled">Whether characters are lost: where the name differs from another, that says nothing.</param>
internal readonly record struct ShownName(string Text, bool IsDisguised = false, bool IsMended = false, bool IsGarbled = false)
{
    // Marks that strike letters through.
    private const char FirstStroke = '\u0334';
    private const char LastStroke = '\u0338';
    private const int FirstFlagLetter = 0x1F1E6;

    // Nearly all names hold none of these, and are read as they are.
    private static readonly SearchValues<char> Marks = SearchValues.Create("&<%\\?0134578@$");

    /// <summary>Mends a name; the text itself where there is nothing to mend.</summary>
    internal static ShownName Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\uFFFF') && !text.AsSpan().ContainsAny(Marks))
        {
            return new(text);
        }

        var (mended, isGarbled) = Mojibake.Mend(Markup.Strip(text));
        var whole = WithoutLostLetters(mended);
        var shown = DigitLetters.Spell(SpellFlags(TurnedLetters.PutRight(whole)));
        return new(
            shown,
            IsDisguised: shown != whole || shown.AsSpan().ContainsAnyInRange(FirstStroke, LastStroke),
            IsMended: isGarbled || whole != text,
            IsGarbled: isGarbled || whole != mended);
    }

    /// <summary>"Jos? Mu?oz": a question mark inside a word, or after one with another to follow, stands for a lost letter.</summary>
    private static string WithoutLostLetters(string text)
    {
        StringBuilder? rest = null;
        for (var i = text.Length - 2; i >= 0; i--)
        {
            var isInside = char.IsLetter(text[i + 1]) || (i > 0 && char.IsLetter(text[i - 1]) && i + 2 < text.Length);
            if (text[i] == '\uFFFD' || (text[i] == '?' && isInside))
            {
                (rest ??= new(text)).Remove(i, 1);
            }
        }

        return rest?.ToString() ?? text;
    }

    /// <summary>"🇳🇴🇷🇦": halves of flags that spell a name; beside other letters they are flags.</summary>
    private static string SpellFlags(string text)
    {
        if (!text.Contains('\uD83C'))
        {
            return text;
        }

        var spelled = new StringBuilder(text.Length);
        var isFlag = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return text;
            }

            var letter = rune.Value - FirstFlagLetter;
            isFlag |= letter is >= 0 and < 26;
            spelled.Append(letter is >= 0 and < 26 ? new Rune('A' + letter) : rune);
        }

        return isFlag ? spelled.ToString() : text;
    }
}
