using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>PDQ's quality: how much strong gradient the 64 × 64 picture holds, 0 to 100.</summary>
/// <remarks>Each step is cut to whole per cent of full scale first, so that noise does not add up. Source: as <see cref="PdqHasher"/>.</remarks>
internal static class PdqQuality
{
    private const int Side = PdqDownscaler.Side;

    // The reference's heuristic scale from the sum of gradients to 0–100.
    private const int GradientsPerPoint = 90;

    private static readonly ConstantDivision FullScale = new(255);

    internal static int Measure(ReadOnlySpan<float> small)
    {
        Debug.Assert(small.Length == Side * Side, "The picture is 64 × 64.");
        ref var values = ref MemoryMarshal.GetReference(small);
        var fullScale = FullScale;
        var sums = Vector256<int>.Zero;
        for (nuint i = 0; i < Side * (Side - 1); i += (nuint)Vector256<float>.Count)
        {
            var value = Vector256.LoadUnsafe(ref values, i);
            sums += Steps(value, Vector256.LoadUnsafe(ref values, i + Side), fullScale);
            sums += StepsToTheRight(ref values, i, value, fullScale);
        }

        for (nuint i = Side * (Side - 1); i < Side * Side; i += (nuint)Vector256<float>.Count)
        {
            sums += StepsToTheRight(ref values, i, Vector256.LoadUnsafe(ref values, i), fullScale);
        }

        return Math.Min(Vector256.Sum(sums) / GradientsPerPoint, 100);
    }

    /// <summary>Steps to the right of eight values; the last value of a row has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> StepsToTheRight(ref float values, nuint index, Vector256<float> value, ConstantDivision fullScale)
    {
        if ((index + (nuint)Vector256<float>.Count) % Side != 0)
        {
            return Steps(value, Vector256.LoadUnsafe(ref values, index + 1), fullScale);
        }

        // Against itself the last value makes no step.
        return Steps(value, Vector256.Shuffle(value, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 7)), fullScale);
    }

    // The native conversion differs from the checked one, and between CPUs, only beyond ±2³¹.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Steps(Vector256<float> a, Vector256<float> b, ConstantDivision fullScale) =>
        Vector256.Abs(Vector256.ConvertToInt32Native(fullScale.Divide((a - b) * Vector256.Create(100f))));
}
