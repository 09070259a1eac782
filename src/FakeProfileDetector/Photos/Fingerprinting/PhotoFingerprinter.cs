using FakeProfileDetector.Photos.Coenm;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Generated;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Photos.Fingerprinting;

/// <summary>The standard fingerprinter over any <see cref="IPhotoDecoder"/>. A decoder or a face locator that throws gives <see cref="PhotoUnusableReason.DecoderFailed"/>.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class PhotoFingerprinter : IPhotoFingerprinter
{
    private static readonly PhotoFingerprinterOptions Defaults = new();
    private static readonly IFaceLocator DefaultFaces = CascadeFaceLocator.Default;

    private readonly IPhotoDecoder _decoder;
    private readonly PhotoFingerprinterOptions _options;
    private readonly IFaceLocator _faces;

    /// <summary>Creates a fingerprinter.</summary>
    /// <param name="decoder">Turns files into luma.</param>
    /// <param name="options">What fingerprints hold; null takes the defaults.</param>
    /// <param name="faces">Finds the faces; null takes the built-in locator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="decoder"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public PhotoFingerprinter(IPhotoDecoder decoder, PhotoFingerprinterOptions? options = null, IFaceLocator? faces = null)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        _decoder = decoder;
        _options = OptionsGuard.Checked(options, new PhotoFingerprinterOptionsValidator()).Copy();
        _faces = faces ?? DefaultFaces;
    }

    /// <summary>Fingerprints a picture that is decoded already, with the default options.</summary>
    /// <param name="image">The picture, upright.</param>
    /// <returns>The fingerprint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public static PhotoFingerprint Fingerprint(LumaImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Fingerprint(image, Defaults, DefaultFaces, CancellationToken.None);
    }

    private static PhotoFingerprint Fingerprint(LumaImage image, PhotoFingerprinterOptions options, IFaceLocator faces, CancellationToken cancellationToken)
    {
        var pdq = TurnedHasher.Compute(image.Pixels, image.Width, image.Height, image.Grid);
        if (pdq.Quality >= PdqHasher.MinimumQuality || ContrastStretch.TryApply(image) is not { } stretched)
        {
            return Describe(image, pdq, options, faces, cancellationToken);
        }

        // The hash is the same however few levels there are; only its quality is misjudged, and patches and faces are not seen.
        using (stretched)
        {
            var quality = PdqHasher.ComputeDihedral(stretched.Pixels, stretched.Width, stretched.Height, stretched.Grid).Quality;
            return Describe(stretched, pdq with { Quality = quality }, options, faces, cancellationToken);
        }
    }

    private static PhotoFingerprint Describe(
        LumaImage image, PdqDihedralHashes pdq, PhotoFingerprinterOptions options, IFaceLocator faces, CancellationToken cancellationToken)
    {
        var second = CoenmCompatibleHasher.Perceptual(image.Pixels, image.Width, image.Height);
        return new PhotoFingerprint(pdq.Hashes, pdq.Quality, second, image.Grid.PhotoWidth, image.Grid.PhotoHeight, image.HasColor)
        {
            Patches = options.MaximumPatches == 0 || pdq.Quality < PdqHasher.MinimumQuality
                ? null
                : PatchExtractor.Extract(image.Pixels, image.Width, image.Height, options.MaximumPatches),
            Content = options.LocateFaces ? ContentOf(image, faces, cancellationToken) : null,
        };
    }

    private static PictureContent ContentOf(LumaImage image, IFaceLocator faces, CancellationToken cancellationToken)
    {
        var content = faces.Locate(image, cancellationToken);
        return GeneratedPicture.Recognize(image) is null ? content : content.AsGenerated();
    }

    /// <inheritdoc/>
    public PhotoFingerprintResult Fingerprint(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
    {
        if (encoded.IsEmpty)
        {
            return PhotoFingerprintResult.Unusable(new(
                PhotoUnusableReason.Empty, "The photo has no bytes; supply the content of the image file."));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var isDecoded = false;
        try
        {
            var decoded = _decoder.Decode(encoded, cancellationToken);
            if (!decoded.IsDecoded)
            {
                return PhotoFingerprintResult.Unusable(decoded.Failure);
            }

            using var image = decoded.Image;
            isDecoded = true;
            cancellationToken.ThrowIfCancellationRequested();
            return PhotoFingerprintResult.Usable(Fingerprint(image, _options, _faces, cancellationToken), image.IsTruncated);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Real codecs leak any exception on hostile files; one bad photo must not cost the check. Where the locator failed, what the
            // picture shows could not be looked at: nobody is accepted for it.
            return PhotoFingerprintResult.Unusable(new(
                PhotoUnusableReason.DecoderFailed,
                isDecoded
                    ? $"Looking at the decoded picture failed with {e.GetType().Name}; check the face locator and try again."
                    : $"The decoder failed with {e.GetType().Name}; convert the file to JPEG or PNG and try again."));
        }
    }
}
