using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <summary>A way in which the whole of a photo may have been changed that its hash tells without its pixels.</summary>
/// <param name="Transform">How it was turned or flipped.</param>
/// <param name="IsNegative">Whether its colors were inverted: every frequency changes its sign, so that the hash is the complement.</param>
internal readonly record struct PhotoVariant(DihedralTransform Transform, bool IsNegative = false)
{
    /// <summary>All that are searched for; the first is the photo as it is, and the first ones win a tie.</summary>
    internal static IReadOnlyList<PhotoVariant> All { get; } =
    [
        .. Enumerable.Range(0, DihedralHashes.Count).Select(transform => new PhotoVariant((DihedralTransform)transform)),
        new(DihedralTransform.None, IsNegative: true),
        new(DihedralTransform.Mirror, IsNegative: true),
    ];

    /// <summary>The hash of a photo changed so.</summary>
    internal PhotoHash HashOf(in DihedralHashes dihedral) => IsNegative ? dihedral.Get(Transform).Complement() : dihedral.Get(Transform);
}
