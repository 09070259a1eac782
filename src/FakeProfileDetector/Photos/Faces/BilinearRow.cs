using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>One row of samples between two rows of pixels: first between the rows, then along.</summary>
internal static class BilinearRow
{
    private const int FractionBits = 8;
    private const int One = 1 << FractionBits;
    private const int Half = 1 << ((2 * FractionBits) - 1);

    /// <summary>A row between two.</summary>
    /// <param name="upper">The row of pixels at or above it.</param>
    /// <param name="lower">The row below, as long.</param>
    /// <param name="fraction">Of the way down, 0–255 of 256.</param>
    /// <param name="blended">Receives values with 8 bits after the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Blend(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int fraction, Span<ushort> blended)
    {
        if (!Vector128.IsHardwareAccelerated || upper.Length < Vector128<byte>.Count)
        {
            Plain(upper, lower, fraction, blended, 0);
            return;
        }

        ref var above = ref MemoryMarshal.GetReference(upper);
        ref var below = ref MemoryMarshal.GetReference(lower);
        ref var target = ref MemoryMarshal.GetReference(blended);
        var (keep, take) = (Vector128.Create((ushort)(One - fraction)), Vector128.Create((ushort)fraction));
        var last = upper.Length - Vector128<byte>.Count;
        for (var x = 0; x < upper.Length; x += Vector128<byte>.Count)
        {
            // The last vector lies partly upon the one before and gives the same there.
            var at = (nuint)Math.Min(x, last);
            var (one, two) = (Vector128.LoadUnsafe(ref above, at), Vector128.LoadUnsafe(ref below, at));
            ((Vector128.WidenLower(one) * keep) + (Vector128.WidenLower(two) * take)).StoreUnsafe(ref target, at);
            ((Vector128.WidenUpper(one) * keep) + (Vector128.WidenUpper(two) * take)).StoreUnsafe(ref target, at + (nuint)Vector128<ushort>.Count);
        }
    }

    /// <summary>The plain twin.</summary>
    internal static void Plain(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int fraction, Span<ushort> blended, int start)
    {
        for (var x = start; x < upper.Length; x++)
        {
            blended[x] = (ushort)((upper[x] * (One - fraction)) + (lower[x] * fraction));
        }
    }

    /// <summary>Samples along a row.</summary>
    /// <param name="blended">What <see cref="Blend"/> gave, and the last value once more.</param>
    /// <param name="first">Column of the first value.</param>
    /// <param name="places">Columns with 8 bits after the point.</param>
    /// <param name="zero">Is subtracted from each.</param>
    /// <param name="target">Receives 0–255 less <paramref name="zero"/>, as many as there are places.</param>
    internal static void Sample(ReadOnlySpan<ushort> blended, int first, ReadOnlySpan<int> places, int zero, Span<short> target)
    {
        if (Avx2.IsSupported && places.Length >= Vector256<int>.Count)
        {
            SampleAvx2(blended, first, places, zero, target);
        }
        else
        {
            SamplePlain(blended, first, places, zero, target);
        }
    }

    /// <summary>The plain twin.</summary>
    internal static void SamplePlain(ReadOnlySpan<ushort> blended, int first, ReadOnlySpan<int> places, int zero, Span<short> target)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var (x, part) = ((places[i] >> FractionBits) - first, places[i] & (One - 1));
            target[i] = (short)((((blended[x] * (One - part)) + (blended[x + 1] * part) + Half) >> (2 * FractionBits)) - zero);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void SampleAvx2(ReadOnlySpan<ushort> blended, int first, ReadOnlySpan<int> places, int zero, Span<short> target)
    {
        // A value and the next are one number of 32 bits. Products are of signed halves, so values are moved by 2^15, which the sum of the weights undoes.
        var (signs, undo) = (Vector256.Create(0x80008000).AsInt32(), Vector256.Create((One << 15) + Half));
        var last = places.Length - Vector256<int>.Count;
        fixed (ushort* values = blended)
        fixed (int* columns = places)
        fixed (short* samples = target[..places.Length])
        {
            for (var i = 0; i < places.Length; i += Vector256<int>.Count)
            {
                var at = Math.Min(i, last);
                var place = Vector256.Load(columns + at);
                var part = place & Vector256.Create(One - 1);
                var weights = (part << 16) + (Vector256.Create(One) - part);
                var pairs = Avx2.GatherVector256((int*)values, (place >> FractionBits) - Vector256.Create(first), sizeof(ushort)) ^ signs;
                var sums = (Avx2.MultiplyAddAdjacent(pairs.AsInt16(), weights.AsInt16()) + undo) >> (2 * FractionBits);
                Vector256.Narrow(sums - Vector256.Create(zero), Vector256<int>.Zero).GetLower().Store(samples + at);
            }
        }
    }
}
