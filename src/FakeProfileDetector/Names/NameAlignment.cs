using System.Collections.Immutable;

namespace FakeProfileDetector.Names;

/// <summary>Pairs the words of two names one to one, whatever their order, the surest pairs first.</summary>
internal ref struct NameAlignment
{
    private readonly ImmutableArray<NameToken> _a;
    private readonly ImmutableArray<NameToken> _b;
    private uint _usedA;
    private uint _usedB;

    internal NameAlignment(PersonName a, PersonName b)
    {
        _a = a.Tokens;
        _b = b.Tokens;
        Exact = Pair(static (x, y) => !x.IsInitial && x.Text == y.Text)
            + PairJoined(_a, ref _usedA, _b, ref _usedB)
            + PairJoined(_b, ref _usedB, _a, ref _usedA);
        Nickname = Pair(static (x, y) => Nicknames.AreForms(x.Text, y.Text));
        Near = Pair(static (x, y) => EditDistance.AreNear(x.Text, y.Text));
        Initials = Pair(static (x, y) => (x.IsInitial || y.IsInitial) && x.Text[0] == y.Text[0]);
    }

    /// <summary>Pairs of whole words that agree exactly, joined or not.</summary>
    internal int Exact { get; }

    internal int Nickname { get; }

    internal int Near { get; }

    internal int Initials { get; }

    /// <summary>Pairs of whole words, which alone show that two names agree; initials fit a thirteenth of all names.</summary>
    internal readonly int Whole => Exact + Nickname + Near;

    /// <summary>Words of the first name that contradict: unpaired and no particle.</summary>
    internal readonly int UnpairedA => Unpaired(_a, _usedA);

    /// <summary>Words of the second name that contradict: unpaired and no particle.</summary>
    internal readonly int UnpairedB => Unpaired(_b, _usedB);

    /// <summary>Whether the family names, taken to be the last words (or the first, before a comma), are paired.</summary>
    internal readonly bool FamilyPaired => IsUsed(_usedA, FamilyPosition(_a)) && IsUsed(_usedB, FamilyPosition(_b));

    /// <summary>Whether the given names, taken to be the first words (or those after a comma), are paired.</summary>
    internal readonly bool GivenPaired => IsUsed(_usedA, GivenPosition(_a)) && IsUsed(_usedB, GivenPosition(_b));

    private static int FamilyPosition(ImmutableArray<NameToken> tokens) => IsFamilyFirst(tokens) ? 0 : tokens.Length - 1;

    private static int GivenPosition(ImmutableArray<NameToken> tokens) => IsFamilyFirst(tokens) ? tokens.Length - 1 : 0;

    private static bool IsFamilyFirst(ImmutableArray<NameToken> tokens) => tokens.Length > 1 && tokens[1].AfterComma;

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

    private int Pair(Func<NameToken, NameToken, bool> agree)
    {
        var pairs = 0;
        for (var i = 0; i < _a.Length; i++)
        {
            for (var j = 0; j < _b.Length && !IsUsed(_usedA, i); j++)
            {
                if (!IsUsed(_usedB, j) && agree(_a[i], _b[j]))
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
