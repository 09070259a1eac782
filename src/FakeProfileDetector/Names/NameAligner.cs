namespace FakeProfileDetector.Names;

/// <summary>Pairs the words of two names one to one, whatever their order, the surest pairs first.</summary>
internal ref partial struct NameAligner
{
    private readonly ReadOnlySpan<NameToken> _a;
    private readonly ReadOnlySpan<NameToken> _b;
    private readonly int _familyA;
    private readonly int _familyB;
    private NameLinks _links;

    internal NameAligner(PersonName a, PersonName b)
    {
        _a = a.Tokens.AsSpan();
        _b = b.Tokens.AsSpan();
        _familyA = a.FamilyPosition;
        _familyB = b.FamilyPosition;
        OpenA = (1u << _a.Length) - 1;
        OpenB = (1u << _b.Length) - 1;
        PairWrittenTogether(wholeInA: true);
        PairWrittenTogether(wholeInA: false);
        PairExact(_familyA, _familyB);
        PairExact();
        if (OpenA != 0 && OpenB != 0)
        {
            PairJoined(wholeInA: false);
            PairJoined(wholeInA: true);
            PairKnownForms();
            PairJoinedSpellings();
            PairSpellings();
            PairSyllables();
            PairInitials();
        }
    }

    /// <summary>The words of the first name without a partner, one bit each.</summary>
    internal uint OpenA { get; private set; }

    /// <summary>The words of the second name without a partner, one bit each.</summary>
    internal uint OpenB { get; private set; }

    internal readonly NameLinks Links => _links;

    /// <summary>How the pairs of whole words agree, one bit a kind; particles count for nothing.</summary>
    internal uint Kinds { get; private set; }

    /// <summary>Pairs of whole words. Only these show that two names agree: an initial fits one given name in sixteen by chance.</summary>
    internal int Whole { get; private set; }

    internal int Initials { get; private set; }

    /// <summary>What all agreements together say for one person, in bits.</summary>
    internal double AgreementBits { get; private set; }

    /// <summary>The same by how popular each word is among its own people: what it says beside words that contradict.</summary>
    internal double SharedBits { get; private set; }

    /// <summary>What the surest of the shared words says so, in bits.</summary>
    internal double StrongestBits { get; private set; }

    /// <summary>Whether the words that agree stand in the same order in both names.</summary>
    internal readonly bool IsInOrder
    {
        get
        {
            var last = -1;
            for (var i = 0; i < _a.Length; i++)
            {
                if (_links.AgreementOf(i) != NameTokenAgreement.None)
                {
                    if (_links.PartnerOf(i) < last)
                    {
                        return false;
                    }

                    last = _links.PartnerOf(i);
                }
            }

            return true;
        }
    }

    /// <summary>Bits that spellings lose against words written alike.</summary>
    internal double SpellingLoss { get; private set; }

    private static bool IsOpen(uint open, int position) => (open >> position & 1) != 0;

    private void Link(int i, int j, NameTokenAgreement agreement, double bits)
    {
        _links.Link(i, j, agreement);
        OpenA &= ~(1u << i);
        OpenB &= ~(1u << j);
        if (agreement == NameTokenAgreement.Initial)
        {
            Initials++;
            AgreementBits += NameWeights.InitialBits;
            SharedBits += NameWeights.InitialBits;
        }
        else if (!_a[i].IsParticle && !_b[j].IsParticle)
        {
            Whole++;
            Kinds |= 1u << (int)agreement;
            AgreementBits += bits;
            var asFamilyName = i == _familyA || j == _familyB;
            var shared = Math.Min(bits, Math.Min(_a[i].SharedBits(asFamilyName), _b[j].SharedBits(asFamilyName)));
            SharedBits += shared;
            StrongestBits = Math.Max(StrongestBits, shared);
        }
    }

    private void PairExact()
    {
        for (var i = 0; i < _a.Length; i++)
        {
            for (var j = 0; j < _b.Length && IsOpen(OpenA, i); j++)
            {
                PairExact(i, j);
            }
        }
    }

    /// <summary>Family names are paired first: in "Li-wei Li" the last word, not the first, is that of "Liwei Li".</summary>
    private void PairExact(int i, int j)
    {
        if (IsOpen(OpenA, i) && IsOpen(OpenB, j) && _a[i].IsInitial == _b[j].IsInitial && TokenComparer.AreExact(_a[i], _b[j]))
        {
            var kind = _a[i].IsInitial ? NameTokenAgreement.Initial
                : _a[i].Script == _b[j].Script ? NameTokenAgreement.Exact
                : NameTokenAgreement.Transliteration;
            Link(i, j, kind, Math.Min(_a[i].RarityBits, _b[j].RarityBits));
        }
    }

    /// <summary>Neighboring words of one name that the other writes as one: "Ha eun" and "Haeun".</summary>
    /// <param name="wholeInA">Whether it is the first name that writes one word.</param>
    private void PairJoined(bool wholeInA)
    {
        var wholes = wholeInA ? _a : _b;
        var parts = wholeInA ? _b : _a;
        for (var whole = 0; whole < wholes.Length; whole++)
        {
            for (var first = 0; first + 1 < parts.Length && IsOpen(Open(wholeInA), whole); first++)
            {
                var run = TokenComparer.JoinedRun(wholes[whole], parts[first..], Open(!wholeInA) >> first);
                if (run > 1)
                {
                    LinkRun(wholeInA, whole, first, run, NameTokenAgreement.Joined, wholes[whole].RarityBits);
                }
            }
        }
    }

    private readonly uint Open(bool inA) => inA ? OpenA : OpenB;

    /// <summary>Links a word of one name with neighboring words of the other.</summary>
    private void LinkRun(bool wholeInA, int whole, int first, int run, NameTokenAgreement agreement, double bits)
    {
        Link(wholeInA ? whole : first, wholeInA ? first : whole, agreement, bits);
        for (var next = first + 1; next < first + run; next++)
        {
            if (wholeInA)
            {
                OpenB &= ~(1u << next);
            }
            else
            {
                _links.Link(next, whole, NameTokenAgreement.Joined);
                OpenA &= ~(1u << next);
            }
        }
    }

    /// <summary>Words that are one name by what tables know: look-alike letters, usual spellings, short forms.</summary>
    private void PairKnownForms()
    {
        for (var i = 0; i < _a.Length; i++)
        {
            for (var j = 0; j < _b.Length && IsOpen(OpenA, i); j++)
            {
                if (IsOpen(OpenB, j) && _a[i].IsWord && _b[j].IsWord)
                {
                    PairKnownForms(i, j);
                }
            }
        }
    }

    private void PairKnownForms(int i, int j)
    {
        var (a, b) = (_a[i], _b[j]);
        var areFamilyNames = i == _familyA && j == _familyB;
        var rarity = Math.Min(a.RarityBits, b.RarityBits);
        if (TokenComparer.LookAlike(a, b))
        {
            Link(i, j, NameTokenAgreement.LookAlike, rarity);
        }
        else if (TokenComparer.IsUsualSpelling(a, b))
        {
            Link(i, j, SpellingKind(a, b), rarity);
        }
        else if (TokenComparer.AreForms(a, b, areFamilyNames))
        {
            Link(i, j, NameTokenAgreement.ShortForm, NameWeights.ShortFormBits);
        }
        else if (!areFamilyNames && TokenComparer.IsShortened(a, b) && !NameSexes.Differ(a, b))
        {
            Link(i, j, NameTokenAgreement.ShortForm, NameWeights.ShortenedBits);
        }
    }

    /// <summary>
    /// First those at the same place from the front; then others, where the initial's name has no other word left over: of "Daniel M.
    /// Everett" the M. is not the Michael of "Michael Everett", but of "P. M. Everett" it may be.
    /// </summary>
    private void PairInitials()
    {
        for (var i = 0; i < _a.Length; i++)
        {
            for (var j = 0; j < _b.Length && IsOpen(OpenA, i); j++)
            {
                if (IsOpen(OpenB, j) && TokenComparer.FitsInitial(_a[i], _b[j])
                    && ((i == 0) == (j == 0) && (i == _a.Length - 1) == (j == _b.Length - 1)
                        || ((!_a[i].IsInitial || !HasOpenWord(_a, OpenA)) && (!_b[j].IsInitial || !HasOpenWord(_b, OpenB)))))
                {
                    Link(i, j, NameTokenAgreement.Initial, 0);
                }
            }
        }
    }

    private static bool HasOpenWord(ReadOnlySpan<NameToken> tokens, uint open)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsOpen(open, i) && tokens[i].IsWord)
            {
                return true;
            }
        }

        return false;
    }
}
