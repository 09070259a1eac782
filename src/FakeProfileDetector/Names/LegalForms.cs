using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Legal forms of companies where they are written in parts, and where letters alone do not tell them from initials.</summary>
internal static class LegalForms
{
    private const int MaximumLetters = 4;

    /// <summary>"Hartwell, Inc.", "Contoso Co., Ltd.": nothing but a legal form after the comma.</summary>
    internal static bool IsAfterComma(List<NameWord> words, ReadOnlySpan<NameHints> hints, int end)
    {
        var (count, forms) = (0, 0);
        for (var i = end; i < words.Count && words[i].Part == NamePart.AfterComma; i++)
        {
            if ((hints[i] & (NameHints.Trade | NameHints.TradeWeak)) != 0 && words[i].FollowsAmpersand)
            {
                // "Hartwell, Brandt & Partners".
                return true;
            }

            count++;
            forms += (hints[i] & NameHints.Legal) != 0 ? 1 : 0;
        }

        return forms > 0 && forms == count;
    }

    /// <summary>"(株)", "(주)" and "(Pty)" stand for a company's legal form.</summary>
    internal static bool IsAside(NameWord word) => word is { Part: NamePart.Aside, Native: "株" or "有" or "주" or "유" } or { Part: NamePart.Aside, Text: "pty" or "pvt" };

    /// <summary>Whether two words may be parts of a form: "o.o.", "A/S".</summary>
    internal static bool MayBeParted(NameWord first, NameWord second) => second is { IsJoined: true, Letters: 1 } && first.Letters == 1
        && (second.Part == NamePart.Decoration || (first.HasStop && second.HasStop));

    /// <summary>"Contoso d.o.o.", "Contoso Sp. z o.o.", "Contoso S.p.A.", "Contoso A/S"; two letters only beside no known name.</summary>
    internal static bool IsDotted(List<NameWord> words, int end)
    {
        if (end < words.Count && words[end] is { Part: NamePart.Decoration, IsJoined: true, Text: "s" } && end > 1 && words[end - 1] is { Text: "a", HasStop: false })
        {
            return true;
        }

        var start = end - 1;
        if (start < 1 || !IsDottedLetter(words[start]))
        {
            return false;
        }

        while (start > 1 && words[start].IsJoined && IsDottedLetter(words[start - 1]))
        {
            start--;
        }

        Span<char> form = stackalloc char[MaximumLetters];
        var length = end - start;
        if (length is < 2 or > MaximumLetters)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            form[i] = words[start + i].Text[0];
        }

        var hints = NameKindTable.Shipped.Of(form[..length]);
        return form[..length] is "oo" ? words[start - 1].Text == "z"
            : (hints & (length > 2 ? NameHints.LegalDotted | NameHints.Legal : NameHints.LegalWeak)) != 0 && !HasKnownName(words, start);
    }

    /// <summary>Whether a word is known as a name.</summary>
    /// <param name="words">The words.</param>
    /// <param name="end">How many of them to look at.</param>
    /// <param name="hints">Where given, words that hint at a trade are left out.</param>
    internal static bool HasKnownName(List<NameWord> words, int end, ReadOnlySpan<NameHints> hints = default)
    {
        for (var i = 0; i < end; i++)
        {
            if ((hints.IsEmpty || (hints[i] & NameHints.TradeWeak) == 0) && IsKnownName(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnownName(NameWord word) =>
        !NameWordTable.Particles.Contains(word.Text)
        && (NameKindReader.IsGiven(word) || TokenFrequency.BitsOf(word.Text) < TokenFrequency.MaximumBits);

    private static bool IsDottedLetter(NameWord word) => word is { Letters: 1, HasStop: true, Part: NamePart.Main };
}
