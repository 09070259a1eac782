using System.Collections.Frozen;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Takes away what stands around a name and is none: titles, credentials, generation marks, pronouns, decoration.</summary>
internal static class TitleStripper
{
    /// <summary>Strips, and gives the generation that was told on the way (0: none was).</summary>
    internal static byte Strip(List<NameWord> words)
    {
        StripDecoration(words);
        NativeTitles.Strip(words);
        var generation = GenerationMarks.Strip(words);
        StripLeadingTitles(words);
        StripCredentials(words);

        // "(she/her)", "(Hiring)": an aside is part of a name only where it may be one.
        words.RemoveAll(word => word.Part == NamePart.Aside && (Is(word, NameWordTable.Decorations) || Is(word, NameWordTable.Pronouns)));
        return generation;
    }

    /// <summary>The tables are of Latin words: in other scripts a name may be romanized to one of them.</summary>
    private static bool Is(NameWord word, FrozenSet<string> words) => word.Scripts == NameScripts.Latin && words.Contains(word.Text);

    /// <summary>What follows a whole name in other words: "Ana Horvat hiring engineers", "Ana Horvat she/her".</summary>
    private static void StripDecoration(List<NameWord> words)
    {
        var end = words.FindIndex(Math.Min(2, words.Count), word => Is(word, NameWordTable.Decorations));
        if (end < 0)
        {
            end = words.FindIndex(Math.Min(2, words.Count), word => Is(word, NameWordTable.Pronouns));
            end = end >= 0 && end + 1 < words.Count && Is(words[end + 1], NameWordTable.Pronouns) ? end : -1;
        }

        if (end >= 0)
        {
            words.RemoveRange(end, words.Count - end);
        }

        // Not before: the bar of "she/her" begins a decoration too.
        words.RemoveAll(word => word.Part == NamePart.Decoration);
    }

    /// <summary>One word must remain: "Dr. Horvat" is a name of a single word.</summary>
    private static void StripLeadingTitles(List<NameWord> words)
    {
        while (words.Count > 1 && !words[0].IsLetter)
        {
            if (words.Count > 2 && NameWordTable.IsTitlePair(words[0].Text, words[1].Text))
            {
                words.RemoveRange(0, 2);
            }
            else if (Is(words[0], NameWordTable.Titles) && !IsTwoInitials(words[0], words))
            {
                words.RemoveAt(0);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>"MR Rao" in a name of mixed case are initials, "MR RAO" is Mister.</summary>
    private static bool IsTwoInitials(NameWord word, List<NameWord> words) =>
        word is { AllCapitals: true, Letters: 2, HasStop: false } && words.Exists(other => !other.AllCapitals);

    private static void StripCredentials(List<NameWord> words)
    {
        StripDottedCredentials(words);
        var allCapitals = words.TrueForAll(word => word.AllCapitals);
        for (var i = words.Count - 1; i >= 1; i--)
        {
            var word = words[i];
            if ((i >= 2 || word.Part == NamePart.AfterComma) && !word.IsLetter && Is(word, NameWordTable.Credentials) && IsWrittenAsCredential(word, words, allCapitals))
            {
                words.RemoveAt(i);
            }
        }
    }

    /// <summary>"MBA" beside words of mixed case, "PhD", "M.D."; after a comma also "phd", but "Smith, Ed" and "Nguyen, Do" are names.</summary>
    private static bool IsWrittenAsCredential(NameWord word, List<NameWord> words, bool allCapitals) =>
        (word.AllCapitals && !allCapitals) || word.HasInnerCapital || word.HasStop
        || (word.Part == NamePart.AfterComma && (!IsName(word) || (allCapitals && words.Count(static other => other.Part == NamePart.Main) > 1)));

    private static bool IsName(NameWord word) =>
        Nicknames.EntriesOf(word.Text).Length > 0 || TokenFrequency.BitsOf(word.Text) < TokenFrequency.MaximumBits;

    /// <summary>"Ph.D.", "M.B.A.": read as one word.</summary>
    private static void StripDottedCredentials(List<NameWord> words)
    {
        for (var end = words.Count; end > 2;)
        {
            var start = end - 1;
            while (start > 2 && words[start].IsJoined && words[start - 1].HasStop)
            {
                start--;
            }

            if (end - start > 1 && NameWordTable.Credentials.Contains(string.Concat(words[start..end].Select(word => word.Text))))
            {
                words.RemoveRange(start, end - start);
            }

            end = start;
        }
    }
}
