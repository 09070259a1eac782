using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.X86.Avx2;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The inverse cosine transform of two blocks at once, one in each half of a vector.</summary>
/// <remarks>
/// Every output is a sum of products with sixteen-bit factors, which one instruction forms two by two; as integers, the sums equal
/// those of <see cref="InverseDctPortable"/>, whose factors these are the combinations of.
/// </remarks>
internal static class InverseDctAvx2
{
    internal static void ToPixels(ref CoefficientPair blocks, Span<byte> first, int firstStride, Span<byte> second, int secondStride)
    {
        ref var source = ref blocks.First(0);
        var rows = new Rows(
            Vector256.LoadUnsafe(ref source, 0 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 1 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 2 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 3 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 4 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 5 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 6 * CoefficientPair.Stride),
            Vector256.LoadUnsafe(ref source, 7 * CoefficientPair.Stride));
        Pass(ref rows, InverseDct.FirstShift);
        Transpose(ref rows);
        Pass(ref rows, InverseDct.SecondShift);

        // Columns of sixteen bits to rows of bytes. Saturating to signed bytes and flipping the top bit clamps to 0–255 around 128.
        var pairs = Vector256.Create(
            (byte)0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
        var c01 = Shuffle(PackSignedSaturate(rows.R0, rows.R1).AsByte(), pairs).AsUInt16();
        var c23 = Shuffle(PackSignedSaturate(rows.R2, rows.R3).AsByte(), pairs).AsUInt16();
        var c45 = Shuffle(PackSignedSaturate(rows.R4, rows.R5).AsByte(), pairs).AsUInt16();
        var c67 = Shuffle(PackSignedSaturate(rows.R6, rows.R7).AsByte(), pairs).AsUInt16();
        var left0 = UnpackLow(c01, c23).AsUInt32();
        var left4 = UnpackHigh(c01, c23).AsUInt32();
        var right0 = UnpackLow(c45, c67).AsUInt32();
        var right4 = UnpackHigh(c45, c67).AsUInt32();
        ref var firstRow = ref MemoryMarshal.GetReference(first);
        ref var secondRow = ref MemoryMarshal.GetReference(second);
        Store(UnpackLow(left0, right0), 0, ref firstRow, firstStride, ref secondRow, secondStride);
        Store(UnpackHigh(left0, right0), 2, ref firstRow, firstStride, ref secondRow, secondStride);
        Store(UnpackLow(left4, right4), 4, ref firstRow, firstStride, ref secondRow, secondStride);
        Store(UnpackHigh(left4, right4), 6, ref firstRow, firstStride, ref secondRow, secondStride);
    }

    /// <summary>Two rows of both blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<uint> rows, int y, ref byte first, int firstStride, ref byte second, int secondStride)
    {
        var pixels = (rows.AsByte() ^ Vector256.Create((byte)0x80)).AsUInt64();
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, y * firstStride), pixels.GetLower()[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, (y + 1) * firstStride), pixels.GetLower()[1]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref second, y * secondStride), pixels.GetUpper()[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref second, (y + 1) * secondStride), pixels.GetUpper()[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(ref Rows r, int shift)
    {
        var (a04, b04) = (UnpackLow(r.R0, r.R4), UnpackHigh(r.R0, r.R4));
        var (a26, b26) = (UnpackLow(r.R2, r.R6), UnpackHigh(r.R2, r.R6));
        var (a17, b17) = (UnpackLow(r.R1, r.R7), UnpackHigh(r.R1, r.R7));
        var (a35, b35) = (UnpackLow(r.R3, r.R5), UnpackHigh(r.R3, r.R5));
        var half = Vector256.Create(1 << (shift - 1));

        var (a, b) = (Sum(a04, 8192, 8192) + half, Sum(b04, 8192, 8192) + half);
        var (c, d) = (Sum(a26, 10703, 4433), Sum(b26, 10703, 4433));
        var (e0a, e0b, e3a, e3b) = (a + c, b + d, a - c, b - d);
        (a, b) = (Sum(a04, 8192, -8192) + half, Sum(b04, 8192, -8192) + half);
        (c, d) = (Sum(a26, 4433, -10704), Sum(b26, 4433, -10704));
        var (e1a, e1b, e2a, e2b) = (a + c, b + d, a - c, b - d);

        (a, b) = (Sum(a17, 11363, 2260) + Sum(a35, 9633, 6437), Sum(b17, 11363, 2260) + Sum(b35, 9633, 6437));
        var (r0, r7) = (Pack(e0a + a, e0b + b, shift), Pack(e0a - a, e0b - b, shift));
        (a, b) = (Sum(a17, 9633, -6436) + Sum(a35, -2259, -11362), Sum(b17, 9633, -6436) + Sum(b35, -2259, -11362));
        var (r1, r6) = (Pack(e1a + a, e1b + b, shift), Pack(e1a - a, e1b - b, shift));
        (a, b) = (Sum(a17, 6437, 9633) + Sum(a35, -11362, 2261), Sum(b17, 6437, 9633) + Sum(b35, -11362, 2261));
        var (r2, r5) = (Pack(e2a + a, e2b + b, shift), Pack(e2a - a, e2b - b, shift));
        (a, b) = (Sum(a17, 2260, -11363) + Sum(a35, -6436, 9633), Sum(b17, 2260, -11363) + Sum(b35, -6436, 9633));
        var (r3, r4) = (Pack(e3a + a, e3b + b, shift), Pack(e3a - a, e3b - b, shift));
        r = new Rows(r0, r1, r2, r3, r4, r5, r6, r7);
    }

    /// <summary>The sum of two products in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(Vector256<short> pairs, short first, short second) =>
        MultiplyAddAdjacent(pairs, Vector256.Create((second << 16) | (ushort)first).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pack(Vector256<int> low, Vector256<int> high, int shift) =>
        PackSignedSaturate(Vector256.ShiftRightArithmetic(low, shift), Vector256.ShiftRightArithmetic(high, shift));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Rows r)
    {
        var a0 = UnpackLow(r.R0, r.R1).AsInt32();
        var a1 = UnpackHigh(r.R0, r.R1).AsInt32();
        var a2 = UnpackLow(r.R2, r.R3).AsInt32();
        var a3 = UnpackHigh(r.R2, r.R3).AsInt32();
        var a4 = UnpackLow(r.R4, r.R5).AsInt32();
        var a5 = UnpackHigh(r.R4, r.R5).AsInt32();
        var a6 = UnpackLow(r.R6, r.R7).AsInt32();
        var a7 = UnpackHigh(r.R6, r.R7).AsInt32();
        var b0 = UnpackLow(a0, a2).AsInt64();
        var b1 = UnpackHigh(a0, a2).AsInt64();
        var b2 = UnpackLow(a1, a3).AsInt64();
        var b3 = UnpackHigh(a1, a3).AsInt64();
        var b4 = UnpackLow(a4, a6).AsInt64();
        var b5 = UnpackHigh(a4, a6).AsInt64();
        var b6 = UnpackLow(a5, a7).AsInt64();
        var b7 = UnpackHigh(a5, a7).AsInt64();
        r = new Rows(
            UnpackLow(b0, b4).AsInt16(),
            UnpackHigh(b0, b4).AsInt16(),
            UnpackLow(b1, b5).AsInt16(),
            UnpackHigh(b1, b5).AsInt16(),
            UnpackLow(b2, b6).AsInt16(),
            UnpackHigh(b2, b6).AsInt16(),
            UnpackLow(b3, b7).AsInt16(),
            UnpackHigh(b3, b7).AsInt16());
    }

    /// <summary>Eight rows of both blocks; lanes are columns.</summary>
    private readonly record struct Rows(
        Vector256<short> R0, Vector256<short> R1, Vector256<short> R2, Vector256<short> R3,
        Vector256<short> R4, Vector256<short> R5, Vector256<short> R6, Vector256<short> R7);
}
