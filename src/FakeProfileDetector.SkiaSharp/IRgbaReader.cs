using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>What is made of a decoded picture before its pixels are freed.</summary>
internal interface IRgbaReader
{
    /// <summary>Takes what it needs from unpremultiplied RGBA pixels, row by row without gaps, as the file stores them.</summary>
    void Read(ReadOnlySpan<byte> rgba, int width, int height, SKEncodedOrigin origin);
}
