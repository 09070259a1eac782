using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>PDQ's first stage for any picture: a box along rows, columns, rows and columns, in the reference's floats and order.</summary>
/// <remarks>
/// The picture streams through. Passes along columns run side by side on neighboring columns. The third pass runs side by
/// side on the rows of a strip, which is transposed eight by eight on the way, and hands out the 64 sampled columns only;
/// the fourth needs no others. Every running sum gains the entering and loses the leaving value in the reference's order: its
/// rounding errors are part of the published hash values. Where nothing enters or leaves, a zero does. Sampled places lie
/// neither before the first full window nor after the last.
/// </remarks>
internal static class StripDownscaler
{
    private const int Side = PdqDownscaler.Side;
    private const int Lanes = 8;

    // Rows of a strip: four vectors, so that their running sums do not wait for each other.
    private const int StripRows = 4 * Lanes;

    // Floats up to which a pool saves more than it costs: it rounds up to a power of two and keeps what a picture a million pixels
    // wide asked for.
    private const int MaximumPooled = 1 << 22;

    internal static void Downscale(LumaRows rows, int width, int height, Span<float> small)
    {
        var window = PdqDownscaler.WindowSize(height);
        var half = (window + 2) / 2;
        var slots = window + 1;
        var across = new RowBox(rows, width);
        var strip = new Strip(width);
        var columns = new ColumnBox(height, small);
        var stride = across.Stride;
        var length = ((slots + 2 + StripRows) * stride) + across.ScratchLength + strip.ScratchLength + columns.ScratchLength + CacheLines.Length;
        var floats = length > MaximumPooled ? GC.AllocateUninitializedArray<float>(length) : ArrayPool<float>.Shared.Rent(length);
        try
        {
            var rest = CacheLines.Align(floats.AsSpan());
            var ring = Take(ref rest, slots * stride);
            var zeros = Take(ref rest, stride);
            var sums = Take(ref rest, stride);
            var means = Take(ref rest, StripRows * stride);
            var acrossScratch = Take(ref rest, across.ScratchLength);
            var stripScratch = Take(ref rest, strip.ScratchLength);
            var columnScratch = Take(ref rest, columns.ScratchLength);
            zeros.Clear();
            sums.Clear();
            columnScratch.Clear();

            var needed = PdqDownscaler.Center(Side - 1, height) + half;
            var filled = 0;
            for (var entering = 0; entering < Math.Min(half - 1, height); entering++)
            {
                across.Box(entering, acrossScratch, ring.Slice(entering * stride, stride));
                FloatRows.Add(sums, ring.Slice(entering * stride, stride));
            }

            for (var y = 0; y < needed; y++)
            {
                // The window of row y reaches from row y − (window − half) to y + half − 1, as far as there are rows.
                var (entering, leaving) = (y + half - 1, y + half - 1 - window);
                var enteringRow = zeros;
                if (entering < height)
                {
                    enteringRow = ring.Slice(entering % slots * stride, stride);
                    across.Box(entering, acrossScratch, enteringRow);
                }

                var leavingRow = leaving >= 0 ? ring.Slice(leaving % slots * stride, stride) : zeros;
                var count = Math.Min(entering, height - 1) - Math.Max(leaving, -1);
                across.Slide(sums, enteringRow, leavingRow, count, means.Slice(filled * stride, stride));
                filled++;
                if (filled == StripRows || y == needed - 1)
                {
                    var sampled = strip.Box(means, stride, stripScratch, across);
                    for (var row = 0; row < filled; row++)
                    {
                        columns.Push(sampled.Slice(row * Side, Side), columnScratch, across);
                    }

                    filled = 0;
                }
            }
        }
        finally
        {
            if (length <= MaximumPooled)
            {
                ArrayPool<float>.Shared.Return(floats);
            }
        }
    }

