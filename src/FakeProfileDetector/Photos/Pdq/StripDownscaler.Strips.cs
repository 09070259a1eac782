using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <content>Third and fourth pass.</content>
internal static partial class StripDownscaler
{
    /// <summary>Third pass: means along the rows of a strip, at the 64 sampled columns.</summary>
    private readonly struct Strip(int width)
    {
        private readonly int _window = PdqDownscaler.WindowSize(width);

        /// <summary>A ring of columns, then the sampled columns, then the same as rows.</summary>
        internal int ScratchLength => (RingColumns + (2 * Side)) * StripRows;

        private int RingColumns => (int)BitOperations.RoundUpToPowerOf2((uint)(_window + Lanes));

        /// <summary>The 64 means of each row.</summary>
        internal ReadOnlySpan<float> Box(ReadOnlySpan<float> rows, int stride, Span<float> scratch, RowBox across)
        {
            var ring = scratch[..(RingColumns * StripRows)];
            var columns = scratch.Slice(ring.Length, Side * StripRows);
            var sampled = scratch.Slice(ring.Length + columns.Length, Side * StripRows);
            ring.Clear();
            ref var column = ref MemoryMarshal.GetReference(ring);
            var mask = RingColumns - 1;
            var half = (_window + 2) / 2;
            var division = new ConstantDivision(_window);
            var cell = 0;
            var next = PdqDownscaler.Center(0, width) + half - 1;
            var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var (c, d) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var start = 0; cell < Side; start += Lanes)
            {
                ref var block = ref Unsafe.Add(ref column, (start & mask) * StripRows);
                for (var group = 0; group < StripRows; group += Lanes)
                {
                    FloatBlocks.Transpose(
                        ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (group * stride) + start), stride, ref Unsafe.Add(ref block, group), StripRows);
                }

                for (var x = start; x < start + Lanes; x++)
                {
                    ref var gain = ref Unsafe.Add(ref column, (x & mask) * StripRows);
                    ref var loss = ref Unsafe.Add(ref column, ((x - _window) & mask) * StripRows);
                    a += Vector256.LoadUnsafe(ref gain);
                    b += Vector256.LoadUnsafe(ref gain, Lanes);
                    c += Vector256.LoadUnsafe(ref gain, 2 * Lanes);
                    d += Vector256.LoadUnsafe(ref gain, 3 * Lanes);
                    a -= Vector256.LoadUnsafe(ref loss);
                    b -= Vector256.LoadUnsafe(ref loss, Lanes);
                    c -= Vector256.LoadUnsafe(ref loss, 2 * Lanes);
                    d -= Vector256.LoadUnsafe(ref loss, 3 * Lanes);

                    // In a picture narrower than 64 pixels several cells share a column.
                    while (x == next)
                    {
                        ref var target = ref columns[cell * StripRows];
                        across.Divide(a, division).StoreUnsafe(ref target);
                        across.Divide(b, division).StoreUnsafe(ref target, Lanes);
                        across.Divide(c, division).StoreUnsafe(ref target, 2 * Lanes);
                        across.Divide(d, division).StoreUnsafe(ref target, 3 * Lanes);
                        cell++;
                        next = cell < Side ? PdqDownscaler.Center(cell, width) + half - 1 : -1;
                    }
                }
            }

            for (var group = 0; group < StripRows; group += Lanes)
            {
                for (cell = 0; cell < Side; cell += Lanes)
                {
                    FloatBlocks.Transpose(ref columns[(cell * StripRows) + group], StripRows, ref sampled[(group * Side) + cell], Side);
                }
            }

            return sampled;
        }
    }

    /// <summary>Fourth pass: means along the 64 columns, at the 64 sampled rows.</summary>
    private ref struct ColumnBox(int height, Span<float> small)
    {
        private readonly int _window = PdqDownscaler.WindowSize(height);
        private readonly Span<float> _small = small;
        private int _pushed;
        private int _cell;

        /// <summary>A ring of rows, then the sums.</summary>
        internal readonly int ScratchLength => (_window + 1) * Side;

        /// <summary>Takes the next row in.</summary>
        internal void Push(scoped ReadOnlySpan<float> row, scoped Span<float> scratch, scoped RowBox across)
        {
            ref var gain = ref MemoryMarshal.GetReference(row);
            ref var loss = ref scratch[_pushed % _window * Side];
            ref var sum = ref scratch[_window * Side];
            for (nuint i = 0; i < Side; i += Lanes)
            {
                var value = Vector256.LoadUnsafe(ref gain, i);
                var total = Vector256.LoadUnsafe(ref sum, i) + value;
                total -= Vector256.LoadUnsafe(ref loss, i);
                total.StoreUnsafe(ref sum, i);
                value.StoreUnsafe(ref loss, i);
            }

            var y = _pushed++ - ((_window + 2) / 2) + 1;
            var division = new ConstantDivision(_window);
            while (_cell < Side && PdqDownscaler.Center(_cell, height) == y)
            {
                ref var target = ref _small[_cell++ * Side];
                for (nuint i = 0; i < Side; i += Lanes)
                {
                    across.Divide(Vector256.LoadUnsafe(ref sum, i), division).StoreUnsafe(ref target, i);
                }
            }
        }
    }
}
