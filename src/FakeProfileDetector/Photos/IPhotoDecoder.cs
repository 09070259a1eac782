namespace FakeProfileDetector.Photos;

/// <summary>Turns the bytes of an image file into luma.</summary>
/// <remarks>
/// This library has <see cref="Jpeg.JpegPhotoDecoder"/>, for JPEG alone; packages add other formats, and an application may bring
/// its own. The bytes are untrusted. An implementation recognizes formats by their first bytes, reads the size from the header
/// and refuses what is over <see cref="PhotoLimits"/> before it allocates pixels, applies the EXIF orientation, takes the first frame
/// of an animation, composites transparency on white, and reports every failure as a
/// <see cref="PhotoUnusable"/> rather than an exception.
/// </remarks>
/// <threadsafety>Implementations are called from many threads at once.</threadsafety>
public interface IPhotoDecoder
{
    /// <summary>Decodes one photo.</summary>
    /// <param name="encoded">The file's bytes.</param>
    /// <param name="cancellationToken">Stops the work where the codec allows it.</param>
    /// <returns>The picture, which the caller disposes, or the reason why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default);
}
