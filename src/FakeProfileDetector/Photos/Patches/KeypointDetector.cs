using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Finds the extrema of the differences of Gaussians: blobs that stay where they are when a picture is cropped or resized.</summary>
internal static class KeypointDetector
{
    // In steps of luma: fainter ones come and go with noise.
    private const float MinimumContrast = 0.6f;
    private static readonly float BelowContrast = MathF.BitDecrement(MinimumContrast);

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

            // Three rows of each plane are read around a place, from a sample before it to a sample behind the eighth.
            ref var row = ref plane.Rows(y - 1, 3)[plane.Width];
            ref var lower = ref below.Rows(y - 1, 3)[plane.Width];
            ref var upper = ref above.Rows(y - 1, 3)[plane.Width];
            for (var x = 1; x < plane.Width - 1; x += Vector256<float>.Count)
            {
                // The last vector ends with the row, over samples that are done already.
                var start = Math.Min(x, last);
                if (!MayHoldPeak(ref Unsafe.Add(ref row, start), plane.Width, out var isHigh, out var isLow))
                {
                    continue;
                }

                KeepPeaks(ref Unsafe.Add(ref lower, start), ref Unsafe.Add(ref row, start), ref Unsafe.Add(ref upper, start), plane.Width, ref isHigh, ref isLow);
                for (var peaks = (isHigh | isLow).ExtractMostSignificantBits() >> (x - start) << (x - start); peaks != 0; peaks &= peaks - 1)
                {
                    Refine(space, octave, index, start + BitOperations.TrailingZeroCount(peaks), y, keypoints, ref count);
                }
            }
        }
    }

    /// <summary>Whether any of eight samples has contrast and stands out from its four neighbors, upwards or downwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayHoldPeak(ref float place, int stride, out Vector256<float> isHigh, out Vector256<float> isLow)
    {
        var values = Lanes(ref place, 0);
        var (left, right) = (Lanes(ref place, -1), Lanes(ref place, 1));
        var (up, down) = (Lanes(ref place, -stride), Lanes(ref place, stride));
        var greatest = Vector256.MaxNative(Vector256.MaxNative(left, up), Vector256.MaxNative(down, Vector256.Create(BelowContrast)));
        var least = Vector256.MinNative(Vector256.MinNative(left, up), Vector256.MinNative(down, Vector256.Create(-BelowContrast)));
        isHigh = Vector256.GreaterThan(values, greatest) & Vector256.GreaterThanOrEqual(values, right);
        isLow = Vector256.LessThan(values, least) & Vector256.LessThanOrEqual(values, right);
        return (isHigh | isLow) != Vector256<float>.Zero;
    }

    /// <summary>Keeps of eight samples those that are peaks, as <see cref="IsPeak"/> says of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KeepPeaks(
        ref float lower, ref float place, ref float upper, int stride, ref Vector256<float> isHigh, ref Vector256<float> isLow)
    {
        var values = Lanes(ref place, 0);
        KeepExtreme(values, Lanes(ref place, -stride - 1), Lanes(ref place, -stride + 1), ref isHigh, ref isLow);
        KeepExtreme(values, Lanes(ref place, stride - 1), Lanes(ref place, stride + 1), ref isHigh, ref isLow);
        KeepExtreme(values, Lanes(ref lower, 0), Lanes(ref upper, 0), ref isHigh, ref isLow);
        if ((isHigh | isLow) == Vector256<float>.Zero)
        {
            return;
        }

        for (var row = -stride; row <= stride; row += stride)
        {
            KeepExtreme(values, Lanes(ref lower, row - 1), Lanes(ref upper, row - 1), ref isHigh, ref isLow);
            KeepExtreme(values, Lanes(ref lower, row), Lanes(ref upper, row), ref isHigh, ref isLow);
            KeepExtreme(values, Lanes(ref lower, row + 1), Lanes(ref upper, row + 1), ref isHigh, ref isLow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lanes(ref float place, int offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref place, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void KeepExtreme(Vector256<float> values, Vector256<float> a, Vector256<float> b, ref Vector256<float> isHigh, ref Vector256<float> isLow)
    {
        isHigh &= Vector256.GreaterThan(values, Vector256.MaxNative(a, b));
        isLow &= Vector256.LessThan(values, Vector256.MinNative(a, b));
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
