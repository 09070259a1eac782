using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>
/// The share of the evidence "same photo, other name" that is reported as the names' own. Image re-use weighs the join
/// as a whole and hands this much over, so that the two together count it once.
/// </summary>
internal static class NameConflict
{
    internal static double EvidenceBits(NameRelation relation) => relation switch
    {
        NameRelation.Disjoint => 1.0,
        NameRelation.PartialConflict => 0.7,
        NameRelation.SharesFamilyName or NameRelation.SharesGivenName => 0.3,
        _ => 0,
    };
}
