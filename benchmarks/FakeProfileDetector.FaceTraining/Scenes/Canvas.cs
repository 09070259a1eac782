using FakeProfileDetector.FaceTraining.Data;

namespace FakeProfileDetector.FaceTraining.Scenes;

/// <summary>How what is outside of a source picture is filled.</summary>
internal enum Outside
{
    Edge,
    Mirror,
    Keep,
}

/// <summary>A picture while it is composed, in luma of 0–255.</summary>
internal sealed class Canvas(int width, int height)
{
    internal int Width => width;

    internal int Height => height;

    internal float[] Values { get; } = new float[width * height];

    /// <summary>Draws a source with its point (sourceX, sourceY) at (x, y), turned, enlarged and perhaps mirrored, where a mask allows.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="placing">How it is laid on the canvas.</param>
    /// <param name="outside">What to do where the source ends.</param>
    /// <param name="mask">How much to cover a pixel of the canvas, 0–1.</param>
    internal void Draw(SourcePicture source, in Placing placing, Outside outside, Func<float, float, float>? mask = null)
    {
        var level = Math.Clamp((int)MathF.Floor(MathF.Log2(MathF.Max(1, 1 / placing.Scale))), 0, source.Planes.Count - 1);
        var plane = source.Planes[level];
        var shrink = 1f / (1 << level);
        var (cos, sin) = (MathF.Cos(placing.Angle) / placing.Scale, MathF.Sin(placing.Angle) / placing.Scale);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var cover = mask?.Invoke(x, y) ?? 1;
                if (cover <= 0)
                {
                    continue;
                }

                var (dx, dy) = (x + 0.5f - placing.X, y + 0.5f - placing.Y);
                var (along, down) = ((cos * dx) + (sin * dy), (cos * dy) - (sin * dx));
                var sx = ((placing.SourceX + (placing.Mirrored ? -along : along)) * shrink) - 0.5f;
                var sy = ((placing.SourceY + down) * shrink) - 0.5f;
                if (outside == Outside.Keep && (sx < -0.5f || sy < -0.5f || sx > plane.Width - 0.5f || sy > plane.Height - 0.5f))
                {
                    continue;
                }

                ref var value = ref Values[(y * width) + x];
                value += cover * (At(plane, sx, sy, outside == Outside.Mirror) - value);
            }
        }
    }

    internal byte[] ToBytes()
    {
        var bytes = new byte[Values.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(Values[i] + 0.5f, 0, 255);
        }

        return bytes;
    }

    private static float At(LumaPlane plane, float x, float y, bool mirror)
    {
        if (mirror)
        {
            (x, y) = (Reflect(x, plane.Width), Reflect(y, plane.Height));
        }

        (x, y) = (Math.Clamp(x, 0, plane.Width - 1), Math.Clamp(y, 0, plane.Height - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, plane.Width - 1), Math.Min(top + 1, plane.Height - 1));
        var (fx, fy) = (x - left, y - top);
        var (upper, lower) = (top * plane.Width, bottom * plane.Width);
        var above = plane.Pixels[upper + left] + (fx * (plane.Pixels[upper + right] - plane.Pixels[upper + left]));
        var below = plane.Pixels[lower + left] + (fx * (plane.Pixels[lower + right] - plane.Pixels[lower + left]));
        return above + (fy * (below - above));
    }

    private static float Reflect(float value, int count)
    {
        var period = 2f * count;
        value -= period * MathF.Floor(value / period);
        return value < count ? value : period - value - 1;
    }
}

/// <summary>A point of a source on a point of the canvas; pixels of the canvas for each of the source, and an angle in radians, clockwise.</summary>
internal readonly record struct Placing(float X, float Y, float SourceX, float SourceY, float Scale, float Angle, bool Mirrored);
