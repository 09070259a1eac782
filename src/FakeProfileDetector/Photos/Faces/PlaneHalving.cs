using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>Reduces a plane to half its sides: each value is the mean of four, halves rounded up.</summary>
internal static class PlaneHalving
{
    /// <param name="source">Row by row.</param>
    /// <param name="sourceWidth">Values in a row of the source.</param>
    /// <param name="target">Receives <paramref name="width"/> × <paramref name="height"/> values.</param>
    /// <param name="width">Half of the source's, rounded down.</param>
    /// <param name="height">Half of the source's, rounded down.</param>
    internal static void Halve(ReadOnlySpan<byte> source, int sourceWidth, Span<byte> target, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var upper = source.Slice(2 * y * sourceWidth, 2 * width);
            var lower = source.Slice(((2 * y) + 1) * sourceWidth, 2 * width);
            var row = target.Slice(y * width, width);
            var done = Avx2.IsSupported ? VectorsAvx2(upper, lower, row) : Vector128.IsHardwareAccelerated ? Vectors(upper, lower, row) : 0;
            Plain(upper, lower, row, done);
        }
    }

    /// <summary>The plain twin.</summary>
    internal static void Plain(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> row, int start)
    {
        for (var x = start; x < row.Length; x++)
        {
            row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int VectorsAvx2(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> row)
    {
        ref var above = ref MemoryMarshal.GetReference(upper);
        ref var below = ref MemoryMarshal.GetReference(lower);
        ref var target = ref MemoryMarshal.GetReference(row);
        var x = 0;
        for (; x <= row.Length - Vector256<byte>.Count; x += Vector256<byte>.Count)
        {
            var at = (nuint)(2 * x);
            var first = MeansAvx2(Vector256.LoadUnsafe(ref above, at), Vector256.LoadUnsafe(ref below, at));
            at += (nuint)Vector256<byte>.Count;
            var second = MeansAvx2(Vector256.LoadUnsafe(ref above, at), Vector256.LoadUnsafe(ref below, at));

            // Packing puts halves of both side by side.
            var both = Avx2.PackUnsignedSaturate(first, second).AsInt64();
            Avx2.Permute4x64(both, 0b11_01_10_00).AsByte().StoreUnsafe(ref target, (nuint)x);
        }

        return x;
    }

    private static Vector256<short> MeansAvx2(Vector256<byte> above, Vector256<byte> below)
    {
        var ones = Vector256.Create((sbyte)1);
        return (Avx2.MultiplyAddAdjacent(above, ones) + Avx2.MultiplyAddAdjacent(below, ones) + Vector256.Create((short)2)) >> 2;
    }

    private static int Vectors(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> row)
    {
        ref var above = ref MemoryMarshal.GetReference(upper);
        ref var below = ref MemoryMarshal.GetReference(lower);
        ref var target = ref MemoryMarshal.GetReference(row);
        var x = 0;
        for (; x <= row.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            var at = (nuint)(2 * x);
            var first = Means(Vector128.LoadUnsafe(ref above, at), Vector128.LoadUnsafe(ref below, at));
            at += (nuint)Vector128<byte>.Count;
            var second = Means(Vector128.LoadUnsafe(ref above, at), Vector128.LoadUnsafe(ref below, at));
            Vector128.Narrow(first, second).StoreUnsafe(ref target, (nuint)x);
        }

        return x;
    }

    private static Vector128<ushort> Means(Vector128<byte> above, Vector128<byte> below)
    {
        var (one, other) = (above.AsUInt16(), below.AsUInt16());
        var even = (one & Vector128.Create((ushort)255)) + (other & Vector128.Create((ushort)255));
        var odd = (one >> 8) + (other >> 8);
        return (even + odd + Vector128.Create((ushort)2)) >> 2;
    }
}
