using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Names;

/// <summary>For each word of the first name its partner in the second and how the two agree, in a byte.</summary>
/// <remarks>Words that the second name joins share their partner; of words that the first name joins only the first is a partner.</remarks>
internal struct NameLinks
{
    private const int KindShift = 4;
    private const int PartnerMask = 15;

    private Bytes _links;

    internal void Link(int i, int j, NameTokenAgreement agreement) => _links[i] = (byte)((int)agreement << KindShift | j);

    /// <summary>How a word agrees with its partner; none where it has no partner.</summary>
    internal readonly NameTokenAgreement AgreementOf(int i) => (NameTokenAgreement)(_links[i] >> KindShift);

    /// <summary>The place of a word's partner; meaningless where it has none.</summary>
    internal readonly int PartnerOf(int i) => _links[i] & PartnerMask;

    [InlineArray(PersonName.MaximumWords)]
    private struct Bytes
    {
        private byte _first;
    }
}
