using FakeProfileDetector.Photos.Jpeg;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>The EXIF orientation in a PNG's <c>eXIf</c> chunk, which Skia passes over. Source: PNG 3rd edition, 11.3.4.5.</summary>
internal static class PngOrientation
{
    /// <summary>The orientation; upright where none is stated or what is stated makes no sense.</summary>
    internal static SKEncodedOrigin Read(ReadOnlySpan<byte> png)
    {
        for (var position = PngChunks.SignatureLength; PngChunks.TryRead(png, ref position, out var name, out var content);)
        {
            if (name.SequenceEqual("eXIf"u8))
            {
                return (SKEncodedOrigin)ExifOrientation.ReadTiff(content);
            }
        }

        return SKEncodedOrigin.TopLeft;
    }
}
