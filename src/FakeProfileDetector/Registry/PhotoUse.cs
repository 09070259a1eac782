using FakeProfileDetector.Photos;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Registry;

/// <summary>One use of a photo by somebody else.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record PhotoUse
{
    /// <summary>Who uses it.</summary>
    public required PhotoHolder Holder { get; init; }

    /// <summary>How far the hash of the holder's copy is from the photo's, in bits of 256; 0 is equal, 31 the default limit.</summary>
    public required int Distance { get; init; }

    /// <summary>How the photo asked about was turned or flipped to match; upright by default.</summary>
    public DihedralTransform Transform { get; init; }

    /// <summary>How the photo was altered; null where the hash of the whole photo found it. Where it was, the distance tells nothing.</summary>
    public PhotoAlteration? Alteration { get; init; }

    /// <summary>Names the type only, so that a logged use gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PhotoUse);
}
