using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>What is made of a picture while it is decoded.</summary>
internal interface IRgbaReader
{
    /// <summary>Bytes that it keeps of each pixel until the picture is complete.</summary>
    int BytesPerPixel { get; }

    /// <summary>Whether a later frame of an animation is taken where the first shows nothing.</summary>
    bool FollowsAnimations => false;

    /// <summary>Learns the size of the picture and how it is turned, both as the file states them; once for each frame that is taken.</summary>
    void Begin(int width, int height, SKEncodedOrigin origin);

    /// <summary>Takes a row of unpremultiplied RGBA pixels; rows may come in any order.</summary>
    void Put(ReadOnlySpan<byte> rgba, int y);

    /// <summary>Every row has come.</summary>
    void Complete();

    /// <summary>Whether the complete picture is of one color; asked only of who follows animations.</summary>
    bool ShowsNothing => false;
}
