using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Coenm;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>The hashes of CoenM.ImageHash from an image file in one call, for tables that were made with that library.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class CoenmHashExtensions
{
    /// <summary>Decodes a file and computes its average, difference and perceptual hash from color.</summary>
    /// <param name="decoder">Decodes; its limits hold here as well.</param>
    /// <param name="encoded">The content of a JPEG, PNG, WebP, GIF (first frame) or BMP file.</param>
    /// <param name="hashes">The hashes; zero on failure.</param>
    /// <param name="failure">Why there are no hashes; null on success.</param>
    /// <param name="cancellationToken">Cancels the wait for a free slot and the decoding.</param>
    /// <returns>Whether there are hashes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="decoder"/> is null.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    /// <remarks>
    /// From the same pixels the values are those of CoenM.ImageHash 1.3, bit for bit. JPEG decoders differ by some gray
    /// levels, which changes two bits at most but for rare pictures. Transparency is not put on white, as there.
    /// The picture is held in color meanwhile: four bytes a pixel instead of one of luma, which the limit of working memory counts.
    /// </remarks>
    /// <threadsafety>Safe to call from many threads at once.</threadsafety>
    public static bool TryComputeCoenmHashes(
        this SkiaPhotoDecoder decoder,
        ReadOnlySpan<byte> encoded,
        out CoenmCompatibleHashes hashes,
        [NotNullWhen(false)] out PhotoUnusable? failure,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        using var reader = new CoenmHashReader();
        failure = decoder.Read(encoded, reader, cancellationToken);
        hashes = reader.Hashes;
        return failure is null;
    }
}
