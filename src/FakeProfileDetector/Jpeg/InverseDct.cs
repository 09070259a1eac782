using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Jpeg;

/// <summary>Inverse cosine transform of an 8 × 8 block to pixels, in integers.</summary>
/// <remarks>
/// Eleven multiplications a row, with the constants, the shifts and the roundings that libjpeg's accurate ("islow")
/// transform has, so that pixels equal its own. Source: Loeffler, Ligtenberg, Moschytz, ICASSP 1989. Integer arithmetic
/// gives the same pixels on every CPU.
/// </remarks>
internal static class InverseDct
{
    private const int ConstantBits = 13;
    private const int FirstPassBits = 2;

    // Products of cosines, scaled by 2^13.
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

    /// <summary>The pixel that a block of nothing but a constant has everywhere.</summary>
    internal static byte Flat(int constant) => (byte)Math.Clamp(((constant + 4) >> 3) + 128, 0, 255);

    /// <summary>Turns a block into pixels.</summary>
    /// <param name="block">Dequantised coefficients in rows; the spare slot does not count.</param>
    /// <param name="pixels">Receives 8 rows of 8 pixels.</param>
    /// <param name="stride">From one row to the next.</param>
    internal static void ToPixels(ref CoefficientBlock block, Span<byte> pixels, int stride)
    {
        ref var source = ref block.First;
        var rows = new Rows(
            Vector256.LoadUnsafe(ref source, 0),
            Vector256.LoadUnsafe(ref source, 8),
            Vector256.LoadUnsafe(ref source, 16),
            Vector256.LoadUnsafe(ref source, 24),
            Vector256.LoadUnsafe(ref source, 32),
            Vector256.LoadUnsafe(ref source, 40),
            Vector256.LoadUnsafe(ref source, 48),
            Vector256.LoadUnsafe(ref source, 56));
        Pass(ref rows, ConstantBits - FirstPassBits);
        Transpose(ref rows);
        Pass(ref rows, ConstantBits + FirstPassBits + 3);
        Store(rows, pixels[..((7 * stride) + 8)], stride);
    }

