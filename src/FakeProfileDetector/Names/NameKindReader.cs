using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Tells a person's name from those of organizations, couples, posts, fan pages, and from placeholders.</summary>
/// <remarks>
/// By words of a table and by what stands around them. Where in doubt it is a person's: to take a person's name for nobody's
/// would hide that it is in use. Words after a bar, a dash or a comma ("Anna Becker | Contoso GmbH") are not the name's.
/// </remarks>
internal readonly ref struct NameKindReader
{
    private readonly List<NameWord> _words;
    private readonly ReadOnlySpan<NameHints> _hints;

    // Words of the name proper: those from here on follow a comma or a bar, or stand in brackets.
    private readonly int _end;
    private readonly int _start;

    private NameKindReader(List<NameWord> words, ReadOnlySpan<NameHints> hints)
    {
        _words = words;
        _hints = hints;
        var end = words.FindIndex(static word => word.Part != NamePart.Main);
        _end = end < 0 ? words.Count : end;
        _start = _end > 1 && words[0].Text == "the" ? 1 : 0;
        while (_start < _end - 1 && NameWordTable.Titles.Contains(words[_start].Text))
        {
            _start++;
        }
    }

    /// <summary>The kind of a name as read, titles and decoration still on; and from which word on it is a person's trade (−1: none is).</summary>
    internal static (NameKind Kind, int Trade) Read(List<NameWord> words)
    {
        Span<NameHints> hints = stackalloc NameHints[words.Count];
        var all = NameHints.None;
        for (var i = 0; i < hints.Length; i++)
        {
            hints[i] = HintsOf(words[i]);
            all |= hints[i];
            all |= words[i].FollowsAmpersand ? NameHints.Joiner
                : LegalForms.IsAside(words[i]) || (i > 0 && LegalForms.MayBeParted(words[i - 1], words[i])) ? NameHints.Legal : NameHints.None;
        }

        // Nearly every name of a person ends here.
        return all == NameHints.None && (words.Count != 2 || words[0].Text is not ("the" or "n")) ? (NameKind.Person, -1) : new NameKindReader(words, hints).Read(all);
    }

    private static NameHints HintsOf(NameWord word)
    {
        if (word.Scripts == NameScripts.Latin)
        {
            if (word is { IsLetter: true, HasStop: true, AllCapitals: true })
            {
                // An initial, as most names' single letters are.
                return NameHints.None;
            }

            return NameKindTable.Shipped.Of(word.Text);
        }

        var written = word.Native.Length > 0 ? word.Native : word.Written;
        var hints = NameKindTable.Shipped.Of(written);
        return hints == NameHints.None && (word.Scripts & (NameScripts.Han | NameScripts.Hangul | NameScripts.Kana)) != 0
            ? NameKindTable.Shipped.OfNative(written) : hints;
    }

    private (NameKind Kind, int Trade) Read(NameHints all)
    {
        if (((all & NameHints.Placeholder) != 0 && IsPlaceholder()) || IsNotAvailable())
        {
            return (NameKind.Placeholder, -1);
        }

        if (IsLegal())
        {
            return (NameKind.Organization, -1);
        }

        if ((all & (NameHints.Role | NameHints.RoleWeak | NameHints.RoleStart | NameHints.BeginsPhrase)) != 0 && IsRole())
        {
            return (NameKind.Role, -1);
        }

        if (IsFan())
        {
            return (NameKind.Fan, -1);
        }

        var read = (all & (NameHints.Trade | NameHints.TradeWeak)) != 0 ? ReadTrade() : (NameKind.Person, -1);
        return read != (NameKind.Person, -1) ? read : (JointName.IsJoint(_words, _hints, _start, _end) ? NameKind.Couple
            : JointName.IsFirm(_words, _hints, _start, _end) ? NameKind.Organization : NameKind.Person, -1);
    }

    private bool Has(int position, NameHints hints) => (_hints[position] & hints) != 0;

    /// <summary>Every word is one that networks use where they show no name.</summary>
    private bool IsPlaceholder()
    {
        for (var i = 0; i < _hints.Length; i++)
        {
            if (!Has(i, NameHints.Placeholder | NameHints.PlaceholderBeside))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"N/A".</summary>
    private bool IsNotAvailable() => _words is [{ Text: "n", HasStop: false }, { Text: "a", IsJoined: true, HasStop: false }];

    private bool IsLegal()
    {
        for (var i = 1; i < _end; i++)
        {
            if (Has(i, NameHints.Legal))
            {
                return !IsOnePersons(i);
            }
        }

        // "ООО Контосо", "株式会社コントソ": in some scripts the form comes first.
        return (_end > 0 && Has(0, NameHints.Legal) && _words[0].Scripts != NameScripts.Latin)
            || _words.Exists(LegalForms.IsAside)
            || (LegalForms.IsAfterComma(_words, _hints, _end) && !IsOnePersons(_end))
            || LegalForms.IsDotted(_words, _end)
            || (_end > 1 && Has(_end - 1, NameHints.LegalWeak) && IsLegalWeak())
            || (_end > 1 && Has(0, NameHints.LegalFirst) && _words[0] is { AllCapitals: true, HasStop: false } && !_words[1].AllCapitals && !LegalForms.HasKnownName(_words, _end));
    }

    /// <summary>"Mary Hartwell LLC" is Mary Hartwell, as "Mary Hartwell Photography" is; "Mary Hartwell Foods LLC" is a company.</summary>
    private bool IsOnePersons(int form)
    {
        for (var i = _start; i < form; i++)
        {
            if (Has(i, NameHints.Trade | NameHints.TradeWeak | NameHints.Legal))
            {
                return false;
            }
        }

        return IsPersonBefore(form);
    }

    /// <summary>"Contoso AG", not "Ramesh AG": such letters may be initials. "Oy" is written with a small letter.</summary>
    private bool IsLegalWeak() => _words[_end - 1] is { AllCapitals: true } or { HasInnerCapital: true } or { Text: "oy" }
        && !_words[0].AllCapitals && !LegalForms.HasKnownName(_words, _end - 1);

    private bool IsRole()
    {
        for (var i = 0; i < _end; i++)
        {
            if ((Has(i, NameHints.Role) || BeginsPhrase(i, NameHints.Role)) && !IsPersonBefore(i))
            {
                return true;
            }
        }

        return _end > 0 && (Has(0, NameHints.RoleStart) || (Has(_end - 1, NameHints.RoleWeak) && !LegalForms.HasKnownName(_words, _end - 1)));
    }

    private bool IsFan()
    {
        if (_end > 1 && BeginsPhrase(0, NameHints.FanStart))
        {
            return true;
        }

        for (var i = 0; i < _end; i++)
        {
            if (Has(i, NameHints.Fan) || BeginsPhrase(i, NameHints.Fan))
            {
                return true;
            }
        }

        // "Team Anna"; a team that is something's own is an organization ("Team Support").
        return _end switch
        {
            > 1 when _words[0].Text == "team" => !Has(1, NameHints.Trade | NameHints.TradeWeak | NameHints.RoleWeak | NameHints.Joiner),
            > 2 => Has(_end - 1, NameHints.FanWeak) && IsGiven(_words[0]) && !IsGiven(_words[1]) && !_words[1].IsLetter,
            _ => false,
        };
    }

    private (NameKind Kind, int Trade) ReadTrade()
    {
        if (_end - _start == 2 && Has(_end - 1, NameHints.FamilyToo) && IsGiven(_words[_start]))
        {
            // "Anna School" is a person, "Contoso School" is none.
            return (NameKind.Person, -1);
        }

        // "The … Group", "… & Co": what frames the words of a firm is as good as a second word of trade.
        var hasFrame = _end > 0 && _words[0].Text == "the";
        var (first, hints) = (-1, 0);
        for (var i = _start; i < _end; i++)
        {
            first = first < 0 && Has(i, NameHints.Trade) ? i : first;
            hints += Has(i, NameHints.Trade) ? 2 : Has(i, NameHints.TradeWeak) ? 1 : 0;
            hasFrame |= i > _start && (Has(i, NameHints.Joiner) || _words[i].FollowsAmpersand);
        }

        hints += hasFrame ? 1 : 0;
        if (first >= 0 && !hasFrame && IsPersonBefore(first))
        {
            return Has(first, NameHints.Brand) ? (NameKind.Person, first) : (NamesBody(first) ? NameKind.Organization : NameKind.Person, -1);
        }

        if (first > _start && IsAccented(_words[first]) && IsGiven(_words[_start]))
        {
            return (NameKind.Person, -1);
        }

        return (hints > 1 && (first >= 0 || hasFrame || !LegalForms.HasKnownName(_words, _end, _hints)) ? NameKind.Organization : NameKind.Person, -1);
    }

    /// <summary>
    /// After a whole name a trade at the end or "of" something names a body ("Anna Becker Foundation"); else a post begins there
    /// ("Anna Becker Team Lead").
    /// </summary>
    private bool NamesBody(int trade) =>
        !IsAccented(_words[trade]) && (trade == _end - 1 || _words[trade + 1].Text is "of" or "for" or "de" or "di" or "fur");

    /// <summary>"Støre" is no store: a trade of English has no accents, and after a given name the doubt counts.</summary>
    private static bool IsAccented(NameWord word) => word.Scripts == NameScripts.Latin && word.Written != word.Text;

    /// <summary>Whether a given name and at least one more word stand before a place: what follows a whole name says what its bearer does.</summary>
    private bool IsPersonBefore(int position)
    {
        if (position < _start + 2)
        {
            return false;
        }

        for (var i = _start; i < position; i++)
        {
            if (Has(i, NameHints.Joiner) || _words[i].FollowsAmpersand)
            {
                return false;
            }
        }

        // What is decoration after any other name is after a rare one, too.
        return IsGiven(_words[_start])
            || (NameWordTable.Decorations.Contains(_words[position].Text) && LegalForms.HasKnownName(_words, position));
    }

    private bool BeginsPhrase(int position, NameHints hints)
    {
        if (!Has(position, NameHints.BeginsPhrase))
        {
            return false;
        }

        foreach (var phrase in NameKindTable.Shipped.PhrasesOf(KeyOf(_words[position])))
        {
            if ((phrase.Hints & hints) != 0 && Holds(position, phrase.Words))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(int position, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (position + i >= _end || KeyOf(_words[position + i]) != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string KeyOf(NameWord word) => word.Scripts == NameScripts.Latin ? word.Text : word.Native.Length > 0 ? word.Native : word.Written;

    internal static bool IsGiven(NameWord word) => Nicknames.EntriesOf(word.Text).Length > 0 || FamilyNameTable.IsSpelling(word.Text);
}
