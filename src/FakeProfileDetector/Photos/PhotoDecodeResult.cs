using System.Diagnostics.CodeAnalysis;

namespace FakeProfileDetector.Photos;

/// <summary>Either a decoded picture or the reason why there is none; by default, a failure.</summary>
/// <threadsafety>Immutable; the picture in it belongs to whoever reads the result.</threadsafety>
public readonly struct PhotoDecodeResult
{
    private static readonly PhotoUnusable NoResult = new(
        PhotoUnusableReason.DecoderFailed, "The decoder gave neither a picture nor a reason; convert the file to JPEG or PNG and try again.");

    private readonly PhotoUnusable? _failure;

    private PhotoDecodeResult(LumaImage? image, PhotoUnusable? failure) => (Image, _failure) = (image, failure);

    /// <summary>The picture, owned by the receiver; null when decoding failed.</summary>
    public LumaImage? Image { get; }

    /// <summary>Why there is no picture; null when there is one.</summary>
    public PhotoUnusable? Failure => Image is null ? _failure ?? NoResult : null;

    /// <summary>Whether there is a picture.</summary>
    [MemberNotNullWhen(true, nameof(Image))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsDecoded => Image is not null;

    /// <summary>A decoded picture.</summary>
    /// <param name="image">The picture; ownership passes to the receiver.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public static PhotoDecodeResult Decoded(LumaImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new(image, failure: null);
    }

    /// <summary>A failure.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is null.</exception>
    public static PhotoDecodeResult Failed(PhotoUnusable failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(image: null, failure);
    }
}
