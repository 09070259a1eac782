using System.Text;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Whose name a part of a title is.</summary>
internal enum NameVerdict
{
    /// <summary>No name, or not surely one.</summary>
    None,

    /// <summary>One person's.</summary>
    Person,

    /// <summary>A company's, a brand's, a post's.</summary>
    Organization,

    /// <summary>Of several people.</summary>
    Several,
}

/// <summary>Decides whether a part of a title is one person's name. A wrong name accuses somebody: in doubt it is none.</summary>
internal static class NameGate
{
    private const int MaximumLength = 80;
    private const int MaximumWords = 7;
    private const int MaximumWeakWords = 4;

    private static readonly string[] Joiners = ["and", "und", "et", "en", "og", "och", "ve", "ja", "with", "i", "y", "e", "и", "та", "και", "و"];

    private static readonly string[] NameEndings =
    [
        "a", "i", "u", "ao", "ho", "ko", "mo", "ro", "to", "zo", "jo", "vic", "sky", "sen", "sson", "berg", "mann", "gaard", "ez", "ov", "ev", "oglu", "ian", "yan",
        "nen", "escu", "stein", "wicz", "czyk", "akis", "idis", "poulos", "enko", "chuk", "dze", "auskas", "aitis", "huizen", "stra", "quist", "holm", "strom", "lund", "feldt", "meyer", "maier", "stad", "vik", "dal", "rud", "haug", "nes", "sund", "gard", "bakken", "moen", "dottir", "iou", "jevic", "schmidt", "hofer", "huber", "bauer",
    ];

    private static readonly string[] EnglishEndings =
        ["y", "er", "or", "ed", "ing", "le", "ck", "ght", "ce", "ge", "ve", "te", "sh", "ful", "ic", "ll", "ow", "ee", "oo", "ump", "ound", "eat", "oom", "ook", "ock", "eet", "ood"];

    private static readonly string[] FamilyEndings =
        ["wicz", "czyk", "shvili", "adze", "idze", "poulos", "poulou", "akis", "idis", "iadis", "enko", "chuk", "nsson", "rsson", "lsson", "ksson", "dottir", "quist", "qvist", "gaard", "zadeh", "wala", "evych", "ovych", "escu", "eanu", "auskas", "auskiene", "nytsky", "ovsky", "evsky"];

    private static readonly string[] CyrillicEndings =
        ["ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ский", "цкий", "ская", "цкая", "ко", "ук", "юк", "ян", "дзе", "вили", "ич", "ых", "их", "ець", "ський", "ська", "цький", "цька", "ски", "ска", "ић", "ия", "оглы", "заде", "ман", "берг", "штейн", "сон", "ис", "ус", "ай", "уля", "ун", "ба", "ло"];

    private static readonly string[] Patronymics = ["ович", "евич", "овна", "евна", "івна", "ївна"];

    /// <summary>Judges a part of a title from which <see cref="NameTrimmer"/> has taken what stands around a name.</summary>
    /// <param name="name">The part of the title.</param>
    /// <param name="trust">How far the page vouches for it.</param>
    /// <param name="handle">Under which name the page stands on its site, where it has one.</param>
    /// <param name="isVouched">Whether a degree, pronouns or a form of address beside it say that a person is meant.</param>
    internal static NameVerdict Judge(string name, Trust trust, string? handle = null, bool isVouched = false)
    {
        if (name.Length is < 2 or > MaximumLength)
        {
            return NameVerdict.None;
        }

        if (!HasOnlyNameCharacters(name, out var joins))
        {
            return joins && PersonName.Parse(name).Kind == NameKind.Couple ? NameVerdict.Several : NameVerdict.None;
        }

        var words = NameReader.Read(name).Words;
        var verdict = JudgeKind(name, words, joins);
        if (verdict != NameVerdict.Person)
        {
            return verdict;
        }

        if (words.Count is 0 or > MaximumWords || words.Exists(NoNameWords.IsNever))
        {
            return NameVerdict.None;
        }

        return HasCaseOfNames(name, trust) && IsPlausible(words, trust, handle, isVouched) ? NameVerdict.Person : NameVerdict.None;
    }

    private static NameVerdict JudgeKind(string name, List<NameWord> words, bool joins)
    {
        if (joins)
        {
            return PersonName.Parse(name).Kind == NameKind.Organization ? NameVerdict.Organization : NameVerdict.Several;
        }

        for (var i = 1; i < words.Count - 1; i++)
        {
            // "Ruiz y Vega" is one family name: a single letter joins people only before a given name.
            var joiner = words[i].Scripts == NameScripts.Latin ? words[i].Text : words[i].Written;
            if (Joiners.Contains(joiner) && !words[i].HasStop && !words[i].AllCapitals
                && (joiner.Length > 2 || joiner is "et" or "en" or "og" or "ve" or "ja" or "та" || (GivenNames.IsGiven(words[i + 1]) && GivenNames.IsGiven(words[0]))))
            {
                return NameVerdict.Several;
            }
        }

        var parsed = PersonName.Parse(name);
        return parsed.Kind switch
        {
            NameKind.Person when !parsed.IsHandle && !parsed.Tokens.IsEmpty && !parsed.IsInitialsOnly => NameVerdict.Person,
            NameKind.Organization or NameKind.Role or NameKind.Fan => NameVerdict.Organization,
            NameKind.Couple => NameVerdict.Several,
            _ => NameVerdict.None,
        };
    }

