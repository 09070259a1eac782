using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Names;

/// <summary>Which words of two names were paired, and how: the picture behind a comparison.</summary>
/// <remarks>It refers to the names and lists nothing until it is asked, so that comparing allocates nothing.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct NameAlignment
{
    private readonly PersonName? _a;
    private readonly PersonName? _b;
    private readonly NameLinks _links;

    internal NameAlignment(PersonName a, PersonName b, NameLinks links)
    {
        _a = a;
        _b = b;
        _links = links;
    }

    /// <summary>The pairs in the order of the first name's words, then the second name's words that have no partner.</summary>
    /// <returns>
    /// Words in lower-case ASCII. Two words that the other name joins stand in a pair each. Empty where the names were not compared.
    /// </returns>
    public ImmutableArray<NameTokenPair> ToPairs()
    {
        if (_a is null || _b is null)
        {
            return [];
        }

        var pairs = ImmutableArray.CreateBuilder<NameTokenPair>(_a.Tokens.Length + _b.Tokens.Length);
        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            var agreement = _links.AgreementOfA(i);
            pairs.Add(new(_a.Tokens[i].Text, agreement == NameTokenAgreement.None ? null : _b.Tokens[_links.PartnerOfA(i)].Text, agreement));
        }

        for (var j = 0; j < _b.Tokens.Length; j++)
        {
            if (!_links.HasPartnerB(j))
            {
                pairs.Add(new(null, _b.Tokens[j].Text, NameTokenAgreement.None));
            }
            else if (_links.IsSecondOfJoinedB(j))
            {
                pairs.Add(new(_a.Tokens[_links.PartnerOfB(j)].Text, _b.Tokens[j].Text, NameTokenAgreement.Joined));
            }
        }

        return pairs.DrainToImmutable();
    }

    /// <summary>Names the type only, so that a logged alignment gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(NameAlignment);
}

/// <summary>Partner and agreement of each word of both names, a byte each.</summary>
internal struct NameLinks
{
    private const int KindShift = 4;
    private const int PartnerMask = 15;

    private Bytes _a;
    private Bytes _b;

    internal void Link(int i, int j, NameTokenAgreement agreement)
    {
        _a[i] = (byte)((int)agreement << KindShift | j);
        _b[j] = (byte)((int)agreement << KindShift | i);
    }

    /// <summary>A further word of the first name that the second name's word joins.</summary>
    internal void LinkSecondA(int i, int j) => _a[i] = (byte)((int)NameTokenAgreement.Joined << KindShift | j);

    /// <summary>A further word of the second name that the first name's word joins.</summary>
    internal void LinkSecondB(int i, int j) => _b[j] = (byte)(SecondOfJoined << KindShift | i);

    internal readonly NameTokenAgreement AgreementOfA(int i) => (NameTokenAgreement)(_a[i] >> KindShift);

    internal readonly int PartnerOfA(int i) => _a[i] & PartnerMask;

    internal readonly int PartnerOfB(int j) => _b[j] & PartnerMask;

    internal readonly bool HasPartnerB(int j) => _b[j] >> KindShift != 0;

    internal readonly bool IsSecondOfJoinedB(int j) => _b[j] >> KindShift == SecondOfJoined;

    private const int SecondOfJoined = 15;

    [InlineArray(PersonName.MaximumWords)]
    private struct Bytes
    {
        private byte _first;
    }
}
