using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>PDQ's first stage for 8-bit pictures of up to 256 pixels a side, in whole numbers and at the 64 × 64 places only.</summary>
/// <remarks>
/// The windows are 1 or 2 pixels, at the edges too. Every mean of the reference is then a whole number divided by 1, 2 or
/// 4 on each axis, and every running sum a sum of at most three of them: 16ths below 2¹⁰, which a float holds exactly. No
/// step of the reference rounds, so any order of the additions gives its bits.
/// </remarks>
internal static class WholeWindowDownscaler
{
    /// <summary>The longest side: windows of two.</summary>
    internal const int LongestSide = 256;

    internal static void Downscale(ReadOnlySpan<byte> luma, int width, int height, Span<float> small)
    {
        Debug.Assert(width <= LongestSide && height <= LongestSide && luma.Length == width * height, "The picture is small.");
        var sampler = new TentSampler(width, stackalloc byte[TentSampler.ShufflesLength]);
        var window = PdqDownscaler.WindowSize(height);
        var scale = Vector256.Create(1f / (window * window * PdqDownscaler.WindowSize(width) * PdqDownscaler.WindowSize(width)));
        Span<short> sums = stackalloc short[3 * TentSampler.Count];
        ref var first = ref MemoryMarshal.GetReference(sums);
        ref var second = ref Unsafe.Add(ref first, TentSampler.Count);
        ref var third = ref Unsafe.Add(ref second, TentSampler.Count);
        ref var target = ref MemoryMarshal.GetReference(small);

        Span<byte> copy = stackalloc byte[PaddedRows.CopyLength(LongestSide)];
        var rows = new PaddedRows(luma, width, copy);
        for (var cell = 0; cell < PdqDownscaler.Side; cell++)
        {
            var y = PdqDownscaler.Center(cell, height);
            sampler.Sample(ref rows[y], ref first);
            if (window == 2)
            {
                // Windows of two begin at their place; the last one has shrunk to one row.
                sampler.Sample(ref rows[y + 1], ref second);
                sampler.Sample(ref rows[Math.Min(y + 2, height - 1)], ref third);
            }

            for (nuint i = 0; i < TentSampler.Count; i += (nuint)Vector256<short>.Count)
            {
                var sum = Vector256.LoadUnsafe(ref first, i);
                if (window == 2)
                {
                    var middle = Vector256.LoadUnsafe(ref second, i);
                    sum += middle + middle + Vector256.LoadUnsafe(ref third, i);
                }

                var (low, high) = Vector256.Widen(sum);
                (Vector256.ConvertToSingle(low) * scale).StoreUnsafe(ref target, ((nuint)cell * TentSampler.Count) + i);
                (Vector256.ConvertToSingle(high) * scale).StoreUnsafe(ref target, ((nuint)cell * TentSampler.Count) + i + 8);
            }
        }
    }
}
