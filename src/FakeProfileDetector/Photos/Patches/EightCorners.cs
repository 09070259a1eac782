using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>The four samples around each of eight places of a plane, to interpolate between them.</summary>
/// <param name="A">The sample at the place.</param>
/// <param name="B">Right of it.</param>
/// <param name="C">Below it.</param>
/// <param name="D">Below and right of it.</param>
internal readonly record struct EightCorners(Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D)
{
    /// <summary>Reads them.</summary>
    /// <param name="samples">The plane, row by row.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="places">Indices of samples; none in the last row or column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static EightCorners Of(ReadOnlySpan<float> samples, int width, Vector256<int> places) =>
        Avx2.IsSupported ? Gathered(samples, width, places) : Collected(samples, width, places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe EightCorners Gathered(ReadOnlySpan<float> samples, int width, Vector256<int> places)
    {
        fixed (float* first = samples)
        {
            return new(
                Avx2.GatherVector256(first, places, sizeof(float)),
                Avx2.GatherVector256(first + 1, places, sizeof(float)),
                Avx2.GatherVector256(first + width, places, sizeof(float)),
                Avx2.GatherVector256(first + width + 1, places, sizeof(float)));
        }
    }

    [SkipLocalsInit]
    private static EightCorners Collected(ReadOnlySpan<float> samples, int width, Vector256<int> places)
    {
        Span<Vector256<float>> corners = stackalloc Vector256<float>[4];
        var lanes = MemoryMarshal.Cast<Vector256<float>, float>(corners);
        for (var i = 0; i < Vector256<float>.Count; i++)
        {
            var four = samples.Slice(places[i], width + 2);
            lanes[i] = four[0];
            lanes[Vector256<float>.Count + i] = four[1];
            lanes[(2 * Vector256<float>.Count) + i] = four[width];
            lanes[(3 * Vector256<float>.Count) + i] = four[width + 1];
        }

        return new(corners[0], corners[1], corners[2], corners[3]);
    }
}
