using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <content>First and second pass.</content>
internal static partial class StripDownscaler
{
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
}
