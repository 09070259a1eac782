using System.Numerics;

namespace FakeProfileDetector.Names;

/// <summary>From the alignment of two names to their relation and its weight.</summary>
internal readonly ref struct NameJudgment
{
    private readonly PersonName _a;
    private readonly PersonName _b;
    private readonly NameAligner _aligner;

    // Words without a partner, particles apart, one bit each.
    private readonly uint _openA;
    private readonly uint _openB;

    // Words that stand where the other name has another one.
    private readonly int _conflicts;

    internal NameJudgment(PersonName a, PersonName b)
    {
        _a = a;
        _b = b;
        _aligner = new(a, b);
        _openA = _aligner.OpenA & a.RequiredWords;
        _openB = _aligner.OpenB & b.RequiredWords;
        _conflicts = CountConflicts();
    }

    internal NameComparison ToComparison()
    {
        var relation = Relate();
        return new(relation, Weigh(relation), Observe(relation));
    }

    /// <summary>As a part of a name that names others too: what is identical else is compatible, and the others' words are missing.</summary>
    internal NameComparison ToPartComparison()
    {
        var relation = Relate();
        relation = relation == NameRelation.Identical ? NameRelation.Compatible : relation;
        return new(relation, Weigh(relation), Observe(relation) | NameObservations.MissingWords);
    }

    private static bool IsIn(uint words, int position) => (words >> position & 1) != 0;

    private bool Has(NameTokenAgreement agreement) => (_aligner.Kinds >> (int)agreement & 1) != 0;

    private NameRelation Relate()
    {
        if (!IsName(_a) || !IsName(_b) || ((_a.WordCount < 2 || _b.WordCount < 2) && !IsJoinedWhole()))
        {
            return NameRelation.NotComparable;
        }

        if (HaveSameLetters())
        {
            return NameRelation.Compatible;
        }

        if (_aligner.Whole > 0 && _conflicts == 0)
        {
            return AreTwoGenerations ? NameRelation.PartialConflict : RelateAgreeing();
        }

        if (_a.IsGarbled || _b.IsGarbled || !ScriptMeeting.MayContradict(_a, _b, _openA, _openB))
        {
            return NameRelation.NotComparable;
        }

        if (_aligner.Whole == 0)
        {
            return NameRelation.Disjoint;
        }

        return (Agrees(_a.FamilyPosition, _b.FamilyPosition), Agrees(_a.GivenPosition, _b.GivenPosition)) switch
        {
            _ when ShareOneSyllable => NameRelation.PartialConflict,
            (true, false) => NameRelation.SharesFamilyName,
            (false, true) => NameRelation.SharesGivenName,
            _ => NameRelation.PartialConflict,
        };
    }

    /// <summary>
    /// Whether the words at two places have partners. Where one name alone is in a script that tells the order, its place counts:
    /// "Kim Jisoo" may be written either way, 김민수 may not.
    /// </summary>
    private bool Agrees(int placeInA, int placeInB) => (_a.HasCertainOrder, _b.HasCertainOrder) switch
    {
        (true, false) => !IsIn(_openA, placeInA),
        (false, true) => !IsIn(_openB, placeInB),
        _ => !IsIn(_openA, placeInA) && !IsIn(_openB, placeInB),
    };

    /// <summary>"Thomas Hartwell Sr." and "Thomas Hartwell Jr."; one that does not say may be either.</summary>
    private bool AreTwoGenerations => _a.Generation != _b.Generation && _a.Generation > 0 && _b.Generation > 0;

    /// <summary>
    /// "Kim Ye Jun" and "Kim Ye Rin", "Kim Min-jun" and "Kim Min-seo": brothers and sisters often share a syllable of their given names.
    /// The other one begins with another sound, so that it is no misspelling.
    /// </summary>
    private bool ShareOneSyllable => _a.MayBeSyllabic && _b.MayBeSyllabic && !IsIn(_openA, 0) && !IsIn(_openB, 0)
        && BitOperations.PopCount(_openA) == 1 && BitOperations.PopCount(_openB) == 1
        && _a.Tokens[BitOperations.TrailingZeroCount(_openA)].Sound[0] != _b.Tokens[BitOperations.TrailingZeroCount(_openB)].Sound[0];

    private static bool IsEmpty(PersonName name) => name.Tokens.IsEmpty && !name.IsHandle;

    private static bool IsName(PersonName name) => !name.IsHandle && !name.Tokens.IsEmpty && !name.IsInitialsOnly;

    /// <summary>"Abi Zar" and "Abizar": a single word, but all of the other name.</summary>
    private bool IsJoinedWhole() => Has(NameTokenAgreement.Joined) && _openA == 0 && _openB == 0;

    /// <summary>"Chang Myongc-hin" and "Chang Myong-chin": the same letters in the same order, broken elsewhere.</summary>
    private bool HaveSameLetters()
    {
        if (_conflicts == 0 || _aligner.Whole == 0)
        {
            return false;
        }

        var (i, j, x, y) = (0, 0, 0, 0);
        while (i < _a.Tokens.Length && j < _b.Tokens.Length)
        {
            var (a, b) = (_a.Tokens[i], _b.Tokens[j]);
            if (a.Script != b.Script || a.Native.Length > 0 || a.IsInitial || b.IsInitial || a.Text[x] != b.Text[y])
            {
                return false;
            }

            (i, x) = x + 1 < a.Text.Length ? (i, x + 1) : (i + 1, 0);
            (j, y) = y + 1 < b.Text.Length ? (j, y + 1) : (j + 1, 0);
        }

        return i == _a.Tokens.Length && j == _b.Tokens.Length;
    }

    private bool HasOpenInitial()
    {
        var any = false;
        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            any |= IsIn(_openA, i) && _a.Tokens[i].IsInitial;
        }

        for (var j = 0; j < _b.Tokens.Length; j++)
        {
            any |= IsIn(_openB, j) && _b.Tokens[j].IsInitial;
        }

        return any;
    }

    private NameRelation RelateAgreeing() =>
        Has(NameTokenAgreement.Spelling) || Has(NameTokenAgreement.Transliteration) || Has(NameTokenAgreement.LookAlike)
            ? NameRelation.SpellingVariant
        : Has(NameTokenAgreement.ShortForm) ? NameRelation.Nickname
        : IsSameText() ? NameRelation.Identical
        : NameRelation.Compatible;

    /// <summary>Every word stands as it is written at the same place of the other name, apart from case.</summary>
    private bool IsSameText()
    {
        if (_a.Tokens.Length != _b.Tokens.Length || _a.HadTitles || _b.HadTitles || _a.WasTurned != _b.WasTurned || _a.UsesLookAlikes != _b.UsesLookAlikes)
        {
            return false;
        }

        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            if (_a.Tokens[i].Written != _b.Tokens[i].Written || _a.Tokens[i].IsJoined != _b.Tokens[i].IsJoined)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Between the same neighbors two words contradict. "Ana Maria Ruiz" and "Ana Ruiz Vega" do not: each leaves out a word that
    /// the other has elsewhere. Nothing is known of places where fewer than two words agree or they stand in another order.
    /// </summary>
    private int CountConflicts()
    {
        var maximum = Math.Min(BitOperations.PopCount(_openA), BitOperations.PopCount(_openB));
        if (maximum == 0 || _aligner.Whole < 2)
        {
            return maximum;
        }

        var (i, j, conflicts) = (0, 0, 0);
        while (true)
        {
            var openBefore = 0;
            for (; i < _a.Tokens.Length && IsIn(_aligner.OpenA, i); i++)
            {
                openBefore += IsIn(_openA, i) ? 1 : 0;
            }

            var partner = i < _a.Tokens.Length ? _aligner.Links.PartnerOf(i) : _b.Tokens.Length;
            if (partner < j)
            {
                return maximum;
            }

            var otherOpen = 0;
            for (; j < partner; j++)
            {
                otherOpen += IsIn(_openB, j) ? 1 : 0;
            }

            conflicts += Math.Min(openBefore, otherOpen);
            if (i == _a.Tokens.Length)
            {
                return conflicts;
            }

            // Words that the other name joins share their partner.
            while (i < _a.Tokens.Length && !IsIn(_aligner.OpenA, i) && _aligner.Links.PartnerOf(i) == partner)
            {
                i++;
            }

            j = partner + 1;
        }
    }

    private double Weigh(NameRelation relation) => relation switch
    {
        NameRelation.Compatible => NameWeights.Compatible(_aligner.AgreementBits),
        NameRelation.Nickname => NameWeights.Nickname(_aligner.AgreementBits),
        NameRelation.SpellingVariant => NameWeights.Spelling(_aligner.AgreementBits, _aligner.SpellingLoss),
        NameRelation.SharesFamilyName => NameWeights.SharesFamilyName(Facts()),
        NameRelation.SharesGivenName => NameWeights.SharesGivenName(Facts()),
        NameRelation.PartialConflict when _conflicts == 0 => NameWeights.TwoGenerations,
        NameRelation.PartialConflict => Math.Max(NameWeights.PartialConflict(Facts()), ShareOneSyllable ? NameWeights.OtherSyllable : double.MinValue),
        NameRelation.Disjoint => NameWeights.Disjoint(_aligner.Initials, (_a.Scripts & _b.Scripts) == 0),
        NameRelation.NotComparable when _aligner.Whole > 0 && _conflicts == 0 => NameWeights.SingleWord(_aligner.SharedBits),
        _ => 0,
    };

    /// <summary>What the names share and how they contradict; asked only where they do both.</summary>
    internal NameConflictFacts Facts()
    {
        var (similarity, beginAlike, involvesInitial, initialFits) = (-10.0, false, false, false);
        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            for (var j = 0; j < _b.Tokens.Length; j++)
            {
                if (IsIn(_openA, i) && IsIn(_openB, j))
                {
                    var (a, b) = (_a.Tokens[i], _b.Tokens[j]);
                    involvesInitial |= a.IsInitial || b.IsInitial;
                    initialFits |= a.IsInitial != b.IsInitial && TokenComparer.FitsInitial(a, b);
                    var areTwoNames = a.IsNameOfItsOwn && b.IsNameOfItsOwn;
                    beginAlike |= a.Sound[0] == b.Sound[0] && !areTwoNames;
                    similarity = NameSexes.Differ(a, b) ? similarity : Math.Max(similarity, NameWeights.Likeness(TokenComparer.SimilarityBits(a, b), areTwoNames));
                }
            }
        }

        return new(
            _aligner.StrongestBits,
            Math.Min(similarity, 20),
            beginAlike,
            involvesInitial,
            AreSeveral: _conflicts > 1,
            HasInitials: _aligner.Initials > 0,
            Math.Min(_aligner.SharedBits - _aligner.StrongestBits, 10),
            LeavesOut: BitOperations.PopCount(_openA) + BitOperations.PopCount(_openB) > 2 * _conflicts,
            MayBeAdopted(),
            MayBeMarried,
            initialFits);
    }

    /// <summary>Whether the given name that both may share is a woman's.</summary>
    private bool MayBeMarried => _a.Tokens[_a.GivenPosition].IsWomans && _b.Tokens[_b.GivenPosition].IsWomans;

    /// <summary>"Jeremy Zhang" and "Jianjun Zhang": many with such family names go by a Western given name as well.</summary>
    private bool MayBeAdopted()
    {
        var (a, b) = (_a.Tokens[_a.GivenPosition], _b.Tokens[_b.GivenPosition]);
        return _a.Tokens[_a.FamilyPosition].IsEastAsianFamilyName && _b.Tokens[_b.FamilyPosition].IsEastAsianFamilyName
            && a.IsWord && b.IsWord && a.GivenNames.Length > 0 != b.GivenNames.Length > 0;
    }

    private NameObservations Observe(NameRelation relation)
    {
        var isCompared = relation != NameRelation.NotComparable;
        var agrees = relation.IsCompatible();
        return If(IsEmpty(_a) || IsEmpty(_b), NameObservations.NoName)
            | If(_a.IsHandle || _b.IsHandle, NameObservations.Handle)
            | If(_a.UsesLookAlikes || _b.UsesLookAlikes || Has(NameTokenAgreement.LookAlike), NameObservations.LookAlikes)
            | If(!isCompared && IsName(_a) && IsName(_b), _a.WordCount < 2 || _b.WordCount < 2 ? NameObservations.SingleWord
                : _a.IsGarbled || _b.IsGarbled ? NameObservations.None : NameObservations.OtherScript)
            | If(_a.IsMended || _b.IsMended, NameObservations.Garbled)
            | If(!isCompared && (_a.IsInitialsOnly || _b.IsInitialsOnly), NameObservations.InitialsOnly)
            | If(isCompared && (Has(NameTokenAgreement.Joined) || (agrees && _conflicts > 0)), NameObservations.Joined)
            | If(isCompared && Has(NameTokenAgreement.ShortForm), NameObservations.ShortForm)
            | If(isCompared && Has(NameTokenAgreement.Spelling), NameObservations.Spelling)
            | If(isCompared && Has(NameTokenAgreement.Transliteration), NameObservations.Transliteration)
            | If(isCompared && _aligner.Initials > 0, NameObservations.Initials)
            | If(agrees && (_a.HadTitles || _b.HadTitles), NameObservations.Titles)
            | If(agrees && _conflicts == 0 && (_openA | _openB) != 0, NameObservations.MissingWords)
            | If(agrees && (!_aligner.IsInOrder || _a.WasTurned != _b.WasTurned), NameObservations.Order)
            | If(isCompared && AreTwoGenerations, NameObservations.Generations)
            | If(relation == NameRelation.SharesFamilyName && MayBeAdopted(), NameObservations.AdoptedName)
            | If(relation == NameRelation.SharesGivenName && (MayBeMarried || (HasOpenInitial() && Facts().InitialFits)), NameObservations.ChangedFamilyName)
            | If(relation is NameRelation.SharesFamilyName or NameRelation.SharesGivenName,
                _aligner.StrongestBits >= NameWeights.KnownNameBits ? NameObservations.RareWord : NameObservations.CommonWord);
    }

    private static NameObservations If(bool holds, NameObservations observation) => holds ? observation : NameObservations.None;
}
