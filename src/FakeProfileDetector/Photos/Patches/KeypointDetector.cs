using System.Numerics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Finds the extrema of the differences of Gaussians: blobs that stay where they are when a picture is cropped or resized.</summary>
internal static class KeypointDetector
{
    // In steps of luma: fainter ones come and go with noise.
    private const float MinimumContrast = 0.6f;

    // Along an edge a blob's place is arbitrary; curvatures may differ by this factor at most (Lowe, 2004).
    private const float MaximumElongation = 5;

    // Large blobs survive more than small ones of the same contrast.
    private const double SizeExponent = 0.7;

    /// <summary>The strongest keypoints, strongest first.</summary>
    /// <param name="space">The scale space.</param>
    /// <param name="keypoints">Receives them; its length is the maximum that is wanted.</param>
    /// <returns>How many there are.</returns>
    internal static int Find(ScaleSpace space, Span<Keypoint> keypoints)
    {
        var count = 0;
        for (var octave = 0; octave < ScaleSpace.Octaves; octave++)
        {
            for (var index = 1; index <= ScaleSpace.Steps; index++)
            {
                FindIn(space, octave, index, keypoints, ref count);
            }
        }

        return count;
    }

    private static void FindIn(ScaleSpace space, int octave, int index, Span<Keypoint> keypoints, ref int count)
    {
        var plane = space.Difference(octave, index);
        var (below, above) = (space.Difference(octave, index - 1), space.Difference(octave, index + 1));
        for (var y = 1; y < plane.Height - 1; y++)
        {
            var up = plane.Row(y - 1);
            var row = plane.Row(y);
            var down = plane.Row(y + 1);
            var x = 1;
            for (; x <= row.Length - 1 - Vector<float>.Count; x += Vector<float>.Count)
            {
                if (!MayHoldPeak(up, row, down, x))
                {
                    continue;
                }

                for (var i = x; i < x + Vector<float>.Count; i++)
                {
                    if (IsPeak(below, plane, above, i, y))
                    {
                        Refine(space, octave, index, i, y, keypoints, ref count);
                    }
                }
            }

            for (; x < row.Length - 1; x++)
            {
                if (IsPeak(below, plane, above, x, y))
                {
                    Refine(space, octave, index, x, y, keypoints, ref count);
                }
            }
        }
    }

    /// <summary>Whether any of the samples from x on has contrast and stands out from its four neighbors: few vectors have one.</summary>
    private static bool MayHoldPeak(ReadOnlySpan<float> up, ReadOnlySpan<float> row, ReadOnlySpan<float> down, int x)
    {
        var values = new Vector<float>(row[x..]);
        var contrast = Vector.GreaterThanOrEqual(Vector.Abs(values), new(MinimumContrast));
        if (contrast == Vector<int>.Zero)
        {
            return false;
        }

        var (left, right) = (new Vector<float>(row[(x - 1)..]), new Vector<float>(row[(x + 1)..]));
        var (upper, lower) = (new Vector<float>(up[x..]), new Vector<float>(down[x..]));
        var greatest = Vector.Max(Vector.Max(left, right), Vector.Max(upper, lower));
        var least = Vector.Min(Vector.Min(left, right), Vector.Min(upper, lower));
        return Vector.BitwiseAnd(
            contrast, Vector.GreaterThanOrEqual(values, greatest) | Vector.LessThanOrEqual(values, least)) != Vector<int>.Zero;
    }

    private static bool IsPeak(FloatPlane below, FloatPlane plane, FloatPlane above, int x, int y)
    {
        var row = plane.Row(y);
        var value = Math.Abs(row[x]);
        if (value < MinimumContrast)
        {
            return false;
        }

        var sign = MathF.Sign(row[x]);
        return value > sign * row[x - 1] && value >= sign * row[x + 1]
            && IsAbove(plane, x, y - 1, sign, value) && IsAbove(plane, x, y + 1, sign, value)
            && IsAbove(below, x, y, sign, value) && IsAbove(above, x, y, sign, value)
            && IsAbove(below, x, y - 1, sign, value) && IsAbove(below, x, y + 1, sign, value)
            && IsAbove(above, x, y - 1, sign, value) && IsAbove(above, x, y + 1, sign, value);
    }

    private static bool IsAbove(FloatPlane plane, int x, int y, int sign, float value)
    {
        var row = plane.Row(y);
        return value > sign * row[x - 1] && value > sign * row[x] && value > sign * row[x + 1];
    }

    /// <summary>Places the extremum between the samples by a parabola along each axis.</summary>
    private static void Refine(ScaleSpace space, int octave, int index, int x, int y, Span<Keypoint> keypoints, ref int count)
    {
        var plane = space.Difference(octave, index);
        var row = plane.Row(y);
        var up = plane.Row(y - 1);
        var down = plane.Row(y + 1);
        var value = row[x];
        var xx = row[x - 1] + row[x + 1] - (2 * value);
        var yy = up[x] + down[x] - (2 * value);
        var xy = (down[x + 1] - down[x - 1] - up[x + 1] + up[x - 1]) / 4;
        var trace = xx + yy;
        var determinant = (xx * yy) - (xy * xy);
        if (determinant <= 0 || trace * trace * MaximumElongation >= (MaximumElongation + 1) * (MaximumElongation + 1) * determinant)
        {
            return;
        }

        var dx = Peak(row[x - 1], value, row[x + 1]);
        var dy = Peak(up[x], value, down[x]);
        var (below, above) = (space.Difference(octave, index - 1).Row(y)[x], space.Difference(octave, index + 1).Row(y)[x]);
        var level = index + Peak(below, value, above);

        // Octaves take every second sample, so pixel i of an octave lies at the middle of pixel i · 2^octave of the source.
        var scale = 1 << octave;
        var sigma = (float)(ScaleSpace.SigmaOf(level) * scale);
        var strength = Math.Abs(value) * (float)Math.Pow(sigma, SizeExponent);
        Insert(keypoints, ref count, new(((x + dx) * scale) + 0.5f, ((y + dy) * scale) + 0.5f, sigma, octave, strength));
    }

    private static float Peak(float before, float value, float behind)
    {
        var curvature = before + behind - (2 * value);
        return curvature == 0 ? 0 : Math.Clamp((before - behind) / (2 * curvature), -0.5f, 0.5f);
    }

    private static void Insert(Span<Keypoint> keypoints, ref int count, Keypoint found)
    {
        var place = count;
        if (count == keypoints.Length)
        {
            if (found.Strength <= keypoints[^1].Strength)
            {
                return;
            }

            place--;
        }
        else
        {
            count++;
        }

        for (; place > 0 && keypoints[place - 1].Strength < found.Strength; place--)
        {
            keypoints[place] = keypoints[place - 1];
        }

        keypoints[place] = found;
    }
}
