namespace FakeProfileDetector.Photos;

/// <summary>The standard fingerprinter over any <see cref="IPhotoDecoder"/>.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class PhotoFingerprinter : IPhotoFingerprinter
{
    private readonly IPhotoDecoder _decoder;

    /// <summary>Creates a fingerprinter.</summary>
    /// <param name="decoder">Turns files into luma.</param>
    /// <exception cref="ArgumentNullException"><paramref name="decoder"/> is null.</exception>
    public PhotoFingerprinter(IPhotoDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        _decoder = decoder;
    }

    /// <summary>Fingerprints a picture that is decoded already.</summary>
    /// <param name="image">The picture, upright.</param>
    /// <returns>The fingerprint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public static PhotoFingerprint Fingerprint(LumaImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var pdq = PdqHasher.ComputeDihedral(image.Pixels, image.Width, image.Height, image.Grid);
        var second = CoenmCompatibleHasher.Perceptual(image.Pixels, image.Width, image.Height);
        return new PhotoFingerprint(pdq.Hashes, pdq.Quality, second, image.Grid.PhotoWidth, image.Grid.PhotoHeight, image.HasColour);
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
        try
        {
            var decoded = _decoder.Decode(encoded, cancellationToken);
            if (!decoded.IsDecoded)
            {
                return PhotoFingerprintResult.Unusable(decoded.Failure);
            }

            using var image = decoded.Image;
            cancellationToken.ThrowIfCancellationRequested();
            return PhotoFingerprintResult.Usable(Fingerprint(image));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Real codecs leak any exception on hostile files; one bad photo must not cost the check.
            return PhotoFingerprintResult.Unusable(new(
                PhotoUnusableReason.DecoderFailed,
                $"The decoder failed with {e.GetType().Name}; convert the file to JPEG or PNG and try again."));
        }
    }
}
