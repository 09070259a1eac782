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

        return rule.Trust <= Trust.Own ? ReadEveryTitle() : ReadFirstTitle();
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
                return new(address.Site, line.Kind ?? kind, null, handle ?? HandleAt(found.Handle));
            }

            // What the title shows says more than the address, which some sites cut short.
            shown ??= HandleAt(found.Handle);
            var name = NameTrimmer.Trim(title.Text[place]);
            var isVouched = line.IsSure || NameTrimmer.IsVouched(title.Text[place], name);
            var verdict = JudgeAt(name, place, rule.Trust, NameTrimmer.HasPronouns(title.Text[place]) ? null : shown ?? handle, isVouched);
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
        var found = new FoundNames();
        foreach (var line in rule.Titles)
        {
            if (line.IsOfParts)
            {
                foreach (var part in title.Parts())
                {
                    if (line.Pattern.Match(title.Folded[part].Trim()) is { Name: { } inside })
                    {
                        // A pattern's places are those of the part without the spaces around it.
                        var start = part.Start.Value + title.Folded[part].Length - title.Folded[part].TrimStart().Length;
                        var length = title.Folded[part].Trim().Length;
                        JudgeInto(ref found, (start + inside.Start.GetOffset(length))..(start + inside.End.GetOffset(length)));
                    }
                }

                continue;
            }

            if (line.Pattern.Match(title.Folded) is not { } whole)
            {
                continue;
            }

            if (whole.Name is not { } place)
            {
                // What follows in the table is for titles that fit none of the lines before.
                if (found.Only is null)
                {
                    return new(address.Site, line.Kind ?? rule.Kind, null, match.Handle);
                }

                break;
            }

            JudgeInto(ref found, place, line.IsSure);
        }

        // A page of these kinds that names nobody is about something else.
        var result = rule.Trust == Trust.Own && !IsOwn(found.Result) ? null : found.Result;
        return new(address.Site, result is null && (rule.Kind == PageKind.PublicFigure || rule.Trust == Trust.Own) ? PageKind.Other : rule.Kind, result, match.Handle);
    }

    private void JudgeInto(ref FoundNames found, Range place, bool isSure = false)
    {
        var text = title.Text[place];
        var name = NameTrimmer.Trim(text);
        var isSpelled = rule.Trust != Trust.Weak && IsSpelledByAddress(name);

        // "Dr. Ana Horvat" among the staff: nobody but a person has a form of address.
        var isVouched = isSure || (rule.Trust == Trust.Slug && (isSpelled || rule.Kind == PageKind.Staff) && NameTrimmer.IsVouched(text, name));
        switch (JudgeAt(name, place, isSpelled || isVouched ? Trust.Soft : Trust.Weak, isVouched: isVouched))
        {
            case NameVerdict.Person:
                found.Add(name, isSpelled);
                break;
            case NameVerdict.Several when NameReader.Read(name).Words.Exists(GivenNames.IsGiven):
                found.AddSeveral();
                break;
        }
    }

    /// <summary>A home page is a person's where the site's own name spells the whole name and the title says what one person does: firms are named after people as well.</summary>
    private bool IsOwn(string? name)
    {
        if (name is null)
        {
            return false;
        }

        var label = address.Site.Split('.')[0];
        var words = WordsOf(name);
        return words.Count > 1 && words.TrueForAll(word => label.Replace("-", string.Empty, StringComparison.Ordinal).Contains(word.Text, StringComparison.Ordinal))
            && NoNameWords.IsCalling(title.Text.Replace(name, string.Empty, StringComparison.Ordinal));
    }

    /// <summary>A name that the end of a title cuts off is none.</summary>
    private NameVerdict JudgeAt(string name, Range place, Trust trust, string? handle = null, bool isVouched = false) =>
        title.IsCut && place.End.GetOffset(title.Text.Length) >= title.Text.Length ? NameVerdict.None : NameGate.Judge(name, trust, handle, isVouched);

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

    private static List<NameWord> WordsOf(string name)
    {
        var words = NameReader.Read(name.AsSpan(0, Math.Min(name.Length, PersonName.MaximumLength))).Words;
        words.RemoveAll(word => NameWordTable.Particles.Contains(word.Text));
        return words;
    }

    /// <summary>Whether one folder of the address spells all words of a name: <c>/team/ana-horvat</c>.</summary>
    private bool IsSpelledByAddress(string name)
    {
        var words = WordsOf(name);
        if (words.Count < 2)
        {
            return false;
        }

        // Beside a given name that is known one word of the address is enough: "/staff/horvat".
        var isKnown = words.Exists(GivenNames.IsGiven);

        foreach (var segment in address.Segments.Append(match.Handle ?? string.Empty).Append(rule.Trust == Trust.Own ? address.Site : string.Empty))
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

    /// <summary>The names that the parts of one title hold.</summary>
    private struct FoundNames
    {
        private string? _spelled;
        private bool _areTwoSpelled;
        private bool _areSeveral;

        /// <summary>The first.</summary>
        internal string? Only { get; private set; }

        /// <summary>The one; of several the one that the address spells, which says whose page it is.</summary>
        internal readonly string? Result => !_areSeveral ? Only : _areTwoSpelled ? null : _spelled;

        internal void Add(string name, bool isSpelled)
        {
            _areTwoSpelled |= isSpelled && _spelled is not null && _spelled != name;
            _spelled ??= isSpelled ? name : null;
            _areSeveral |= Only is not null && Only != name;
            Only ??= name;
        }

        internal void AddSeveral() => _areSeveral = true;
    }
}
