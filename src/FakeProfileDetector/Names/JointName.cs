using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Names of several people: "Ana &amp; Marko Horvat", "Familie Horvat", "The Horvats".</summary>
internal static class JointName
{
    // "The Horvats": a plural of fewer letters is hardly told from a name.
    private const int MinimumPlural = 4;

    internal static bool IsJoint(List<NameWord> words, ReadOnlySpan<NameHints> hints, int start, int end)
    {
        if (end > 1 && (IsHousehold(words, hints, 0) || IsHousehold(words, hints, start) || IsHousehold(words, hints, end - 1)))
        {
            return true;
        }

        if (end == 2 && start == 1 && words[0].Text == "the" && words[1] is { Scripts: NameScripts.Latin, Text: var plural }
            && plural.Length >= MinimumPlural && plural[^1] == 's' && Nicknames.EntriesOf(plural).Length == 0)
        {
            return true;
        }

        return SplitAt(words, hints, 0, end) > 0
            || (end < words.Count && words[end].Part == NamePart.AfterComma && SplitAt(words, hints, end, words.Count) > 0);
    }

    /// <summary>"Smith &amp; Jones": two family names joined by a sign are a firm.</summary>
    internal static bool IsFirm(List<NameWord> words, ReadOnlySpan<NameHints> hints, int start, int end) =>
        start == 0 && end is 2 or 3 && end == words.Count && words[1].FollowsAmpersand && hints[0] == NameHints.None
        && words[0].Letters > 1 && words[^1].Letters > 1 && IsOnlyFamily(words[0]) && IsOnlyFamily(words[1]);

    /// <summary>The first word of the second person; 0 where there is none.</summary>
    internal static int SplitAt(List<NameWord> words, ReadOnlySpan<NameHints> hints, int start, int end)
    {
        // "Ruiz y Vega, Ana" is one person, and so may "Ruiz & Vega, Ana" be.
        var hasComma = start > 0 || (end < words.Count && words[end].Part == NamePart.AfterComma);
        for (var i = start + 1; i < end; i++)
        {
            if (words[i].FollowsAmpersand && AreTwo(words[start], words[i], hasComma))
            {
                return i;
            }

            if (i + 1 < end && (hints[i] & NameHints.Joiner) != 0 && !words[i].AllCapitals && AreTwo(words[start], words[i + 1], hasComma))
            {
                return i + 1;
            }

            // Between two given names, and one alone before it: "Juan Vicente y Simón" has two family names.
            if (i + 1 < end && i == start + 1 && !hasComma && (hints[i] & NameHints.JoinerWeak) != 0 && !IsCapital(words[i]) && !words[i].IsJoined && !words[i + 1].IsJoined
                && NameKindReader.IsGiven(words[start]) && NameKindReader.IsGiven(words[i + 1]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>The people that a couple's name names, each with a family name; none where no first word of a second is known.</summary>
    internal static (List<NameWord> First, List<NameWord> Second)? People(List<NameWord> words)
    {
        var main = words.FindIndex(static word => word.Part != NamePart.Main);
        var end = main < 0 ? words.Count : main;
        Span<NameHints> hints = stackalloc NameHints[end];
        for (var i = 0; i < end; i++)
        {
            hints[i] = NameKindTable.Shipped.Of(words[i].Scripts == NameScripts.Latin ? words[i].Text : words[i].Written);
        }

        var second = SplitAt(words, hints, 0, end);
        if (second == 0)
        {
            return null;
        }

        var first = words[..(words[second].FollowsAmpersand ? second : second - 1)];
        var other = words[second..end];
        if (first.Count(static word => !NameWordTable.Titles.Contains(word.Text)) == 1 && other.Count > 1)
        {
            // "Ana & Marko Horvat": the family name is both people's. Words between are the second's own.
            first.AddRange(FamilyOf(other));
        }

        return (first, other);
    }

    /// <summary>The last word, with particles before it.</summary>
    private static List<NameWord> FamilyOf(List<NameWord> words)
    {
        var start = words.Count - 1;
        while (start > 1 && NameWordTable.Particles.Contains(words[start - 1].Text))
        {
            start--;
        }

        return words[start..];
    }

    private static bool IsHousehold(List<NameWord> words, ReadOnlySpan<NameHints> hints, int position) =>
        (hints[position] & NameHints.Household) != 0 && words[position].Part == NamePart.Main;

    private static bool AreTwo(NameWord first, NameWord second, bool hasComma) =>
        hasComma ? NameKindReader.IsGiven(first) && NameKindReader.IsGiven(second) : !IsOnlyFamily(first) && !IsOnlyFamily(second);

    /// <summary>Known as part of names, and not as a given name.</summary>
    private static bool IsOnlyFamily(NameWord word) =>
        Nicknames.EntriesOf(word.Text).Length == 0 && TokenFrequency.BitsOf(word.Text) < TokenFrequency.MaximumBits && !NameWordTable.Titles.Contains(word.Text);

    /// <summary>Scripts without case have no capitals.</summary>
    private static bool IsCapital(NameWord word) => word.AllCapitals && (word.Scripts & (NameScripts.Latin | NameScripts.Greek | NameScripts.Cyrillic)) != 0;
}
