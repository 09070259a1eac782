using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Bicubic resizing of luma (Catmull–Rom, a = −0.5, widened when shrinking) in fixed point.</summary>
/// <remarks>
/// Pixels that share their weights are added first; groups of pixels are mixed down and then across, two by two, in 32-bit
/// integers: the same values on every machine. The picture passes once; only the rows that a target row mixes wait.
/// </remarks>
internal static class BicubicResizer
{
    private const int TargetsPerBlock = 8;

    // Rows that are mixed across at a time: each weight is loaded once for all.
    private const int RowsAtOnce = 4;

    // Columns that are mixed down at a time, in four registers; rows of sums are padded to it.
    private const int ColumnsAtOnce = 32;

    // Bits behind the point of a value between the passes: with sign and overshoot it fills 16.
    private const int BetweenBits = 6;

    internal static void Resize(
        ReadOnlySpan<byte> source, int width, int height, Span<byte> target, int targetWidth, int targetHeight)
    {
        Debug.Assert(targetHeight % RowsAtOnce == 0, "Rows are mixed across four at a time.");
        _ = new LumaRows(source, width, height);
        var across = BicubicKernels.Get(width, targetWidth, TargetsPerBlock);
        var down = BicubicKernels.Get(height, targetHeight, targetsPerBlock: 1);
        var stride = (across.Groups + ColumnsAtOnce - 1) / ColumnsAtOnce * ColumnsAtOnce;
        var shift = down.FractionBits + down.GroupBits + across.GroupBits - BetweenBits;

        // Pairs of rows that wait to be mixed, in a ring, and mixed rows.
        var ring = down.LongestBlock;
        var rented = ArrayPool<int>.Shared.Rent(stride * (ring + RowsAtOnce));
        try
        {
            var pairs = rented.AsSpan(0, stride * ring);
            var mixed = rented.AsSpan(pairs.Length, stride * RowsAtOnce);
            var sums = new PixelSums(source, width, height, across.GroupBits, down.GroupBits, stackalloc byte[PixelSums.BufferLength]);
            var read = 0;
            for (var y = 0; y < targetHeight; y += RowsAtOnce)
            {
                for (var row = 0; row < RowsAtOnce; row++)
                {
                    var weights = down.Weights(y + row);
                    var first = down.FirstPair(y + row);
                    for (; read < first + weights.Length; read++)
                    {
                        sums.ReadPair(read, pairs.Slice(read % ring * stride, stride));
                    }

                    MixDown(pairs, first % ring, stride, weights, shift, mixed.Slice(row * stride, stride));
                }

                MixAcross(mixed, stride, across, target.Slice(y * targetWidth, RowsAtOnce * targetWidth), targetWidth);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private static void MixDown(ReadOnlySpan<int> pairs, int firstPair, int stride, ReadOnlySpan<int> weights, int shift, Span<int> mixed)
    {
        ref var source = ref MemoryMarshal.GetReference(pairs);
        ref var target = ref Unsafe.As<int, short>(ref MemoryMarshal.GetReference(mixed));
        var half = Vector256.Create(1 << (shift - 1));
        for (var x = 0; x < stride; x += ColumnsAtOnce)
        {
            var sum0 = half;
            var sum1 = half;
            var sum2 = half;
            var sum3 = half;
            nint place = (firstPair * stride) + x;
            foreach (var weight in weights)
            {
                var both = Vector256.Create(weight);
                ref var columns = ref Unsafe.Add(ref source, place);
                sum0 += PairLanes.MultiplyAdd(Vector256.LoadUnsafe(ref columns), both);
                sum1 += PairLanes.MultiplyAdd(Vector256.LoadUnsafe(ref columns, 8), both);
                sum2 += PairLanes.MultiplyAdd(Vector256.LoadUnsafe(ref columns, 16), both);
                sum3 += PairLanes.MultiplyAdd(Vector256.LoadUnsafe(ref columns, 24), both);
                place += stride;
                place = place >= pairs.Length ? place - pairs.Length : place;
            }

            PairLanes.Narrow(sum0 >> shift, sum1 >> shift).StoreUnsafe(ref target, (nuint)x);
            PairLanes.Narrow(sum2 >> shift, sum3 >> shift).StoreUnsafe(ref target, (nuint)(x + 16));
        }
    }

    private static void MixAcross(ReadOnlySpan<int> mixed, int stride, BicubicKernels across, Span<byte> target, int targetWidth)
    {
        var shift = across.FractionBits + BetweenBits;
        var half = Vector256.Create(1 << (shift - 1));
        for (var block = 0; block < across.Blocks; block++)
        {
            var weights = across.Weights(block);
            ref var weight = ref MemoryMarshal.GetReference(weights);
            ref var row0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(mixed), across.FirstPair(block));
            ref var row1 = ref Unsafe.Add(ref row0, stride);
            ref var row2 = ref Unsafe.Add(ref row1, stride);
            ref var row3 = ref Unsafe.Add(ref row2, stride);
            var sum0 = half;
            var sum1 = half;
            var sum2 = half;
            var sum3 = half;
            for (var pair = 0; pair < weights.Length / TargetsPerBlock; pair++)
            {
                var eight = Vector256.LoadUnsafe(ref weight, (nuint)(pair * TargetsPerBlock));
                sum0 += PairLanes.MultiplyAdd(Vector256.Create(Unsafe.Add(ref row0, pair)), eight);
                sum1 += PairLanes.MultiplyAdd(Vector256.Create(Unsafe.Add(ref row1, pair)), eight);
                sum2 += PairLanes.MultiplyAdd(Vector256.Create(Unsafe.Add(ref row2, pair)), eight);
                sum3 += PairLanes.MultiplyAdd(Vector256.Create(Unsafe.Add(ref row3, pair)), eight);
            }

            var left = block * TargetsPerBlock;
            Put(sum0 >> shift, target[..targetWidth], left);
            Put(sum1 >> shift, target.Slice(targetWidth, targetWidth), left);
            Put(sum2 >> shift, target.Slice(2 * targetWidth, targetWidth), left);
            Put(sum3 >> shift, target.Slice(3 * targetWidth, targetWidth), left);
        }
    }

    private static void Put(Vector256<int> numbers, Span<byte> row, int left)
    {
        numbers = Vector256.Clamp(numbers, Vector256<int>.Zero, Vector256.Create((int)byte.MaxValue));
        var shorts = Vector128.Narrow(numbers.GetLower(), numbers.GetUpper());
        var bytes = Vector128.Narrow(shorts, shorts).AsByte().GetLower();
        if (row.Length >= left + TargetsPerBlock)
        {
            bytes.CopyTo(row[left..]);
            return;
        }

        for (var x = left; x < row.Length; x++)
        {
            row[x] = bytes[x - left];
        }
    }
}
