using System.Numerics;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Whether two words are spellings of one, and what that says.</summary>
internal static class TokenComparer
{
    /// <summary>Bits for one person that agreement of the words is worth; 0 or less where they do not agree.</summary>
    internal static double SpellingBits(NameToken a, NameToken b) =>
        a.Script == b.Script ? SameScript(a, b) : TwoScripts(a, b);

    /// <summary>How alike two words sound that do not agree, in bits.</summary>
    internal static double SimilarityBits(NameToken a, NameToken b) => a.Script == b.Script
        ? LetterCorrespondence.Bits(a.Sound, b.Sound, LetterCorrespondence.TableFor(NameScripts.Latin))
        : TwoScripts(a, b);

    internal static bool AreExact(NameToken a, NameToken b) =>
        a.Text == b.Text && (a.Native.Length == 0 || b.Native.Length == 0 || a.Native == b.Native);

    /// <summary>Whether one is a usual spelling, in the other's script, of the other: "Park" of 박, "Tan" of 陈.</summary>
    internal static bool IsUsualSpelling(NameToken a, NameToken b) =>
        IsJapaneseSpelling(a, b) || (a.Script != b.Script && (a.Spellings.Length > 0 || b.Spellings.Length > 0)
        && (Array.IndexOf(a.Spellings, b.Text) >= 0 || Array.IndexOf(b.Spellings, a.Text) >= 0 || a.Spellings.AsSpan().IndexOfAny(b.Spellings) >= 0));

    /// <summary>
    /// Two spellings of one Japanese word ("Joh", "Jo"), or what characters may be read as. Of two common names each is meant as written.
    /// </summary>
    private static bool IsJapaneseSpelling(NameToken a, NameToken b) => (a.Japanese, b.Japanese) switch
    {
        (null, null) => a.MayBeJapanese && b.MayBeJapanese && a.Native.Length == 0 && b.Native.Length == 0 && !(a.IsKnownName && b.IsKnownName)
            && JapaneseSpelling.AreOneWord(a.JapaneseText, b.JapaneseText),
        ({ } reading, null) => reading.Fits(b.JapaneseText),
        (null, { } reading) => reading.Fits(a.JapaneseText),
        _ => false,
    };

    /// <summary>
    /// Whether tables know both as forms of one given name, or as spellings of one family name. Signs and syllables are compared as
    /// written: the same sound is not the same name.
    /// </summary>
    internal static bool AreForms(NameToken a, NameToken b, bool areFamilyNames) =>
        (a.Native.Length == 0 || b.Native.Length == 0)
        && (Nicknames.AreForms(a.GivenNames, b.GivenNames, spellingsOnly: areFamilyNames) || Romanizations.AreOneName(a.FamilyNameTable, b.FamilyNameTable)
            || BelarusianSpelling.AreOneName(a.Text, b.Text));

    /// <summary>The same only when letters are read by their shapes: "Аna" with a Cyrillic А.</summary>
    internal static bool LookAlike(NameToken a, NameToken b) =>
        (a.LookAlike is { } shapeA && AreOneShape(shapeA.Text, b.Text))
        || (b.LookAlike is { } shapeB && AreOneShape(shapeB.Text, a.Text))
        || (a.LookAlike is { } x && b.LookAlike is { } y && AreOneShape(x.Text, y.Text));

    /// <summary>What looks like I may be meant as l.</summary>
    private static bool AreOneShape(string a, string b)
    {
        for (var i = 0; i < a.Length && a.Length == b.Length; i++)
        {
            if (a[i] != b[i] && !(a[i] is 'i' or 'l' && b[i] is 'i' or 'l'))
            {
                return false;
            }
        }

        return a.Length == b.Length;
    }

    /// <summary>How many open words from the first on, written together, are the whole word; 0 where they are not.</summary>
    internal static int JoinedRun(NameToken whole, ReadOnlySpan<NameToken> words, uint open)
    {
        var rest = whole.Text.AsSpan();
        var run = 0;
        while (!rest.IsEmpty && run < words.Length && (open >> run & 1) != 0 && rest.StartsWith(words[run].Text, StringComparison.Ordinal))
        {
            rest = rest[words[run].Text.Length..];
            run++;
        }

        return rest.IsEmpty ? run : 0;
    }

    /// <summary>Whether one word is the other cut short, as people cut long given names: "Charu" of "Charumathi".</summary>
    internal static bool IsShortened(NameToken a, NameToken b)
    {
        var (shorter, longer) = a.Text.Length < b.Text.Length ? (a, b) : (b, a);
        return a.Script == b.Script && a.Native.Length == 0
            && shorter.Text.Length >= 3 && longer.Text.Length >= shorter.Text.Length + 2
            && longer.Text.StartsWith(shorter.Text, StringComparison.Ordinal)
            && !shorter.IsKnownName;
    }

    internal static bool FitsInitial(NameToken a, NameToken b) =>
        (a.IsInitial && StartsWith(b, a)) || (b.IsInitial && StartsWith(a, b));

