using FakeProfileDetector.Photos;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch.Sending;

/// <summary>Encodes photos anew for sending: upright, reduced, and with nothing but pixels in the file.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal sealed class ReducedJpeg(DecodingGate gate, int maximumSide)
{
    private readonly SkiaPhotoDecoder _decoder = SkiaPhotoDecoder.Behind(gate);

    /// <summary>Decodes within the limits for photos, reduces and encodes.</summary>
    /// <exception cref="WebPhotoSearchException">The photo cannot be decoded.</exception>
    internal byte[] Encode(ReadOnlySpan<byte> photo)
    {
        var reader = new ReducingReader(maximumSide);
        return _decoder.Read(photo, reader, CancellationToken.None) is { } failure
            ? throw new WebPhotoSearchException(WebPhotoSearchFailure.PhotoRefused, $"The photo cannot be sent. {failure.Message}")
            : reader.ToJpeg();
    }
}
