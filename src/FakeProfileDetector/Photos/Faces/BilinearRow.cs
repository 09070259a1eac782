using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    internal static void Blend(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int fraction, Span<ushort> blended)
    {
        var x = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var above = ref MemoryMarshal.GetReference(upper);
            ref var below = ref MemoryMarshal.GetReference(lower);
            ref var target = ref MemoryMarshal.GetReference(blended);
            var (keep, take) = (Vector128.Create((ushort)(One - fraction)), Vector128.Create((ushort)fraction));
            for (; x <= upper.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
            {
                var (highOne, lowOne) = Widen(Vector128.LoadUnsafe(ref above, (nuint)x));
                var (highTwo, lowTwo) = Widen(Vector128.LoadUnsafe(ref below, (nuint)x));
                ((lowOne * keep) + (lowTwo * take)).StoreUnsafe(ref target, (nuint)x);
                ((highOne * keep) + (highTwo * take)).StoreUnsafe(ref target, (nuint)(x + Vector128<ushort>.Count));
            }
        }

        Plain(upper, lower, fraction, blended, x);
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
    /// <param name="target">Receives 0–255.</param>
    internal static void Sample(ReadOnlySpan<ushort> blended, int first, ReadOnlySpan<int> places, Span<short> target)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var (x, part) = ((places[i] >> FractionBits) - first, places[i] & (One - 1));
            target[i] = (short)(((blended[x] * (One - part)) + (blended[x + 1] * part) + Half) >> (2 * FractionBits));
        }
    }

    private static (Vector128<ushort> High, Vector128<ushort> Low) Widen(Vector128<byte> values) => (Vector128.WidenUpper(values), Vector128.WidenLower(values));
}
