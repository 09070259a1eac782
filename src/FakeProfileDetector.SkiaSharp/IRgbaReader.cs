using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>What is made of a picture while it is decoded.</summary>
internal interface IRgbaReader
{
    /// <summary>Learns the size of the picture and how it is turned, both as the file states them.</summary>
    void Begin(int width, int height, SKEncodedOrigin origin);

    /// <summary>Takes a row of unpremultiplied RGBA pixels; rows may come in any order.</summary>
    void Put(ReadOnlySpan<byte> rgba, int y);

    /// <summary>Every row has come.</summary>
    void Complete();
}
