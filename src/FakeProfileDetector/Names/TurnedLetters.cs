using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Puts names right that are written upside down ("ɐɹoN") or backwards under a control that turns them on the screen.</summary>
internal static class TurnedLetters
{
    private const char LeftToRightOverride = '\u202D';
    private const char RightToLeftOverride = '\u202E';
    private const char PopDirection = '\u202C';

    // Turned letters that hardly any name is written with: two of them, and all others letters that can be turned, show the trick.
    private const string Telltale = "ɐɟƃɥᴉɾʞꞁɯɹʇʌʍʎ∀ⱯᗺᗡℲ⅁⋊ꓘ⅂Ꞁꓶᴚꓤ┴⊥ꓕ⅄";
    private const int MinimumTelltale = 2;

    private static readonly FrozenDictionary<char, char> Upright = Read(
        "ɐaqbɔcpdǝeɟfƃgɥhᴉiıiɾjʞkꞁlllɯmunoodpbqɹrssʇtnuʌvʍwxxʎyzz∀AⱯAᗺBƆCᗡDꓷDƎEℲF⅁GHHIIſJ⋊KꓘK⅂LꞀLꓶLWMNNOOԀPΌQᴚRꓤRSS┴T⊥TꓕT∩UՈUΛVMWXX⅄YZZ");

    /// <summary>The name as it is read; the text itself where nothing is turned.</summary>
    internal static string PutRight(string text)
    {
        if (text.AsSpan().ContainsAny(LeftToRightOverride, RightToLeftOverride))
        {
            return WithoutOverrides(text);
        }

        return IsUpsideDown(text) ? Choose(Turn(text), Backwards(Turn(text))) : text;
    }

    private static bool IsUpsideDown(string text)
    {
        var telltale = 0;
        foreach (var character in text)
        {
            if (Telltale.Contains(character))
            {
                telltale++;
            }
            else if (char.IsLetter(character) && !Upright.ContainsKey(character))
            {
                return false;
            }
        }

        return telltale >= MinimumTelltale;
    }

    private static string Turn(string text) => string.Concat(text.Select(character => Upright.GetValueOrDefault(character, character)));

    /// <summary>What stands between an override and its end is shown backwards, if its script does not run that way anyhow.</summary>
    private static string WithoutOverrides(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (LeftToRightOverride or RightToLeftOverride))
            {
                shown.Append(text[i]);
                continue;
            }

            var end = text.IndexOf(PopDirection, i);
            end = end < 0 ? text.Length : end;
            var part = text[(i + 1)..end].Trim(LeftToRightOverride, RightToLeftOverride);
            var isTurned = part.Any(IsRightToLeft) == (text[i] == LeftToRightOverride);
            shown.Append(isTurned ? Choose(part, Backwards(part)) : part);
            i = end;
        }

        var read = shown.ToString();
        return read == string.Concat(text.Where(character => character is not (LeftToRightOverride or RightToLeftOverride or PopDirection))) ? text : read;
    }

    private static bool IsRightToLeft(char letter) =>
        !char.IsSurrogate(letter) && (ScriptDetection.Of(new(letter)) & (NameScripts.Hebrew | NameScripts.Arabic)) != 0;

    /// <summary>Of the two directions the one with capitals at the beginnings of words, or with known names; else as it is shown.</summary>
    private static string Choose(string stored, string shown)
    {
        var (before, after) = (Capitals(stored), Capitals(shown));
        if (before == after)
        {
            (before, after) = (KnownNames.Count(stored), KnownNames.Count(shown));
        }

        return before > after ? stored : shown;
    }

    private static int Capitals(string text) =>
        text.Split(' ').Count(static word => word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[^1]));

    private static string Backwards(string text)
    {
        var elements = new List<string>();
        for (var all = StringInfo.GetTextElementEnumerator(text); all.MoveNext();)
        {
            elements.Add(all.GetTextElement());
        }

        elements.Reverse();
        return string.Concat(elements);
    }

    private static FrozenDictionary<char, char> Read(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToFrozenDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1]);
}
