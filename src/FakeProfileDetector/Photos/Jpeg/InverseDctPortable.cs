using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The inverse cosine transform for every CPU, a block at a time: eleven multiplications a row.</summary>
internal static class InverseDctPortable
{
    // Cosines and their sums, scaled by 2^13.
    private const int C0298 = 2446;
    private const int C0390 = 3196;
    private const int C0541 = 4433;
    private const int C0765 = 6270;
    private const int C0899 = 7373;
    private const int C1175 = 9633;
    private const int C1501 = 12299;
    private const int C1847 = 15137;
    private const int C1961 = 16069;
    private const int C2053 = 16819;
    private const int C2562 = 20995;
    private const int C3072 = 25172;

    /// <summary>Turns a block into pixels.</summary>
    /// <param name="block">The first coefficient of a block in a <see cref="CoefficientPair"/>.</param>
    /// <param name="pixels">Receives 8 rows of 8 pixels.</param>
    /// <param name="stride">From one row to the next.</param>
    internal static void ToPixels(ref short block, Span<byte> pixels, int stride)
    {
        Rows rows = default;
        for (var y = 0; y < CoefficientPair.RowSize; y++)
        {
            rows[y] = Vector256.WidenLower(Vector128.LoadUnsafe(ref block, (nuint)(y * CoefficientPair.Stride)).ToVector256Unsafe());
        }

        Pass(ref rows, InverseDct.FirstShift);
        for (var y = 0; y < CoefficientPair.RowSize; y++)
        {
            // What the vectors of sixteen bits hold; a damaged file may exceed it.
            rows[y] = Vector256.Max(Vector256.Min(rows[y], Vector256.Create((int)short.MaxValue)), Vector256.Create((int)short.MinValue));
        }

        Transpose(ref rows);
        Pass(ref rows, InverseDct.SecondShift);
        for (var x = 0; x < CoefficientPair.RowSize; x++)
        {
            for (var y = 0; y < CoefficientPair.RowSize; y++)
            {
                pixels[(y * stride) + x] = (byte)(Math.Clamp(rows[x][y], sbyte.MinValue, sbyte.MaxValue) + 128);
            }
        }
    }

    private static void Pass(ref Rows r, int shift)
    {
        // Even part.
        var z1 = (r[2] + r[6]) * C0541;
        var t2 = z1 - (r[6] * C1847);
        var t3 = z1 + (r[2] * C0765);
        var half = Vector256.Create(1 << (shift - 1));
        var t0 = Vector256.ShiftLeft(r[0] + r[4], InverseDct.ConstantBits) + half;
        var t1 = Vector256.ShiftLeft(r[0] - r[4], InverseDct.ConstantBits) + half;
        var (e0, e1, e2, e3) = (t0 + t3, t1 + t2, t1 - t2, t0 - t3);

        // Odd part.
        var z5 = (r[7] + r[3] + r[5] + r[1]) * C1175;
        var z3 = z5 - ((r[7] + r[3]) * C1961);
        var z4 = z5 - ((r[5] + r[1]) * C0390);
        z1 = (r[7] + r[1]) * C0899;
        var z2 = (r[5] + r[3]) * C2562;
        var o0 = (r[7] * C0298) - z1 + z3;
        var o1 = (r[5] * C2053) - z2 + z4;
        var o2 = (r[3] * C3072) - z2 + z3;
        var o3 = (r[1] * C1501) - z1 + z4;

        r[0] = Vector256.ShiftRightArithmetic(e0 + o3, shift);
        r[1] = Vector256.ShiftRightArithmetic(e1 + o2, shift);
        r[2] = Vector256.ShiftRightArithmetic(e2 + o1, shift);
        r[3] = Vector256.ShiftRightArithmetic(e3 + o0, shift);
        r[4] = Vector256.ShiftRightArithmetic(e3 - o0, shift);
        r[5] = Vector256.ShiftRightArithmetic(e2 - o1, shift);
        r[6] = Vector256.ShiftRightArithmetic(e1 - o2, shift);
        r[7] = Vector256.ShiftRightArithmetic(e0 - o3, shift);
    }

    private static void Transpose(ref Rows r)
    {
        var from = r;
        for (var y = 0; y < CoefficientPair.RowSize; y++)
        {
            r[y] = Vector256.Create(from[0][y], from[1][y], from[2][y], from[3][y], from[4][y], from[5][y], from[6][y], from[7][y]);
        }
    }

    /// <summary>Eight rows of eight; lanes are columns.</summary>
    [InlineArray(CoefficientPair.RowSize)]
    private struct Rows
    {
        private Vector256<int> _row0;
    }
}
