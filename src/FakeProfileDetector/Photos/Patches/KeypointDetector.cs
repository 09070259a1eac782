using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
        var last = plane.Width - 1 - Vector256<float>.Count;
        for (var y = 1; y < plane.Height - 1; y++)
        {
            if (last < 1)
            {
                for (var x = 1; x < plane.Width - 1; x++)
                {
                    if (IsPeak(below, plane, above, x, y))
                    {
                        Refine(space, octave, index, x, y, keypoints, ref count);
                    }
                }

                continue;
            }

            for (var x = 1; x < plane.Width - 1; x += Vector256<float>.Count)
            {
                // The last vector ends with the row, over samples that are done already.
                var start = Math.Min(x, last);
                for (var peaks = Peaks(below, plane, above, start, y) >> (x - start) << (x - start); peaks != 0; peaks &= peaks - 1)
                {
                    Refine(space, octave, index, start + BitOperations.TrailingZeroCount(peaks), y, keypoints, ref count);
                }
            }
        }
    }

    /// <summary>Which of eight samples are peaks, as <see cref="IsPeak"/> says of one; a bit for each. The cheapest tests first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Peaks(FloatPlane below, FloatPlane plane, FloatPlane above, int x, int y)
    {
        ref var place = ref Around(plane, x, y);
        var stride = plane.Width;
        var values = Lanes(ref place, 0);
        var isHigh = Vector256.GreaterThanOrEqual(values, Vector256.Create(MinimumContrast));
        var isLow = Vector256.LessThanOrEqual(values, Vector256.Create(-MinimumContrast));
        if ((isHigh | isLow) == Vector256<float>.Zero)
        {
            return 0;
        }

        var (left, up, down) = (Lanes(ref place, -1), Lanes(ref place, -stride), Lanes(ref place, stride));
        var greatest = Vector256.Max(left, Vector256.Max(up, down));
        var least = Vector256.Min(left, Vector256.Min(up, down));
        var right = Lanes(ref place, 1);
        isHigh &= Vector256.GreaterThan(values, greatest) & Vector256.GreaterThanOrEqual(values, right);
        isLow &= Vector256.LessThan(values, least) & Vector256.LessThanOrEqual(values, right);
        return (isHigh | isLow) == Vector256<float>.Zero ? 0 : Remaining(below, ref place, above, x, y, stride, isHigh, isLow);
    }

    private static uint Remaining(
        FloatPlane below, ref float place, FloatPlane above, int x, int y, int stride, Vector256<float> isHigh, Vector256<float> isLow)
    {
        var values = Lanes(ref place, 0);
        KeepExtreme(values, Lanes(ref place, -stride - 1), Lanes(ref place, -stride + 1), ref isHigh, ref isLow);
        KeepExtreme(values, Lanes(ref place, stride - 1), Lanes(ref place, stride + 1), ref isHigh, ref isLow);
        ref var lower = ref Around(below, x, y);
        ref var upper = ref Around(above, x, y);
        KeepExtreme(values, Lanes(ref lower, 0), Lanes(ref upper, 0), ref isHigh, ref isLow);
        if ((isHigh | isLow) == Vector256<float>.Zero)
        {
            return 0;
        }

        for (var row = -stride; row <= stride; row += stride)
        {
            KeepExtreme(values, Lanes(ref lower, row - 1), Lanes(ref upper, row - 1), ref isHigh, ref isLow);
            KeepExtreme(values, Lanes(ref lower, row), Lanes(ref upper, row), ref isHigh, ref isLow);
            KeepExtreme(values, Lanes(ref lower, row + 1), Lanes(ref upper, row + 1), ref isHigh, ref isLow);
        }

        return (isHigh | isLow).ExtractMostSignificantBits();
    }

    /// <summary>A place of which the rows above and below are read as well, from a sample before to a sample behind eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float Around(FloatPlane plane, int x, int y)
    {
        var first = ((y - 1) * plane.Width) + x - 1;
        return ref plane.Values.Slice(first, (2 * plane.Width) + Vector256<float>.Count + 2)[plane.Width + 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lanes(ref float place, int offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref place, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void KeepExtreme(Vector256<float> values, Vector256<float> a, Vector256<float> b, ref Vector256<float> isHigh, ref Vector256<float> isLow)
    {
        isHigh &= Vector256.GreaterThan(values, Vector256.Max(a, b));
        isLow &= Vector256.LessThan(values, Vector256.Min(a, b));
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