    private static bool StartsWith(NameToken word, NameToken initial) =>
        word.Text.StartsWith(initial.Text, StringComparison.Ordinal)
        || (initial.Text.Length == 1 && word.Sound[0] == initial.Sound[0]);

    /// <summary>What it says that one word sounds like two written together; 0 unless more than either of them alone says.</summary>
    internal static double JoinedSpellingBits(NameToken whole, NameToken first, NameToken second)
    {
        var length = first.Sound.Length + second.Sound.Length;
        if (!whole.IsWord || first.IsInitial || second.IsInitial || whole.Native.Length > 0 || length > SoundSymbols.MaximumLength
            || length > whole.Sound.Length + 4 || length + 4 < whole.Sound.Length)
        {
            return 0;
        }

        Span<byte> joined = stackalloc byte[SoundSymbols.MaximumLength];
        first.Sound.CopyTo(joined);
        second.Sound.CopyTo(joined[first.Sound.Length..]);
        joined = joined[..length];
        double bits;
        if (whole.Script == first.Script)
        {
            var table = LetterCorrespondence.TableFor(NameScripts.Latin);
            var ownBits = first.SelfBits + second.SelfBits;
            bits = LetterCorrespondence.Bits(whole.Sound, joined, table);
            var loss = ((whole.SelfBits + ownBits) / 2) - bits;
            bits = loss <= NameWeights.ToleratedShareOfJoinedLoss * Math.Min(whole.SelfBits, ownBits) ? bits - (2 * loss) : 0;
        }
        else if (whole.Script == NameScripts.Latin)
        {
            var table = LetterCorrespondence.TableFor(first.Script);
            bits = LetterCorrespondence.Bits(whole.Sound, joined, table) - NameWeights.TransliterationThreshold(table);
        }
        else
        {
            return 0;
        }

        return bits > 0 && bits > SpellingBits(whole, first) && bits > SpellingBits(whole, second) ? bits : 0;
    }

    private static double SameScript(NameToken a, NameToken b)
    {
        // A syllable or sign is right or wrong: in scripts of syllables near is another name.
        if (a.Native.Length > 0 || !MayBeNear(a, b))
        {
            return 0;
        }

        if (!(a.IsKnownName && b.IsKnownName) && IsTransposed(a.Text, b.Text))
        {
            return NameWeights.TransposedBits;
        }

        var bits = LetterCorrespondence.Bits(a.Sound, b.Sound, LetterCorrespondence.TableFor(NameScripts.Latin));
        var loss = ((a.SelfBits + b.SelfBits) / 2) - bits;
        var tolerated = a.IsKnownName && b.IsKnownName
            ? IsAnotherName(a.Text, b.Text) ? -1 : NameWeights.ToleratedLossOfKnownNames
            : NameWeights.ToleratedShareOfLoss * Math.Min(a.SelfBits, b.SelfBits);
        return loss <= tolerated ? Math.Max(bits - (2 * loss), 1) : 0;
    }

    /// <summary>
    /// Short names are too close to each other ("Lena", "Lana"), and final vowels tell names of men and women apart ("Julio", "Julia").
    /// </summary>
    private static bool IsAnotherName(string a, string b) =>
        Math.Min(a.Length, b.Length) < 5 || (a[^1] != b[^1] && IsEnding(a[^1]) && IsEnding(b[^1]));

    private static bool IsEnding(char letter) => letter is 'a' or 'e' or 'o';

    /// <summary>Two neighbors swapped inside a word, also where that makes other sound symbols: "Lakhal", "Lakahl".</summary>
    private static bool IsTransposed(string a, string b)
    {
        if (a.Length != b.Length || a.Length < 5)
        {
            return false;
        }

        var start = a.AsSpan().CommonPrefixLength(b);
        return start > 0 && start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start]
            && a.AsSpan(start + 2).SequenceEqual(b.AsSpan(start + 2));
    }

    /// <summary>A quick no for words that share too few symbols, or of which one is much longer.</summary>
    private static bool MayBeNear(NameToken a, NameToken b)
    {
        var shorter = Math.Min(a.Sound.Length, b.Sound.Length);
        var longer = Math.Max(a.Sound.Length, b.Sound.Length);
        return shorter >= 3 && longer <= shorter + 3 && BitOperations.PopCount(a.Symbols & b.Symbols) * 2 >= BitOperations.PopCount(a.Symbols | b.Symbols);
    }

    private static double TwoScripts(NameToken a, NameToken b)
    {
        var (latin, native) = a.Script == NameScripts.Latin ? (a, b) : (b, a);
        if (latin.Japanese is not null || native.Japanese is not null)
        {
            // Characters read in Japanese fit or do not.
            return 0;
        }

        if (latin.Script != NameScripts.Latin && (latin.Native.Length > 0 || native.Native.Length > 0))
        {
            // Between two scripts of syllables and signs only what the table of family names says is known.
            return 0;
        }

        var table = LetterCorrespondence.TableFor(latin.Script == NameScripts.Latin ? native.Script : NameScripts.Latin);
        return LetterCorrespondence.Bits(latin.Sound, native.Sound, table) - NameWeights.TransliterationThreshold(table);
    }
}
