namespace FakeProfileDetector.Photos;

/// <summary>Computes the fingerprint of an encoded photo: its PDQ hash, a second hash and, where they are asked for, patches.</summary>
/// <remarks>
/// A picture with little to see (one color, a single pixel, fully transparent and so white) has a fingerprint with a low
/// <see cref="PhotoFingerprint.Quality"/>: it is kept, and below the registry's minimum, by default 50, not compared. A file that is no whole picture has
/// none, but one <see cref="PhotoUnusable"/>.
/// </remarks>
/// <threadsafety>Implementations are called from many threads at once.</threadsafety>
public interface IPhotoFingerprinter
{
    /// <summary>Fingerprints one photo.</summary>
    /// <param name="encoded">The file's bytes; untrusted.</param>
    /// <param name="cancellationToken">Stops the work between its stages.</param>
    /// <returns>The fingerprint, or the reason why there is none; bad input never throws.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    PhotoFingerprintResult Fingerprint(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default);
}
