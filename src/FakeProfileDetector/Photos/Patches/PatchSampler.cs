using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Eight(FloatPlane plane, Vector256<float> x, Vector256<float> y)
    {
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256<float>.Zero), Vector256.Create(plane.Width - 1f));
        y = Vector256.MinNative(Vector256.MaxNative(y, Vector256<float>.Zero), Vector256.Create(plane.Height - 1f));
        var left = Vector256.Min(Vector256.ConvertToInt32Native(x), Vector256.Create(plane.Width - 2));
        var top = Vector256.Min(Vector256.ConvertToInt32Native(y), Vector256.Create(plane.Height - 2));
        var dx = x - Vector256.ConvertToSingle(left);
        var dy = y - Vector256.ConvertToSingle(top);

        var (a, b, c, d) = EightCorners.Of(plane.Values, plane.Width, (top * plane.Width) + left);
        var above = a + (dx * (b - a));
        var below = c + (dx * (d - c));
        return above + (dy * (below - above));
    }
}
