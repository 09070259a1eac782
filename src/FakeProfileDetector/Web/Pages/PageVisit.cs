using System.Buffers;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Web.Pages;

/// <summary>One page read by the rule for its address.</summary>
internal readonly struct PageVisit(PageAddress address, PageTitle title, PageRule rule, PathMatch match)
{
    private static readonly SearchValues<char> NoHandle = SearchValues.Create(" ()…\"|");

    internal PageReading Read(params ReadOnlySpan<List<TitleRule>> general)
    {
        foreach (var titles in general)
        {
            foreach (var line in titles)
            {
                // What says nobody's name may say so of any page; newspapers and picture libraries write about all things.
                if (rule.Kind is not (PageKind.News or PageKind.Stock) && line.Pattern.Match(title.Folded) is not null)
                {
                    return new(address.Site, line.Kind ?? rule.Kind, null, match.Handle);
                }
            }
        }

        return rule.Trust <= Trust.Slug ? ReadEveryTitle() : ReadFirstTitle();
    }

    private PageReading ReadFirstTitle()
    {
        var handle = match.Handle;
        string? shown = null;
        var kind = rule.Kind;
        foreach (var line in rule.Titles)
        {
            if (line.Pattern.Match(title.Folded) is not { } found)
            {
                continue;
            }

            if (found.Name is not { } place)
            {
                return new(address.Site, line.Kind ?? kind, null, handle);
            }

            // What the title shows says more than the address, which some sites cut short.
            shown ??= HandleAt(found.Handle);
            var name = NameTrimmer.Trim(title.Text[place]);
            var verdict = JudgeAt(name, place, rule.Trust, NameTrimmer.HasPronouns(title.Text[place]) ? null : shown ?? handle);
            if (verdict == NameVerdict.None)
            {
                continue;
            }

            handle ??= HandleAt(found.Handle);
            return verdict switch
            {
                NameVerdict.Person => new(address.Site, line.Kind ?? kind, name, handle),
                NameVerdict.Organization when kind == PageKind.Profile => new(address.Site, PageKind.Organization, null, handle),
                _ => new(address.Site, line.Kind ?? kind, null, handle),
            };
        }

        if (handle is null)
        {
            foreach (var line in rule.Titles)
            {
                handle ??= line.Pattern.Match(title.Folded) is { } found ? HandleAt(found.Handle) : null;
            }
        }

        return new(address.Site, kind, NameOfAddress(), handle);
    }

    /// <summary>Where anything may stand in a title, it names somebody only if exactly one part of it is a name.</summary>
    private PageReading ReadEveryTitle()
    {
        string? only = null;
        string? spelled = null;
        var isOne = true;
        var areTwoSpelled = false;
        var kind = rule.Kind;
        foreach (var line in rule.Titles)
        {
            if (line.Pattern.Match(title.Folded) is not { } found)
            {
                continue;
            }

            if (found.Name is not { } place)
            {
                // What follows in the table is for titles that fit none of the lines before.
                if (only is null)
                {
                    return new(address.Site, line.Kind ?? kind, null, match.Handle);
                }

                break;
            }

            var name = NameTrimmer.Trim(title.Text[place]);
            var isSpelled = rule.Trust == Trust.Slug && IsSpelledByAddress(name);
            switch (JudgeAt(name, place, isSpelled ? Trust.Soft : Trust.Weak))
            {
                case NameVerdict.Person:
                    areTwoSpelled |= isSpelled && spelled is not null && spelled != name;
                    spelled ??= isSpelled ? name : null;
                    isOne &= only is null || only == name;
                    only ??= name;
                    break;
                case NameVerdict.Several when NameReader.Read(name).Words.Exists(GivenNames.IsGiven):
                    isOne = false;
                    break;
            }
        }

        // The address says which of several people's page it is.
        var result = isOne ? only : areTwoSpelled ? null : spelled;
        return new(address.Site, result is null && kind == PageKind.PublicFigure ? PageKind.Other : kind, result, match.Handle);
    }

    /// <summary>A name that the end of a title cuts off is none.</summary>
    private NameVerdict JudgeAt(string name, Range place, Trust trust, string? handle = null) =>
        title.IsCut && place.End.GetOffset(title.Text.Length) >= title.Text.Length ? NameVerdict.None : NameGate.Judge(name, trust, handle);

    private string? HandleAt(Range? place) =>
        place is { } range && title.Text[range].Trim().TrimStart('@', '＠') is { Length: > 0 and <= 100 } handle && !handle.AsSpan().ContainsAny(NoHandle) ? handle : null;

    /// <summary><c>/people/Ana-Horvat/100</c>.</summary>
    private string? NameOfAddress()
    {
        if (match.Name is null)
        {
            return null;
        }

        var name = PageTitle.Of(match.Name.Replace('-', ' ').Replace('_', ' ').Replace('+', ' ')).Text;
        return name.Contains(' ', StringComparison.Ordinal) && NameGate.Judge(name, Trust.Soft) == NameVerdict.Person ? name : null;
    }

    /// <summary>Whether one folder of the address spells all words of a name: <c>/team/ana-horvat</c>.</summary>
    private bool IsSpelledByAddress(string name)
    {
        var words = NameReader.Read(name.AsSpan(0, Math.Min(name.Length, PersonName.MaximumLength))).Words;
        words.RemoveAll(word => NameWordTable.Particles.Contains(word.Text));
        if (words.Count < 2)
        {
            return false;
        }

        // Beside a given name that is known one word of the address is enough: "/staff/horvat".
        var isKnown = words.Exists(GivenNames.IsGiven);

        foreach (var segment in address.Segments.Append(match.Handle ?? string.Empty))
        {
            var spelled = string.Concat(NameReader.Read(segment.AsSpan(0, Math.Min(segment.Length, PersonName.MaximumLength)).ToString().Replace('_', ' ').Replace('.', ' ').Replace('-', ' ')).Words.Select(word => word.Text));
            if (words.TrueForAll(word => spelled.Contains(word.Text, StringComparison.Ordinal))
                || (isKnown && words.Exists(word => word.Text.Length > 3 && spelled.Contains(word.Text, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }
}