    private static bool IsPlausible(List<NameWord> words, Trust trust, string? handle, bool isVouched)
    {
        if (words.Count == 1)
        {
            return IsPlausibleAlone(words[0], trust, handle, isVouched);
        }

        var given = words.Exists(GivenNames.IsGiven);
        if (!MayHaveThings(words, trust, isVouched))
        {
            return false;
        }

        if (trust == Trust.Trusted)
        {
            return true;
        }

        if ((!isVouched && BrandSigns.AreAllWordsThings(words)) || (trust == Trust.Soft && BrandSigns.IsContradicted(words, handle, words.Exists(IsKnown))))
        {
            return false;
        }

        if (words.Exists(word => NoNameWords.SoundsLikeThing(word) && !IsKnown(word)) || !words.Exists(word => word.Letters > 1))
        {
            return false;
        }

        if (trust == Trust.Soft)
        {
            return isVouched || given || words.Exists(IsKnown) || (words.Exists(SoundsLikeName) && !IsCyrillicPhrase(words)) || !words.Exists(SoundsEnglish);
        }

        var first = words[0];
        return words.Count <= MaximumWeakWords && !words.Exists(NoNameWords.IsPlace) && (IsKnown(words[^1]) || SoundsLikeName(words[^1]) || !SoundsEnglish(words[^1]))
            && (words.Exists(IsPatronymic) || GivenNames.IsGiven(first) || IsFamilyNameOnly(words[^1]) || GivenNames.IsAfterFamilyName(words[^1]) || (given && words.Count(IsKnown) > 1) || (first.Native.Length > 0 && IsEastAsianName(first)) || IsInverted(words));
    }

    /// <summary>"Joy Horvat", not "Joy of Cooking": one word for a thing that is a name as well, beside a word that is no such word.</summary>
    private static bool MayHaveThings(List<NameWord> words, Trust trust, bool isVouched)
    {
        var things = words.FindAll(NoNameWords.IsThing);
        return things.Count == 0 || (isVouched && things.TrueForAll(thing => IsKnown(thing) || NoNameWords.IsThingAndName(thing)))
            || (things.Count == 1 && IsKnown(things[0]) && (trust == Trust.Trusted || GivenNames.IsGiven(words[0]) || (trust == Trust.Soft && words.Exists(GivenNames.IsGiven))));
    }

    /// <summary>"Хорват, Ана": a comma between two parts is as good as a name that is known.</summary>
    private static bool IsInverted(List<NameWord> words) =>
        words[0].Part == NamePart.Main && words[1].Part == NamePart.AfterComma && GivenNames.IsGiven(words[1]);

    /// <summary>A single word is a name where it is known as one, or is a whole name in a script without spaces.</summary>
    private static bool IsPlausibleAlone(NameWord word, Trust trust, string? handle, bool isVouched) =>
        !NoNameWords.IsThing(word)
        && (word.Native.Length > 0
            ? (trust >= Trust.Soft && GivenNames.HasRareFamilyName(word.Native)) || (IsEastAsianName(word) && (trust > Trust.Weak || (word.Native.Length > 2 && !NoNameWords.EndsAsThing(word.Native)))) || (trust == Trust.Trusted && word.Native.Length is >= 3 and <= 5)
            : trust >= Trust.Soft && (NameKindReader.IsGiven(word) || (isVouched && GivenNames.IsGiven(word)) || (trust == Trust.Trusted && IsMononym(word, handle))));

