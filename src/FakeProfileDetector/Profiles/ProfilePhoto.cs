using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Profiles;

/// <summary>A profile's photo: encoded bytes, a fingerprint computed earlier, or the reason why it cannot be used.</summary>
/// <threadsafety>Immutable; safe to share between threads. The caller must not change the bytes it handed over.</threadsafety>
public sealed class ProfilePhoto
{
    private PhotoFingerprintResult? _fingerprint;

    private ProfilePhoto(ReadOnlyMemory<byte> encoded, PhotoFingerprintResult? fingerprint, PictureContent? content = null)
    {
        Encoded = encoded;
        Content = content;
        _fingerprint = Stated(fingerprint);
    }

    /// <summary>The encoded file (JPEG, PNG, …); empty when the photo was given as a fingerprint.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>What the application says that the photo shows; null where that is left to the fingerprinter.</summary>
    public PictureContent? Content { get; }

    /// <summary>Why the photo cannot be used, once that is known.</summary>
    public PhotoUnusable? Failure => _fingerprint?.Failure;

    /// <summary>A photo given as the bytes of its file. It is decoded and fingerprinted once, at first use.</summary>
    /// <param name="encoded">The file's bytes; untrusted, any content is accepted and judged when decoded.</param>
    /// <returns>The photo.</returns>
    public static ProfilePhoto FromEncoded(ReadOnlyMemory<byte> encoded) => new(encoded, fingerprint: null);

    /// <summary>A photo whose fingerprint is known already, so that nothing has to be decoded.</summary>
    /// <param name="fingerprint">The fingerprint, computed by <see cref="IPhotoFingerprinter"/> or read back from storage.</param>
    /// <returns>The photo.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fingerprint"/> is null.</exception>
    public static ProfilePhoto FromFingerprint(PhotoFingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return new(default, PhotoFingerprintResult.Usable(fingerprint));
    }

    /// <summary>A photo that exists but could not be read, so that a report can say why it was not compared.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <returns>The photo.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is null.</exception>
    public static ProfilePhoto FromFailure(PhotoUnusable failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(default, PhotoFingerprintResult.Unusable(failure));
    }

    /// <summary>The same photo with what the application knows of what it shows, which outranks what is found in the picture.</summary>
    /// <param name="content">What it shows, such as <see cref="PictureContent.OfPeople"/>.</param>
    /// <returns>The photo.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is null.</exception>
    public ProfilePhoto WithContent(PictureContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(Encoded, _fingerprint, content);
    }

    /// <summary>A photo that was fingerprinted already, with or without success.</summary>
    internal static ProfilePhoto FromResult(PhotoFingerprintResult result) => new(default, result);

    /// <summary>Whether nothing needs to be decoded any more, because it was or because the fingerprint was given.</summary>
    internal bool HasFingerprint => _fingerprint is not null;

    /// <summary>Fingerprints at first use; a race computes the same value twice, which costs time and nothing else.</summary>
    internal PhotoFingerprintResult GetFingerprint(IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken) =>
        _fingerprint ??= Stated(fingerprinter.Fingerprint(Encoded.Span, cancellationToken));

    [return: NotNullIfNotNull(nameof(result))]
    private PhotoFingerprintResult? Stated(PhotoFingerprintResult? result) =>
        Content is null ? result : result?.With(Content);
}
