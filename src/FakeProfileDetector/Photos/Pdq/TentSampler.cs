using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Weighted sums around the 64 sampled places of a row of bytes, in whole numbers: two box filters at once.</summary>
/// <remarks>
/// A box filter over a window of 1, 2 or 4 pixels, applied twice, weighs 1, 1-2-1 or 1-2-3-4-3-2-1; divided by the window's
/// square the sum is the filtered value. Each sum takes eight neighboring bytes, some with weight 0.
/// </remarks>
internal ref struct TentSampler
{
    /// <summary>Number of sums: 64.</summary>
    internal const int Count = PdqDownscaler.Side;

    /// <summary>Bytes of the shuffles.</summary>
    internal const int ShufflesLength = Count * Taps;

    private const int Taps = 8;

    private readonly ulong _weights;
    private readonly ulong _lastWeights;
    private Places _first;
    private readonly ref Vector512<byte> _shuffles;
    private Vector512<sbyte> _wideWeights;
    private Vector512<sbyte> _lastWideWeights;

    /// <summary>Prepares the sums for rows of one width.</summary>
    /// <param name="width">1–256, or 385–512 pixels: windows of 1, 2 or 4.</param>
    /// <param name="shuffles">Room for the shuffles, best at the beginning of a line of the cache: <see cref="ShufflesLength"/> bytes.</param>
    internal TentSampler(int width, Span<byte> shuffles)
    {
        Debug.Assert(shuffles.Length >= ShufflesLength, "Each sum takes eight bytes.");
        _shuffles = ref Unsafe.As<byte, Vector512<byte>>(ref MemoryMarshal.GetReference(shuffles));
        var window = PdqDownscaler.WindowSize(width);
        Debug.Assert(window is 1 or 2 or 4, "Only these windows have whole weights.");
        (_weights, var lead) = window switch
        {
            1 => (0x01UL, 0),
            2 => (0x01_02_01UL, 0),
            _ => (0x01_02_03_04_03_02_01UL, 2),
        };
        for (var i = 0; i < Count; i++)
        {
            _first[i] = (ushort)(PdqDownscaler.Center(i, width) - lead);
        }

        _lastWeights = _weights;
        if (window == 2)
        {
            // The last window has shrunk to one pixel.
            _lastWeights = 0x03_01UL;
        }
        else if (window == 4)
        {
            // The last place would reach into a window of three: its caller goes on from the place before it.
            _first[Count - 1]--;
        }

        if (Avx512Vbmi.IsSupported)
        {
            PrepareWide();
        }
        else if (Avx2.IsSupported)
        {
            PreparePairs();
        }
    }

    /// <summary>The 64 sums of a row.</summary>
    /// <param name="row">The row's first byte; <see cref="PaddedRows.Padding"/> bytes beyond its end must be readable.</param>
    /// <param name="target">Receives 64 sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Sample(ref byte row, ref short target)
    {
        if (Avx512Vbmi.IsSupported)
        {
            SampleWide(ref row, ref target);
        }
        else if (Avx2.IsSupported)
        {
            SamplePairs(ref row, ref target);
        }
        else
        {
            SampleEach(ref row, ref target);
        }
    }

    /// <summary>For each eight places one shuffle of 64 bytes, by which the eight bytes of each place come together in pairs.</summary>
    private void PrepareWide()
    {
        var taps = Vector512.Create(Vector256.Create(Pairs(0), Pairs(2)), Vector256.Create(Pairs(4), Pairs(6)));
        for (var group = 0; group < Count; group += Taps)
        {
            // Offset of each place from the first of the eight, twice.
            var offsets = Vector128.LoadUnsafe(ref _first[group]) - Vector128.Create(_first[group]);
            var twice = (offsets * 0x0101).AsByte();
            Unsafe.Add(ref _shuffles, group / Taps) = Vector512.Create(Vector256.Create(twice, twice), Vector256.Create(twice, twice)) + taps;
        }

        _wideWeights = Wide(_weights, _weights);
        _lastWideWeights = Wide(_weights, _lastWeights);

        static Vector128<byte> Pairs(byte tap) => Vector128.Create((ushort)(tap | ((tap + 1) << 8))).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void SampleWide(ref byte row, ref short target)
    {
        var weights = _wideWeights;
        var ab = Halved(Products(ref row, 0, weights), Products(ref row, 1, weights));
        var cd = Halved(Products(ref row, 2, weights), Products(ref row, 3, weights));
        Halved(ab, cd).StoreUnsafe(ref target);
        ab = Halved(Products(ref row, 4, weights), Products(ref row, 5, weights));
        cd = Halved(Products(ref row, 6, weights), Products(ref row, 7, _lastWideWeights));
        Halved(ab, cd).StoreUnsafe(ref target, Count / 2);

        // Each vector holds four partial sums of eight places, one in each quarter.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector512<short> Halved(Vector512<short> left, Vector512<short> right) =>
            Avx512F.Shuffle4x128(left.AsInt64(), right.AsInt64(), 0b10_00_10_00).AsInt16()
            + Avx512F.Shuffle4x128(left.AsInt64(), right.AsInt64(), 0b11_01_11_01).AsInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<short> Products(ref byte row, int group, Vector512<sbyte> weights)
    {
        var bytes = Vector512.LoadUnsafe(ref row, _first[group * Taps]);
        return Avx512BW.MultiplyAddAdjacent(Avx512Vbmi.PermuteVar64x8(bytes, Unsafe.Add(ref _shuffles, group)), weights);
    }

    /// <summary>The weights of taps 0 and 1 for eight places, of taps 2 and 3, and so on; the last place has its own.</summary>
    private static Vector512<sbyte> Wide(ulong weights, ulong lastWeights)
    {
        return Vector512.Create(
            Vector256.Create(Quarter(0), Quarter(16)),
            Vector256.Create(Quarter(32), Quarter(48))).AsSByte();

        Vector128<ushort> Quarter(int shift) =>
            Vector128.Create((ushort)(weights >> shift)).WithElement(7, (ushort)(lastWeights >> shift));
    }

    /// <summary>For each two neighboring places one shuffle of 16 bytes; places are at most eight bytes apart.</summary>
    private void PreparePairs()
    {
        var taps = Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
        ref var pairs = ref Unsafe.As<Vector512<byte>, Vector128<byte>>(ref _shuffles);
        for (var pair = 0; pair < Count / 2; pair++)
        {
            var apart = (ulong)(_first[(2 * pair) + 1] - _first[2 * pair]);
            Unsafe.Add(ref pairs, Slot(pair)) = taps + Vector128.Create(0UL, apart * 0x0101010101010101).AsByte();
        }
    }

    // Pairs 0 and 4 share a vector, then 1 and 5, so that adding neighbors leaves the sums in order.
    private static int Slot(int pair) => (pair & ~7) | ((pair & 3) << 1) | ((pair >> 2) & 1);

    private readonly void SamplePairs(ref byte row, ref short target)
    {
        var weights = Vector256.Create(_weights).AsSByte();
        var lastWeights = weights.AsUInt64().WithElement(3, _lastWeights).AsSByte();
        for (var block = 0; block < 4; block++)
        {
            var a = Products(ref row, block, 0, weights);
            var b = Products(ref row, block, 1, weights);
            var c = Products(ref row, block, 2, weights);
            var d = Products(ref row, block, 3, block == 3 ? lastWeights : weights);
            Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d)).StoreUnsafe(ref target, (nuint)block * 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<short> Products(ref byte row, int block, int pair, Vector256<sbyte> weights)
    {
        var place = (block * 16) + (pair * 2);
        var bytes = Vector256.Create(
            Vector128.LoadUnsafe(ref row, _first[place]),
            Vector128.LoadUnsafe(ref row, _first[place + 8]));
        var shuffle = Unsafe.Add(ref Unsafe.As<Vector512<byte>, Vector256<byte>>(ref _shuffles), (block * 4) + pair);
        return Avx2.MultiplyAddAdjacent(Avx2.Shuffle(bytes, shuffle), weights);
    }

    private readonly void SampleEach(ref byte row, ref short target)
    {
        var weights = Vector128.WidenLower(Vector128.CreateScalar(_weights).AsByte());
        var lastWeights = Vector128.WidenLower(Vector128.CreateScalar(_lastWeights).AsByte());
        for (var i = 0; i < Count; i++)
        {
            var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref row, _first[i]))).AsByte();
            var products = Vector128.WidenLower(bytes) * (i == Count - 1 ? lastWeights : weights);
            Unsafe.Add(ref target, i) = (short)Vector128.Sum(products);
        }
    }

    [InlineArray(Count)]
    private struct Places
    {
        private ushort _place0;
    }
}