    /// <summary>The means over the four quarters of a block, as far as its three lowest frequencies beside the constant tell.</summary>
    internal static void ToMeans(ReadOnlySpan<int> block, Span<byte> means)
    {
        // Mean over four pixels of the lowest cosine, times √2 for its scale against the constant; the square is for both axes.
        const int Mean = 7423;
        const int BothMeans = 6726;
        const int Shift = ConstantBits + 3;
        var constant = (block[0] << ConstantBits) + (1 << (Shift - 1)) + (128 << Shift);
        var across = block[1] * Mean;
        var down = block[8] * Mean;
        var both = block[9] * BothMeans;
        means[0] = (byte)Math.Clamp((constant + across + down + both) >> Shift, 0, 255);
        means[1] = (byte)Math.Clamp((constant - across + down - both) >> Shift, 0, 255);
        means[2] = (byte)Math.Clamp((constant + across - down - both) >> Shift, 0, 255);
        means[3] = (byte)Math.Clamp((constant - across - down + both) >> Shift, 0, 255);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(ref Rows r, int shift)
    {
        // Even part.
        var z1 = (r.R2 + r.R6) * C0541;
        var t2 = z1 - (r.R6 * C1847);
        var t3 = z1 + (r.R2 * C0765);
        var t0 = Vector256.ShiftLeft(r.R0 + r.R4, ConstantBits);
        var t1 = Vector256.ShiftLeft(r.R0 - r.R4, ConstantBits);
        var half = Vector256.Create(1 << (shift - 1));
        t0 += half;
        t1 += half;
        var e0 = t0 + t3;
        var e3 = t0 - t3;
        var e1 = t1 + t2;
        var e2 = t1 - t2;

        // Odd part.
        var z5 = (r.R7 + r.R3 + r.R5 + r.R1) * C1175;
        var z3 = z5 - ((r.R7 + r.R3) * C1961);
        var z4 = z5 - ((r.R5 + r.R1) * C0390);
        z1 = (r.R7 + r.R1) * C0899;
        var z2 = (r.R5 + r.R3) * C2562;
        var o0 = (r.R7 * C0298) - z1 + z3;
        var o1 = (r.R5 * C2053) - z2 + z4;
        var o2 = (r.R3 * C3072) - z2 + z3;
        var o3 = (r.R1 * C1501) - z1 + z4;

        r = new Rows(
            Vector256.ShiftRightArithmetic(e0 + o3, shift),
            Vector256.ShiftRightArithmetic(e1 + o2, shift),
            Vector256.ShiftRightArithmetic(e2 + o1, shift),
            Vector256.ShiftRightArithmetic(e3 + o0, shift),
            Vector256.ShiftRightArithmetic(e3 - o0, shift),
            Vector256.ShiftRightArithmetic(e2 - o1, shift),
            Vector256.ShiftRightArithmetic(e1 - o2, shift),
            Vector256.ShiftRightArithmetic(e0 - o3, shift));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Rows r)
    {
        if (Avx2.IsSupported)
        {
            var a0 = Avx2.UnpackLow(r.R0, r.R1);
            var a1 = Avx2.UnpackHigh(r.R0, r.R1);
            var a2 = Avx2.UnpackLow(r.R2, r.R3);
            var a3 = Avx2.UnpackHigh(r.R2, r.R3);
            var a4 = Avx2.UnpackLow(r.R4, r.R5);
            var a5 = Avx2.UnpackHigh(r.R4, r.R5);
            var a6 = Avx2.UnpackLow(r.R6, r.R7);
            var a7 = Avx2.UnpackHigh(r.R6, r.R7);
            var b0 = Avx2.UnpackLow(a0.AsInt64(), a2.AsInt64()).AsInt32();
            var b1 = Avx2.UnpackHigh(a0.AsInt64(), a2.AsInt64()).AsInt32();
            var b2 = Avx2.UnpackLow(a1.AsInt64(), a3.AsInt64()).AsInt32();
            var b3 = Avx2.UnpackHigh(a1.AsInt64(), a3.AsInt64()).AsInt32();
            var b4 = Avx2.UnpackLow(a4.AsInt64(), a6.AsInt64()).AsInt32();
            var b5 = Avx2.UnpackHigh(a4.AsInt64(), a6.AsInt64()).AsInt32();
            var b6 = Avx2.UnpackLow(a5.AsInt64(), a7.AsInt64()).AsInt32();
            var b7 = Avx2.UnpackHigh(a5.AsInt64(), a7.AsInt64()).AsInt32();
            r = new Rows(
                Avx2.Permute2x128(b0, b4, 0x20),
                Avx2.Permute2x128(b1, b5, 0x20),
                Avx2.Permute2x128(b2, b6, 0x20),
                Avx2.Permute2x128(b3, b7, 0x20),
                Avx2.Permute2x128(b0, b4, 0x31),
                Avx2.Permute2x128(b1, b5, 0x31),
                Avx2.Permute2x128(b2, b6, 0x31),
                Avx2.Permute2x128(b3, b7, 0x31));
            return;
        }

        TransposeInMemory(ref r);
    }

    private static void TransposeInMemory(ref Rows r)
    {
        Span<int> from = stackalloc int[ZigZag.BlockSize];
        Span<int> to = stackalloc int[ZigZag.BlockSize];
        MemoryMarshal.Write(MemoryMarshal.AsBytes(from), r);
        for (var i = 0; i < ZigZag.BlockSize; i++)
        {
            to[((i & 7) << 3) | (i >> 3)] = from[i];
        }

        r = MemoryMarshal.Read<Rows>(MemoryMarshal.AsBytes(to));
    }

    /// <summary>Stores columns of centred pixels as rows of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in Rows columns, Span<byte> pixels, int stride)
    {
        if (!Avx2.IsSupported)
        {
            StoreOneByOne(columns, pixels, stride);
            return;
        }

        // Saturating to signed bytes and flipping the top bit clamps to 0–255 around 128. Packing works within 128 bits, so the
        // lower half has four rows of four columns, and the upper half the other four rows.
        var quarters = Vector256.Create(
            (byte)0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        var left = Avx2.PackSignedSaturate(Avx2.PackSignedSaturate(columns.R0, columns.R1), Avx2.PackSignedSaturate(columns.R2, columns.R3));
        var right = Avx2.PackSignedSaturate(Avx2.PackSignedSaturate(columns.R4, columns.R5), Avx2.PackSignedSaturate(columns.R6, columns.R7));
        var leftRows = (Avx2.Shuffle(left.AsByte(), quarters) ^ Vector256.Create((byte)0x80)).AsUInt32();
        var rightRows = (Avx2.Shuffle(right.AsByte(), quarters) ^ Vector256.Create((byte)0x80)).AsUInt32();
        var first = Avx2.UnpackLow(leftRows, rightRows).AsUInt64();
        var second = Avx2.UnpackHigh(leftRows, rightRows).AsUInt64();

        ref var target = ref MemoryMarshal.GetReference(pixels);
        StorePair(first.GetLower(), ref target, stride);
        StorePair(second.GetLower(), ref Unsafe.Add(ref target, 2 * stride), stride);
        StorePair(first.GetUpper(), ref Unsafe.Add(ref target, 4 * stride), stride);
        StorePair(second.GetUpper(), ref Unsafe.Add(ref target, 6 * stride), stride);
    }

    private static void StoreOneByOne(in Rows columns, Span<byte> pixels, int stride)
    {
        Span<int> centred = stackalloc int[ZigZag.BlockSize];
        MemoryMarshal.Write(MemoryMarshal.AsBytes(centred), columns);
        for (var i = 0; i < ZigZag.BlockSize; i++)
        {
            pixels[((i & 7) * stride) + (i >> 3)] = (byte)Math.Clamp(centred[i] + 128, 0, 255);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(Vector128<ulong> rows, ref byte target, int stride)
    {
        Unsafe.WriteUnaligned(ref target, rows[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, stride), rows[1]);
    }

    /// <summary>Eight rows of eight; lanes are columns.</summary>
    private readonly record struct Rows(
        Vector256<int> R0, Vector256<int> R1, Vector256<int> R2, Vector256<int> R3,
        Vector256<int> R4, Vector256<int> R5, Vector256<int> R6, Vector256<int> R7);
}
