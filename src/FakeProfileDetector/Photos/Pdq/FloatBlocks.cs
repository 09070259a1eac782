using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Blocks of 8 × 8 floats.</summary>
internal static class FloatBlocks
{
    private const int Side = 8;

    /// <summary>Writes the columns of a block as rows.</summary>
    /// <param name="source">The block's first value; seven rows follow.</param>
    /// <param name="sourceStride">Values from row to row.</param>
    /// <param name="target">Where the first column goes.</param>
    /// <param name="targetStride">Values from column to column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(ref float source, int sourceStride, ref float target, int targetStride)
    {
        if (!Avx.IsSupported)
        {
            for (var row = 0; row < Side; row++)
            {
                for (var column = 0; column < Side; column++)
                {
                    Unsafe.Add(ref target, (column * targetStride) + row) = Unsafe.Add(ref source, (row * sourceStride) + column);
                }
            }

            return;
        }

        // Rows r and r + 4 share a vector, so that no value has to cross its middle later.
        var a = Avx.UnpackLow(Rows(ref source, 0, sourceStride), Rows(ref source, 1, sourceStride)).AsDouble();
        var b = Avx.UnpackHigh(Rows(ref source, 0, sourceStride), Rows(ref source, 1, sourceStride)).AsDouble();
        var c = Avx.UnpackLow(Rows(ref source, 2, sourceStride), Rows(ref source, 3, sourceStride)).AsDouble();
        var d = Avx.UnpackHigh(Rows(ref source, 2, sourceStride), Rows(ref source, 3, sourceStride)).AsDouble();
        Avx.UnpackLow(a, c).AsSingle().StoreUnsafe(ref target);
        Avx.UnpackHigh(a, c).AsSingle().StoreUnsafe(ref target, (nuint)targetStride);
        Avx.UnpackLow(b, d).AsSingle().StoreUnsafe(ref target, (nuint)(2 * targetStride));
        Avx.UnpackHigh(b, d).AsSingle().StoreUnsafe(ref target, (nuint)(3 * targetStride));

        source = ref Unsafe.Add(ref source, Side / 2);
        target = ref Unsafe.Add(ref target, 4 * targetStride);
        a = Avx.UnpackLow(Rows(ref source, 0, sourceStride), Rows(ref source, 1, sourceStride)).AsDouble();
        b = Avx.UnpackHigh(Rows(ref source, 0, sourceStride), Rows(ref source, 1, sourceStride)).AsDouble();
        c = Avx.UnpackLow(Rows(ref source, 2, sourceStride), Rows(ref source, 3, sourceStride)).AsDouble();
        d = Avx.UnpackHigh(Rows(ref source, 2, sourceStride), Rows(ref source, 3, sourceStride)).AsDouble();
        Avx.UnpackLow(a, c).AsSingle().StoreUnsafe(ref target);
        Avx.UnpackHigh(a, c).AsSingle().StoreUnsafe(ref target, (nuint)targetStride);
        Avx.UnpackLow(b, d).AsSingle().StoreUnsafe(ref target, (nuint)(2 * targetStride));
        Avx.UnpackHigh(b, d).AsSingle().StoreUnsafe(ref target, (nuint)(3 * targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Rows(ref float source, int row, int stride) => Vector256.Create(
        Vector128.LoadUnsafe(ref source, (nuint)(row * stride)),
        Vector128.LoadUnsafe(ref source, (nuint)((row + Side / 2) * stride)));
}
