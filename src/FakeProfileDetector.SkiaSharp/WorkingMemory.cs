using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>How much memory the decoding of a picture takes at its peak, from its header.</summary>
internal static class WorkingMemory
{
    private const int Rgba = 4;

    /// <summary>An upper estimate in bytes.</summary>
    /// <param name="encoded">The file.</param>
    /// <param name="codec">Has read its header.</param>
    /// <param name="bytesKept">Bytes that are kept of each pixel; added to the pixels that are needed at once and what the codec keeps itself.</param>
    internal static long Estimate(ReadOnlySpan<byte> encoded, SKCodec codec, int bytesKept)
    {
        var bytesPerPixel = codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => bytesKept + JpegHeader.CoefficientBytes(encoded),
            SKEncodedImageFormat.Bmp => bytesKept + (ImageFormat.ComesInBands(encoded) ? 0 : Rgba),
            SKEncodedImageFormat.Png => bytesKept + Rgba + InterlacedPng(encoded),

            // Lossless WebP is kept as pixels by its codec, and so is a frame that is drawn over an animation's background.
            SKEncodedImageFormat.Webp => bytesKept + Rgba + Rgba + (IsAnimated(encoded) ? Rgba : 0),
            _ => bytesKept + Rgba + Rgba,
        };
        return (long)Math.Ceiling(bytesPerPixel * codec.Info.Width * codec.Info.Height);
    }

    /// <summary>The passes are put together in the file's own depth, 16 bits a channel at most.</summary>
    private static int InterlacedPng(ReadOnlySpan<byte> encoded)
    {
        const int Depth = 24;
        const int Interlace = 28;
        return encoded.Length <= Interlace || encoded[Interlace] == 0 ? 0 : encoded[Depth] == 16 ? 2 * Rgba : Rgba;
    }

    private static bool IsAnimated(ReadOnlySpan<byte> encoded)
    {
        const int Kind = 12;
        const int Flags = 20;
        const byte Animation = 2;
        return encoded.Length > Flags && encoded[Kind..].StartsWith("VP8X"u8) && (encoded[Flags] & Animation) != 0;
    }
}
