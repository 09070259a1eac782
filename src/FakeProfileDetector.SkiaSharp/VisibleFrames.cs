using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>How far an animation is looked through for a frame that has something to see: many begin black or white.</summary>
internal readonly struct VisibleFrames(SKCodec codec)
{
    /// <summary>Frames that are looked at, at most.</summary>
    internal const int Maximum = 24;

    // Each frame may need all before it, so that the work grows with the square of their number.
    private const long MaximumPixels = 256_000_000;

    /// <summary>Whether a frame exists and may be looked at.</summary>
    /// <param name="frame">Its number; the first one, 0, always is.</param>
    internal bool MayShow(int frame) => frame < Maximum && frame < codec.FrameCount
        && frame * (frame + 1L) / 2 * codec.Info.Width * codec.Info.Height <= MaximumPixels;
}
