using SkiaSharp;

namespace FakeProfileDetector.Benchmarks;

/// <summary>A drawn portrait as a JPEG of any size, quality 85.</summary>
internal static class Portrait
{
    internal static byte[] Jpeg(int side)
    {
        using var stream = typeof(Portrait).Assembly.GetManifestResourceStream("portrait.png")
            ?? throw new InvalidOperationException("The resource portrait.png is missing.");
        using var full = SKBitmap.Decode(stream);
        using var scaled = full.Resize(new SKSizeI(side, side), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var data = scaled.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }
}
