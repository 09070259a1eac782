namespace FakeProfileDetector.OnnxRuntime;

/// <summary>What a model takes for a face: edges in pixels of its input, from the top left, and the score.</summary>
internal readonly record struct ScoredBox(float Left, float Top, float Right, float Bottom, float Score)
{
    internal float Width => Right - Left;

    internal float Height => Bottom - Top;

    /// <summary>Whether all four edges are numbers.</summary>
    internal bool IsFinite => float.IsFinite(Left) && float.IsFinite(Top) && float.IsFinite(Right) && float.IsFinite(Bottom);

    /// <summary>The part inside an area that begins at the top left; empty, with a side of 0 or less, where there is none.</summary>
    internal ScoredBox Within(float width, float height) =>
        new(MathF.Max(Left, 0), MathF.Max(Top, 0), MathF.Min(Right, width), MathF.Min(Bottom, height), Score);

    /// <summary>Shared area over the area of both together, 0–1. Both have sides over 0.</summary>
    internal float Overlap(in ScoredBox other)
    {
        var width = MathF.Min(Right, other.Right) - MathF.Max(Left, other.Left);
        var height = MathF.Min(Bottom, other.Bottom) - MathF.Max(Top, other.Top);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var shared = width * height;
        return shared / ((Width * Height) + (other.Width * other.Height) - shared);
    }
}
