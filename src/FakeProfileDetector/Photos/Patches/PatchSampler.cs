using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Samples the surroundings of a keypoint on a grid that follows its size and a turn.</summary>
internal static class PatchSampler
{
    /// <summary>Side of a patch in standard deviations of its keypoint.</summary>
    internal const float SigmasPerSide = 12;

    /// <summary>Samples on each side.</summary>
    internal const int Side = 32;

    private const int Lanes = 8;

    private static readonly Vector256<float> Steps = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>Samples between pixels; beyond the border the picture goes on as it ends.</summary>
    /// <param name="space">The scale space.</param>
    /// <param name="keypoint">The keypoint.</param>
    /// <param name="angle">In radians, clockwise in the picture.</param>
    /// <param name="patch">Receives the samples, row by row.</param>
    internal static void Sample(ScaleSpace space, in Keypoint keypoint, float angle, Span<float> patch)
    {
        // The least blurred plane whose samples lie no further apart than the patch's.
        var (plane, scale) = keypoint.Octave == 0 ? (space.Source, 1) : (space.Level(keypoint.Octave - 1, 0), 1 << (keypoint.Octave - 1));
        var step = keypoint.Sigma * SigmasPerSide / Side / scale;
        var (stepX, stepY) = (MathF.Cos(angle) * step, MathF.Sin(angle) * step);
        const float middle = (Side - 1) / 2f;
        var targets = MemoryMarshal.Cast<float, Vector256<float>>(patch)[..(Side * Side / Lanes)];
        for (var y = 0; y < Side; y++)
        {
            var rowX = ((keypoint.X - 0.5f) / scale) - ((y - middle) * stepY);
            var rowY = ((keypoint.Y - 0.5f) / scale) + ((y - middle) * stepX);
            for (var x = 0; x < Side; x += Lanes)
            {
                var places = Steps + Vector256.Create(x - middle);
                targets[((y * Side) + x) / Lanes] = Eight(
                    plane, Vector256.Create(rowX) + (places * stepX), Vector256.Create(rowY) + (places * stepY));
            }
        }
    }

    /// <summary>Eight samples, each between four pixels.</summary>
    private static Vector256<float> Eight(FloatPlane plane, Vector256<float> x, Vector256<float> y)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256<float>.Zero), Vector256.Create(plane.Width - 1f));
        y = Vector256.Min(Vector256.Max(y, Vector256<float>.Zero), Vector256.Create(plane.Height - 1f));
        var left = Vector256.Min(Vector256.ConvertToInt32(x), Vector256.Create(plane.Width - 2));
        var top = Vector256.Min(Vector256.ConvertToInt32(y), Vector256.Create(plane.Height - 2));
        var dx = x - Vector256.ConvertToSingle(left);
        var dy = y - Vector256.ConvertToSingle(top);

        var places = (top * plane.Width) + left;
        var (a, b, c, d) = Avx2.IsSupported ? Gathered(plane, places) : Collected(plane, places);
        var above = a + (dx * (b - a));
        var below = c + (dx * (d - c));
        return above + (dy * (below - above));
    }

    /// <summary>The four pixels around each of eight places.</summary>
    private static unsafe (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) Gathered(FloatPlane plane, Vector256<int> places)
    {
        // The places are within the plane by the minima and maxima taken of them.
        fixed (float* first = plane.Values)
        {
            return (
                Avx2.GatherVector256(first, places, sizeof(float)),
                Avx2.GatherVector256(first + 1, places, sizeof(float)),
                Avx2.GatherVector256(first + plane.Width, places, sizeof(float)),
                Avx2.GatherVector256(first + plane.Width + 1, places, sizeof(float)));
        }
    }

    [SkipLocalsInit]
    private static (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) Collected(FloatPlane plane, Vector256<int> places)
    {
        Span<float> corners = stackalloc float[4 * Lanes];
        Span<int> starts = stackalloc int[Lanes];
        places.CopyTo(starts);
        var values = plane.Values;
        for (var i = 0; i < Lanes; i++)
        {
            var four = values.Slice(starts[i], plane.Width + 2);
            corners[i] = four[0];
            corners[Lanes + i] = four[1];
            corners[(2 * Lanes) + i] = four[plane.Width];
            corners[(3 * Lanes) + i] = four[plane.Width + 1];
        }

        var eights = MemoryMarshal.Cast<float, Vector256<float>>(corners);
        return (eights[0], eights[1], eights[2], eights[3]);
    }
}
