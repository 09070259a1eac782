using System.Globalization;
using System.Text;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Takes off what stands around a name in a title: emoji, pronouns, degrees, forms of address. What remains stands in the title as it is.</summary>
internal static class NameTrimmer
{
    // "Associate Professor": alone they may be something else.
    private static readonly string[] Ranks = ["associate", "assistant", "adjunct", "visiting", "emeritus", "emerita", "full", "junior", "senior", "honorary", "privatdozent", "univ", "apl"];

    internal static string Trim(string text)
    {
        var name = WithoutAside(TrimSymbols(text));
        name = WithoutTail(name);
        return TrimSymbols(WithoutNativeTitles(WithoutTitles(WithoutCredentials(name))));
    }

    /// <summary>Whether what was taken off a name vouches for a person: pronouns, a degree, a form of address.</summary>
    /// <param name="text">The part of the title.</param>
    /// <param name="name">What <see cref="Trim"/> left of it.</param>
    internal static bool IsVouched(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (name.Length == 0 || at < 0)
        {
            return false;
        }

        var after = text[(at + name.Length)..].Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries);
        return HasPronouns(text)
            || Array.Exists(text[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries), word => IsTitle(word) || NameWordTable.NativeTitles.Contains(Plain(word)))
            || (after.Length > 0 && after[0].Count(char.IsUpper) > 1 && NameWordTable.Credentials.Contains(FoldOf(after[0])) && !NameWordTable.GenerationMarks.ContainsKey(FoldOf(after[0])) && !NoNameWords.IsFirm(FoldOf(after[0])));
    }

    /// <summary>"Ana Horvat (she/her)": nobody but a person has pronouns.</summary>
    internal static bool HasPronouns(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            return false;
        }

        var before = text[(text.LastIndexOfAny(['(', '[', ' '], slash) + 1)..slash];
        var end = text.IndexOfAny([')', ']', ' ', '/'], slash + 1);
        return NameWordTable.Pronouns.Contains(before.ToLowerInvariant()) && NameWordTable.Pronouns.Contains(text[(slash + 1)..(end < 0 ? text.Length : end)].ToLowerInvariant());
    }

    /// <summary>Emoji, quotation marks and the like at both ends.</summary>
    private static string TrimSymbols(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsSymbol(text, start, out var length))
        {
            start += length;
        }

        while (end > start)
        {
            var last = end - (end - start > 1 && char.IsLowSurrogate(text[end - 1]) ? 2 : 1);
            if (!IsSymbol(text, last, out _) || (text[last] == '.' && last > 0 && char.IsLetter(text[last - 1])) || text[last] is ')' or '）')
            {
                break;
            }

            end = last;
        }

        return text[start..end];
    }

    private static bool IsSymbol(string text, int at, out int length)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            length = 1;
            return true;
        }

        length = rune.Utf16SequenceLength;

        // A handle or a hashtag must still look like one, and what is cut off must still look cut off.
        return rune.Value is not ('@' or '#' or '…' or '/') && !Rune.IsLetterOrDigit(rune) && !ScriptDetection.IsEnclosedLetter(rune)
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            && !text.AsSpan(at).StartsWith("...", StringComparison.Ordinal) && !(rune.Value == '.' && at >= 2 && text[at - 1] == '.');
    }

    /// <summary>"Ana Horvat (she/her)"; one word in brackets may be a name.</summary>
    private static string WithoutAside(string name)
    {
        var open = name.LastIndexOfAny(['(', '（', '[']);
        if (open <= 0 || name[^1] is not (')' or '）' or ']'))
        {
            return name;
        }

        var aside = name[(open + 1)..^1];
        return aside.Length > 1 && char.IsUpper(aside[0]) && aside.All(c => char.IsLetter(c) || c is '-' or '\'') && aside.Any(char.IsLower)
            && !NameReader.Read(aside).Words.Exists(word => NoNameWords.IsNever(word) || NoNameWords.IsThing(word) || NameWordTable.Pronouns.Contains(word.Text)
                || NameWordTable.Decorations.Contains(word.Text) || NameWordTable.Credentials.Contains(word.Text))
            ? name : TrimSymbols(name[..open]);
    }

    /// <summary>"Ana Horvat, MBA"; but "Horvat, Ana" and "RUIZ VEGA, ANA" are names.</summary>
    private static string WithoutTail(string name)
    {
        var comma = name.IndexOfAny([',', '，', '،']);
        if (comma <= 0)
        {
            return name;
        }

        var before = NameReader.Read(name.AsSpan(0, Math.Min(comma, PersonName.MaximumLength))).Words;
        var after = NameReader.Read(name.AsSpan(comma + 1, Math.Min(name.Length - comma - 1, PersonName.MaximumLength))).Words;
        var isInverted = after.Count is > 0 and <= 3 && after.TrueForAll(word => !NameWordTable.Credentials.Contains(word.Text))
            && (before.Count == 1 || (after.Count == 1 && NameKindReader.IsGiven(after[0]) && before.TrueForAll(word => word.AllCapitals)));
        return isInverted ? name : name[..comma];
    }

    private static string WithoutCredentials(string name)
    {
        var isCapitals = !name.Any(char.IsLower);
        for (var words = name.Split(' '); words.Length > 2; words = name.Split(' '))
        {
            var last = words[^1];
            var isCredential = FoldOf(last) is var folded
                && (NameWordTable.GenerationMarks.ContainsKey(folded) is false && NameWordTable.Credentials.Contains(folded)
                    && (last.Count(char.IsUpper) > 1 || last.Contains('.', StringComparison.Ordinal)) && !isCapitals);
            var decoration = Array.FindIndex(words, 2, word => NameWordTable.Decorations.Contains(FoldOf(word)));
            if (decoration < 0 && !isCredential)
            {
                return name;
            }

            name = string.Join(' ', words[..(decoration > 0 ? decoration : ^1)]);
        }

        return name;
    }

    private static string WithoutTitles(string name)
    {
        var hadTitle = false;
        for (var words = name.Split(' '); words.Length > 2; words = name.Split(' '))
        {
            // "Dr. rer. nat. Ana Horvat", "Dr.-Ing.": what follows a title and is cut short with a small letter belongs to it.
            var isField = hadTitle && words[0][^1] == '.' && (char.IsLower(words[0][0]) || words[0].Contains('-', StringComparison.Ordinal));
            var isRank = Ranks.Contains(FoldOf(words[0])) && IsTitle(words[1]);
            if ((!isRank && !isField && !IsTitle(words[0])) || (words[0].Length == 2 && words[0].All(char.IsUpper)))
            {
                return name;
            }

            hadTitle = true;
            name = name[(words[0].Length + 1)..];
        }

        return name;
    }

    /// <summary>"г-н Иван Хорват", "堀 太郎さん", "길은채 교수": titles of other scripts before, after and at the end of a name.</summary>
    private static string WithoutNativeTitles(string name)
    {
        while (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && IsNativeTitle(name[..first]))
        {
            name = name[(first + 1)..];
        }

        while (name.LastIndexOf(' ') is > 0 and var last && (IsNativeTitle(name[(last + 1)..]) || NameWordTable.NativeSuffixes.Contains(name[(last + 1)..])))
        {
            name = name[..last];
        }

        foreach (var suffix in NameWordTable.NativeSuffixes)
        {
            // "王先生" is a family name and nothing else: two signs must stay.
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name[..^suffix.Length].TrimEnd();
            }
        }

        return name;
    }

    private static bool IsNativeTitle(string word) => NameWordTable.NativeTitles.Contains(Plain(word)) || NoNameWords.IsRank(word);

    private static string Plain(string word) => word.TrimEnd('.').Replace("\"", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>"Dr.", "Me" of French lawyers, "Mag." of Austrian graduates.</summary>
    private static bool IsTitle(string word) => word is "Me" or "Me." or "Mag." or "Ing." or "Ts." or "Ir." or "Dato'" or "Dato’" or "(Retd.)" or "(Retd)" or "(Ret.)" or "(r)" || word.StartsWith("Dipl.-", StringComparison.OrdinalIgnoreCase)
        || (word.Length < 24 && Array.TrueForAll(word.Split(['-', '.'], StringSplitOptions.RemoveEmptyEntries), part => NameWordTable.Titles.Contains(FoldOf(part)))
        && word.Any(char.IsLetter));

    /// <summary>The tables are of Latin words: in other scripts a name may be romanized to one of them.</summary>
    private static string FoldOf(string word) =>
        string.Concat(NameReader.Read(word.AsSpan(0, Math.Min(word.Length, PersonName.MaximumLength))).Words
            .Where(part => part.Scripts == NameScripts.Latin).Select(part => part.Text));
}
