using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <summary>One use of a photo by somebody else.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoUse
{
    /// <summary>Creates a use, as a registry of an application finds it.</summary>
    /// <param name="holder">Who uses the photo.</param>
    /// <param name="distance">How far the hashes are apart, in bits, 0–256.</param>
    /// <param name="transform">How the photo asked about was turned or flipped to match; upright by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    public PhotoUse(PhotoHolder holder, int distance, DihedralTransform transform = DihedralTransform.None)
    {
        ArgumentNullException.ThrowIfNull(holder);
        Holder = holder;
        Distance = distance;
        Transform = transform;
    }

    /// <summary>Who uses it.</summary>
    public PhotoHolder Holder { get; }

    /// <summary>How far the hash of the holder's copy is from the photo's, in bits of 256; 0 is equal, 31 the default limit.</summary>
    public int Distance { get; }

    /// <summary>How the photo asked about was turned or flipped to match; upright by default.</summary>
    public DihedralTransform Transform { get; }

    /// <summary>How the photo was altered; null where the hash of the whole photo found it. Where it was, the distance tells nothing.</summary>
    public PhotoAlteration? Alteration { get; internal init; }
}