    private static Span<float> Take(ref Span<float> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    /// <summary>First pass: means along one row.</summary>
    private readonly ref struct RowBox
    {
        // 257 bytes add up to what 16 bits hold.
        private const int LongestWholeWindow = 257;

        private readonly LumaRows _rows;
        private readonly int _width;
        private readonly int _window;
        private readonly ConstantDivision _byWindow;

        internal RowBox(LumaRows rows, int width)
        {
            _rows = rows;
            _width = width;
            _window = PdqDownscaler.WindowSize(width);
            _byWindow = new ConstantDivision(_window);
        }

        /// <summary>Whether the plane holds bytes. Sums and means of whole numbers never come near the smallest floats.</summary>
        internal bool IsWhole => _rows.IsWhole;

        /// <summary>Floats from row to row: whole vectors.</summary>
        internal int Stride => (_width + (4 * Lanes) - 1) & ~((4 * Lanes) - 1);

        internal int ScratchLength => Stride + _window + Lanes;

        internal void Box(int y, Span<float> scratch, Span<float> target)
        {
            if (IsWhole && _window <= LongestWholeWindow)
            {
                BoxBytes(_rows.Bytes(y), MemoryMarshal.Cast<float, ushort>(scratch), target);
            }
            else
            {
                var read = scratch[.._width];
                _rows.Read(y, read);
                BoxFloats(read, target);
            }
        }

        /// <summary>sums += entering, sums −= leaving, means = sums ÷ count.</summary>
        internal void Slide(Span<float> sums, ReadOnlySpan<float> entering, ReadOnlySpan<float> leaving, int count, Span<float> means)
        {
            ref var sum = ref MemoryMarshal.GetReference(sums);
            ref var gain = ref MemoryMarshal.GetReference(entering);
            ref var loss = ref MemoryMarshal.GetReference(leaving);
            ref var mean = ref MemoryMarshal.GetReference(means);
            var division = count == _byWindow.Divisor ? _byWindow : new ConstantDivision(count);
            nuint i = 0;
            if (Vector512.IsHardwareAccelerated && IsWhole)
            {
                // Rows are whole vectors of either width.
                for (; i < (nuint)sums.Length; i += 2 * Lanes)
                {
                    var total = Vector512.LoadUnsafe(ref sum, i) + Vector512.LoadUnsafe(ref gain, i);
                    total -= Vector512.LoadUnsafe(ref loss, i);
                    total.StoreUnsafe(ref sum, i);
                    division.Divide(total).StoreUnsafe(ref mean, i);
                }

                return;
            }

            for (; i < (nuint)sums.Length; i += Lanes)
            {
                var total = Vector256.LoadUnsafe(ref sum, i) + Vector256.LoadUnsafe(ref gain, i);
                total -= Vector256.LoadUnsafe(ref loss, i);
                total.StoreUnsafe(ref sum, i);
                Divide(total, division).StoreUnsafe(ref mean, i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector256<float> Divide(Vector256<float> sums, ConstantDivision division) =>
            IsWhole ? division.Divide(sums) : division.DivideTruly(sums);

        private void BoxBytes(ReadOnlySpan<byte> bytes, Span<ushort> padded, Span<float> target)
        {
            // Zeros on both sides stand for what of a window lies outside.
            var half = (_window + 2) / 2;
            var before = _window - half;
            padded = padded[..(target.Length + _window)];
            padded[..before].Clear();
            padded[(before + _width)..].Clear();
            ref var first = ref MemoryMarshal.GetReference(padded);
            ref var pixel = ref Unsafe.Add(ref first, before);
            var x = 0;
            for (; x <= bytes.Length - 16; x += 16)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)x));
                Vector256.Create(low, high).StoreUnsafe(ref pixel, (nuint)x);
            }

            for (; x < bytes.Length; x++)
            {
                Unsafe.Add(ref pixel, x) = bytes[x];
            }

            var division = _byWindow;
            ref var mean = ref MemoryMarshal.GetReference(target);
            var taps = _window;
            for (nuint i = 0; i < (nuint)target.Length; i += 4 * Lanes)
            {
                ref var column = ref Unsafe.Add(ref first, i);
                if (Vector512.IsHardwareAccelerated)
                {
                    // The same in half as many instructions.
                    var sum = Vector512.LoadUnsafe(ref column);
                    for (nuint tap = 1; tap < (nuint)taps; tap++)
                    {
                        sum += Vector512.LoadUnsafe(ref column, tap);
                    }

                    division.Divide(Vector512.ConvertToSingle(Vector512.WidenLower(sum).AsInt32())).StoreUnsafe(ref mean, i);
                    division.Divide(Vector512.ConvertToSingle(Vector512.WidenUpper(sum).AsInt32())).StoreUnsafe(ref mean, i + (2 * Lanes));
                    continue;
                }

                var a = Vector256.LoadUnsafe(ref column);
                var b = Vector256.LoadUnsafe(ref column, 2 * Lanes);
                for (var tap = 1; tap < taps; tap++)
                {
                    column = ref Unsafe.Add(ref column, 1);
                    a += Vector256.LoadUnsafe(ref column);
                    b += Vector256.LoadUnsafe(ref column, 2 * Lanes);
                }

                Means(a, division, ref mean, i);
                Means(b, division, ref mean, i + (2 * Lanes));
            }

            // The windows at both ends have shrunk.
            var sumAtStart = 0;
            var sumAtEnd = 0;
            for (var i = 0; i < _window - 1; i++)
            {
                sumAtStart += bytes[i];
                if (i >= half - 1)
                {
                    target[i - half + 1] = (float)sumAtStart / (i + 1);
                }

                sumAtEnd += bytes[^(i + 1)];
                if (i >= before)
                {
                    target[_width - 1 - i + before] = (float)sumAtEnd / (i + 1);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Means(Vector256<ushort> sums, ConstantDivision division, ref float means, nuint i)
        {
            division.Divide(Vector256.ConvertToSingle(Vector256.WidenLower(sums).AsInt32())).StoreUnsafe(ref means, i);
            division.Divide(Vector256.ConvertToSingle(Vector256.WidenUpper(sums).AsInt32())).StoreUnsafe(ref means, i + Lanes);
        }

        private void BoxFloats(ReadOnlySpan<float> source, Span<float> target)
        {
            var half = (_window + 2) / 2;
            var sum = 0f;
            for (var entering = 0; entering < _width + half - 1; entering++)
            {
                if (entering < _width)
                {
                    sum += source[entering];
                }

                var leaving = entering - _window;
                if (leaving >= 0)
                {
                    sum -= source[leaving];
                }

                if (entering >= half - 1)
                {
                    target[entering - half + 1] = sum / (Math.Min(entering, _width - 1) - Math.Max(leaving, -1));
                }
            }

            target[_width..].Clear();
        }
    }

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
