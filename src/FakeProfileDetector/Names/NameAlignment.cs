using System.Collections.Immutable;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Pairs the words of two names one to one, whatever their order, the surest pairs first.</summary>
internal ref struct NameAlignment
{
    private readonly PersonName _a;
    private readonly PersonName _b;
    private uint _usedA;
    private uint _usedB;

    internal NameAlignment(PersonName a, PersonName b)
    {
        _a = a;
        _b = b;
        Exact = Pair(static (_, x, _, y) => !x.IsInitial && x.Text == y.Text)
            + PairJoined(a.Tokens, ref _usedA, b.Tokens, ref _usedB)
            + PairJoined(b.Tokens, ref _usedB, a.Tokens, ref _usedA);
        Nickname = Pair(static (givenX, x, givenY, y) => givenX && givenY && Nicknames.AreForms(x.Text, y.Text));

        // One slip a name, beside a word that is certain; two near words are two other words.
        Near = Exact > 0 ? Pair(static (_, x, _, y) => EditDistance.AreNear(x.Text, y.Text), most: 1) : 0;
        Initials = Pair(static (_, x, _, y) => (x.IsInitial || y.IsInitial) && x.Text[0] == y.Text[0]);
    }

    private delegate bool Agreement(bool mayBeGivenX, NameToken x, bool mayBeGivenY, NameToken y);

    /// <summary>Pairs of whole words that agree exactly, joined or not.</summary>
    internal int Exact { get; }

    internal int Nickname { get; }

    internal int Near { get; }

    internal int Initials { get; }

    /// <summary>Pairs of whole words, which alone show that two names agree; initials fit a thirteenth of all names.</summary>
    internal readonly int Whole => Exact + Nickname + Near;

    /// <summary>Words of the first name that contradict: unpaired and no particle.</summary>
    internal readonly int UnpairedA => Unpaired(_a.Tokens, _usedA);

    /// <summary>Words of the second name that contradict: unpaired and no particle.</summary>
    internal readonly int UnpairedB => Unpaired(_b.Tokens, _usedB);

    /// <summary>Whether the family names are paired.</summary>
    internal readonly bool FamilyPaired => IsUsed(_usedA, _a.FamilyPosition) && IsUsed(_usedB, _b.FamilyPosition);

    /// <summary>Whether the given names are paired.</summary>
    internal readonly bool GivenPaired => IsUsed(_usedA, _a.GivenPosition) && IsUsed(_usedB, _b.GivenPosition);

    private static bool IsUsed(uint used, int position) => (used >> position & 1) != 0;

    private static int Unpaired(ImmutableArray<NameToken> tokens, uint used)
    {
        var count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsUsed(used, i) && !tokens[i].IsParticle)
            {
                count++;
            }
        }

        return count;
    }

    private int Pair(Agreement agree, int most = int.MaxValue)
    {
        var pairs = 0;
        for (var i = 0; i < _a.Tokens.Length && pairs < most; i++)
        {
            for (var j = 0; j < _b.Tokens.Length && !IsUsed(_usedA, i); j++)
            {
                if (!IsUsed(_usedB, j) && agree(i != _a.FamilyPosition, _a.Tokens[i], j != _b.FamilyPosition, _b.Tokens[j]))
                {
                    _usedA |= 1u << i;
                    _usedB |= 1u << j;
                    pairs++;
                }
            }
        }

        return pairs;
    }

    /// <summary>Two neighbouring words of one name that the other writes as one: "Ha eun" and "Haeun".</summary>
    private static int PairJoined(
        ImmutableArray<NameToken> split, ref uint usedSplit, ImmutableArray<NameToken> whole, ref uint usedWhole)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < split.Length; i++)
        {
            if (IsUsed(usedSplit, i) || IsUsed(usedSplit, i + 1))
            {
                continue;
            }

            for (var j = 0; j < whole.Length; j++)
            {
                if (!IsUsed(usedWhole, j) && IsConcatenation(whole[j].Text, split[i].Text, split[i + 1].Text))
                {
                    usedSplit |= 3u << i;
                    usedWhole |= 1u << j;
                    pairs++;
                    break;
                }
            }
        }

        return pairs;
    }

    private static bool IsConcatenation(string whole, string first, string second) =>
        whole.Length == first.Length + second.Length
        && whole.StartsWith(first, StringComparison.Ordinal) && whole.EndsWith(second, StringComparison.Ordinal);
}