    /// <summary>"Suryanto" at <c>/in/suryanto-8871b</c>: many people of Indonesia have one name only, and their address spells it.</summary>
    private static bool IsMononym(NameWord word, string? handle) =>
        word.Text.Length > 4 && handle is not null && handle.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase)
        && SoundsLikeName(word) && !NoNameWords.SoundsLikeThing(word) && !NoNameWords.IsThingAndName(word);

    private static bool IsEastAsianName(NameWord word) =>
        word.Native.Length is >= 2 and <= 5 && (GivenNames.HasFamilyName(word.Native) || GivenNames.EndsWithGiven(word.Native));

    /// <summary>
    /// Where no word is known: names of many languages end in vowels or carry accents, as few words of English do, and particles
    /// stand inside names only. Brands are mostly English words.
    /// </summary>
    private static bool SoundsLikeName(NameWord word) => word.Scripts != NameScripts.Latin || NameWordTable.Particles.Contains(word.Text)
        || (word.Text.Length > 2 && (word.Written.AsSpan().ContainsAnyExceptInRange('a', 'z') || Array.Exists(NameEndings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>Ends as English words do more often than names.</summary>
    private static bool SoundsEnglish(NameWord word) => Array.Exists(EnglishEndings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal)) || IsPlural(word);

    /// <summary>"Panthers", not "Kazlauskas".</summary>
    private static bool IsPlural(NameWord word) =>
        word.Scripts == NameScripts.Latin && word.Text.Length > 3 && word.Text[^1] == 's' && !word.Text.AsSpan()[^2..^1].ContainsAny("aiou");

    /// <summary>"Злой Хомяк": Cyrillic words of which none ends as a family name does.</summary>
    private static bool IsCyrillicPhrase(List<NameWord> words) =>
        words.TrueForAll(word => word.Scripts == NameScripts.Cyrillic) && !words.Exists(word => Array.Exists(CyrillicEndings, ending => word.Written.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>"Krasowicz", "Kalligaridis", "Gelashvili": ends as family names do and words for things do not.</summary>
    private static bool IsFamilyNameOnly(NameWord word) => word.Letters > 5
        && word.Scripts is NameScripts.Latin or NameScripts.Greek
        && (Array.Exists(FamilyEndings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal)) || word.Written.EndsWith("ić", StringComparison.Ordinal) || word.Written.EndsWith("oğlu", StringComparison.Ordinal));

    /// <summary>"Борисовна", "Григорович": nobody but a person has a father's name.</summary>
    private static bool IsPatronymic(NameWord word) => word.Scripts == NameScripts.Cyrillic && word.Letters > 5
        && Array.Exists(Patronymics, ending => word.Written.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsKnown(NameWord word) => GivenNames.IsGiven(word) || TokenFrequency.BitsOf(word.Text) < TokenFrequency.MaximumBits;

    /// <summary>"Ana van der Berg", "ana horvat", not "Ana says hello": small letters begin particles only, or all words.</summary>
    private static bool HasCaseOfNames(string name, Trust trust)
    {
        var (capitals, small) = (0, 0);
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = name.AsSpan(range).TrimStart("(\"“'’.,");
            if (word.IsEmpty)
            {
                continue;
            }

            var isSmall = char.IsLower(word[0]) && !(word.Length < 20 && NameReader.Read(word).Words is [var read, ..] && NameWordTable.Particles.Contains(read.Text));
            small += isSmall ? 1 : 0;
            capitals += char.IsUpper(word[0]) ? 1 : 0;
        }

        // "Ana d'Arc", "Marie l'Estrange": an apostrophe parts particles as well.
        return small == 0 || (trust == Trust.Trusted && small == 1 && capitals > 1 && HasSmallWordInside(name)) || (capitals == 0 && trust >= Trust.Soft && NameReader.Read(name).Words.Exists(word => GivenNames.IsGiven(word) && !NoNameWords.IsThingAndName(word))) || (small == 1 && name.AsSpan().ContainsAny("'’") && trust >= Trust.Soft && capitals > 0 && IsElided(name));
    }

    /// <summary>"Mwangi wa Karanja": where only people have pages, one short word between two others may be a particle that is not known.</summary>
    private static bool HasSmallWordInside(string name)
    {
        var words = name.Split(' ');
        return Array.FindIndex(words, word => char.IsLower(word[0])) is > 0 and var at && at < words.Length - 1 && words[at].Length is 2 or 3 or 4 && words[at].All(char.IsLower);
    }

    private static bool IsElided(string name) =>
        Array.Exists(name.Split(' '), word => word.Length > 3 && char.IsLower(word[0]) && (word[1] is '\'' or '’') && char.IsUpper(word[2]));

    /// <summary>Letters, and what stands between them in names.</summary>
    /// <param name="name">The part of the title.</param>
    /// <param name="joins">Whether a sign joins two people or parts of a firm.</param>
    private static bool HasOnlyNameCharacters(string name, out bool joins)
    {
        joins = name.AsSpan().ContainsAny("&＆+");
        var stops = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            stops = rune.Value == '.' ? stops + 1 : 0;
            var isPart = Rune.IsLetter(rune) || ScriptDetection.IsEnclosedLetter(rune) || Rune.GetUnicodeCategory(rune) is
                System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
                || rune.Value is ' ' or '-' or '‐' or '‑' or '–' or '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '.' or ',' or '，' or '،' or '(' or ')' or '（' or '）' or '"' or '“' or '”' or '„'
                    or '·' or '・' or '&' or '＆' or '+' or '=' or '＝' or 'ـ' or '׳' or '״';
            if (!isPart || stops > 1)
            {
                return false;
            }
        }

        // A dash between spaces parts a name from what follows.
        return !name.Contains(" - ", StringComparison.Ordinal) && !name.Contains(" – ", StringComparison.Ordinal) && !name.Contains(" · ", StringComparison.Ordinal)
            && (name.Contains(' ', StringComparison.Ordinal) || !name.Contains('.', StringComparison.Ordinal));
    }
}
