using System.Diagnostics.CodeAnalysis;

namespace FakeProfileDetector.Photos;

/// <summary>Either the fingerprint of a photo or the reason why there is none.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoFingerprintResult
{
    private PhotoFingerprintResult(PhotoFingerprint? fingerprint, PhotoUnusable? failure) =>
        (Fingerprint, Failure) = (fingerprint, failure);

    /// <summary>The fingerprint; null when the photo cannot be used.</summary>
    public PhotoFingerprint? Fingerprint { get; }

    /// <summary>Why the photo cannot be used; null when it can.</summary>
    public PhotoUnusable? Failure { get; }

    /// <summary>Whether the file ended before all details of the picture had come: what there is of it was fingerprinted.</summary>
    public bool IsTruncated { get; internal init; }

    /// <summary>Whether there is a fingerprint.</summary>
    [MemberNotNullWhen(true, nameof(Fingerprint))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsUsable => Fingerprint is not null;

    /// <summary>A fingerprint.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fingerprint"/> is null.</exception>
    public static PhotoFingerprintResult Usable(PhotoFingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return new(fingerprint, failure: null);
    }

    /// <summary>A fingerprint of what there is of a file.</summary>
    internal static PhotoFingerprintResult Usable(PhotoFingerprint fingerprint, bool isTruncated) => new(fingerprint, failure: null) { IsTruncated = isTruncated };

    /// <summary>A failure.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is null.</exception>
    public static PhotoFingerprintResult Unusable(PhotoUnusable failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(fingerprint: null, failure);
    }

    /// <summary>The same for a photo of which the application says what it shows.</summary>
    internal PhotoFingerprintResult With(PictureContent content) =>
        Fingerprint is null ? this : new(Fingerprint.With(content), failure: null) { IsTruncated = IsTruncated };
}
