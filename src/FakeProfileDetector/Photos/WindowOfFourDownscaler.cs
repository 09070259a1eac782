using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos;

/// <summary>PDQ's first stage for 8-bit pictures of 385 to 512 pixels a side: windows of four.</summary>
/// <remarks>
/// <para>
/// The reference keeps running sums in floats, along rows, columns, rows and columns. A window of four divides exactly,
/// but the windows at the edges have shrunk to three, and the rounding error of such a third stays in the running sum
/// that it entered. This class gives the reference's bits without its four passes. Let b be the picture after the first
/// two passes.
/// </para>
/// <para>
/// Away from the edges b is a whole number of 16ths. So in the third pass along an ordinary row (neither the first nor
/// the last but one; the last is never reached) the running sum is E + r: E the whole number of 16ths that exact
/// arithmetic gives, r the error left behind by b[0], the mean of three columns, when it left the window. An addition
/// leaves r as it is as long as E + r fits a float, and that only depends on the size of E: r = m · 2ᵉ with m odd fits
/// while E + r stays below 2^(e + 24). So r changes only where the sum, with the entering and before the leaving value,
/// first grows beyond that. There the one addition is done in floats, which gives the next r, a multiple of a larger power
/// of two. A sum never reaches 2¹¹ (five means of at most 255): once r is a multiple of 2⁻¹³, it stays to the end of the
/// row. Subtractions make E smaller and never round.
/// </para>
/// <para>
/// What is left of the third pass is E at the 64 places (a tent filter in whole numbers), r for each row, and a search for
/// the few places where r changes. Both edge columns and both edge rows of b are computed as the reference does, and so is
/// the fourth pass, which needs the 64 columns only.
/// </para>
/// </remarks>
internal static class WindowOfFourDownscaler
{
    internal const int ShortestSide = 385;
    internal const int LongestSide = 512;

    private const int Side = PdqDownscaler.Side;
    private const int Window = 4;

    // Powers of two never round, so the fourth pass runs on means of the third in the unit of b's sums: 64ths.
    private const float Sixteenth = 1f / 16;
    private const float SixteenthsIn64ths = 16;
    private const float Quarter64th = 1f / 256;

    private static readonly ConstantDivision ByThree = new(3);

    internal static void Downscale(ReadOnlySpan<byte> luma, int width, int height, Span<float> small)
    {
        Debug.Assert(width is >= ShortestSide and <= LongestSide && height is >= ShortestSide and <= LongestSide, "The windows are four wide.");
        Span<byte> copy = stackalloc byte[PaddedRows.CopyLength(LongestSide)];
        var rows = new PaddedRows(luma, width, copy);
        var sampler = new TentSampler(width);
        var edges = new RowEdges(width);
        var search = new SumSearch(width, stackalloc short[LongestSide + SumSearch.Padding]);
        var columns = new Columns(stackalloc short[(Window + 2) * Side], stackalloc float[(Window + 2) * Side]);
        for (var y = 0; y < 3; y++)
        {
            sampler.Sample(ref rows[y], ref columns.Entering);
            columns.Slide(y);
            edges.Add(ref rows[y], y);
        }

        Span<float> row = stackalloc float[Side];
        EdgeRow(rows, 0, width, edges.First(), row);
        columns.Push(0, row);
        var cell = 0;
        var next = PdqDownscaler.Centre(0, height) + 2;
        for (var y = 1; y < height - 2; y++)
        {
            ref var entering = ref rows[y + 2];
            sampler.Sample(ref entering, ref columns.Entering);
            edges.Add(ref entering, y + 2);
            edges.Next(out var left, out var right);
            var residual = edges.Residual(left);
            columns.SetResiduals(residual);
            if (IsOpen(residual))
            {
                residual = Follow(ref search, rows, y, width, residual, ref columns);
            }

            columns.Push(y, edges.LastMean(residual, right));
            if (y == next)
            {
                columns.Means(small.Slice(cell++ * Side, Side));
                next = PdqDownscaler.Centre(cell, height) + 2;
            }
        }

        EdgeRow(rows, height - 3, width, edges.Last(height), row);
        columns.Push(height - 2, row);
        columns.Means(small[(cell * Side)..]);
    }

    /// <summary>The third pass along a row of b whose windows along the columns are three pixels high.</summary>
    private static void EdgeRow(in PaddedRows rows, int y, int width, (float Left, float Right) edges, Span<float> row)
    {
        Span<short> sums = stackalloc short[LongestSide + PaddedRows.Padding];
        Span<float> means = stackalloc float[LongestSide + PaddedRows.Padding];
        ref var column = ref MemoryMarshal.GetReference(sums);
        ref var first = ref rows[y];
        ref var second = ref rows[y + 1];
        ref var third = ref rows[y + 2];
        for (nuint i = 0; i < (nuint)width; i += (nuint)Vector256<short>.Count)
        {
            (Widen(ref first, i) + Widen(ref second, i) + Widen(ref third, i)).StoreUnsafe(ref column, i);
        }

        // Mean x sums up columns x − 1 to x + 2. Dividing by four is exact before and after the division by three.
        var byThree = ByThree;
        var quarter = Vector256.Create(1f / Window);
        ref var mean = ref MemoryMarshal.GetReference(means);
        for (nuint i = 1; i < (nuint)width - 2; i += (nuint)Vector256<short>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref column, i - 1) + Vector256.LoadUnsafe(ref column, i)
                + Vector256.LoadUnsafe(ref column, i + 1) + Vector256.LoadUnsafe(ref column, i + 2);
            var (low, high) = Vector256.Widen(sum);
            (byThree.Divide(Vector256.ConvertToSingle(low)) * quarter).StoreUnsafe(ref mean, i);
            (byThree.Divide(Vector256.ConvertToSingle(high)) * quarter).StoreUnsafe(ref mean, i + 8);
        }

        means[0] = edges.Left;
        means[width - 2] = edges.Right;
        var total = means[0] + means[1] + means[2] + means[3];
        var entering = Window;
        for (var cell = 0; cell < row.Length; cell++)
        {
            for (var last = PdqDownscaler.Centre(cell, width) + 2; entering <= last; entering++)
            {
                total += Unsafe.Add(ref mean, entering);
                total -= Unsafe.Add(ref mean, entering - Window);
            }

            row[cell] = total * SixteenthsIn64ths;
        }
    }

    /// <summary>Whether r may change further along the row: whether it is no multiple of 2⁻¹³.</summary>
    private static bool IsOpen(float residual) => residual * 8192 != MathF.Truncate(residual * 8192);

    /// <summary>Finds where r changes along a row, and sets it for the places from there on.</summary>
    /// <returns>The r at the end of the row.</returns>
    private static float Follow(ref SumSearch search, in PaddedRows rows, int y, int width, float residual, ref Columns columns)
    {
        search.Begin();

        // b[0] leaves when b[4] enters, around place 2; b[width − 2], a third again, enters around width − 4.
        for (var x = 3; IsOpen(residual); x++)
        {
            x = search.FirstReaching(Limit(residual), rows, y, x, out var sum);
            if (x > width - 5)
            {
                break;
            }

            var exact = sum * Sixteenth;
            residual = (exact + residual) - exact;
            columns.SetResiduals(residual, PdqDownscaler.FirstCell(x, width));
        }

        return residual;
    }

    /// <summary>The least sum, in 16ths, at which r may round: 2^(e + 24), and 1 where r is not even a fraction of that.</summary>
    private static int Limit(float residual)
    {
        var bits = BitConverter.SingleToInt32Bits(residual);
        var significand = (bits & 0x7FFFFF) | 0x800000;
        var exponent = ((bits >> 23) & 0xFF) - 127 + BitOperations.TrailingZeroCount(significand);
        return exponent + 5 <= 0 ? 1 : 1 << (exponent + 5);
    }

    /// <summary>Sixteen bytes of a row as 16-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(ref byte row, nuint x)
    {
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, x));
        return Vector256.Create(low, high).AsInt16();
    }

    /// <summary>The ends of the rows of b: what the third pass begins and ends with.</summary>
    private struct RowEdges(int width)
    {
        // Columns 0–3 to 3–6 and width − 7 to − 4, to width − 4 to − 1: sums over the last four rows, and of each of them.
        private Vector256<int> _total;
        private FourSums _sums;

        // Means of the first three columns and of the last three: running sums along the columns, and what will leave them.
        private Vector128<float> _thirds;
        private FourThirds _entered;

        // b[1] to b[4] and b[width − 6] to b[width − 3].
        private Vector256<float> _means;

        /// <summary>Takes in the next row of pixels.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(ref byte row, int y)
        {
            ref var end = ref Unsafe.Add(ref row, width - 16);
            Vector256<int> fours;
            Vector128<int> thirds;
            if (Avx2.IsSupported)
            {
                // Bytes 0–3, 1–4, 2–5, 3–6 of the row, and the last ten alike: their sums. Then the three outermost.
                var bytes = Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref end));
                var ones = Vector256<sbyte>.One;
                var runs = Avx2.Shuffle(bytes, Vector256.Create(
                    (byte)0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 9, 10, 11, 12, 10, 11, 12, 13, 11, 12, 13, 14, 12, 13, 14, 15));
                fours = Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(runs, ones), Vector256<short>.One);
                var threes = Vector128.Shuffle(
                    Vector128.Create(bytes.GetLower().AsUInt64()[0], bytes.GetUpper().AsUInt64()[1]).AsByte(),
                    Vector128.Create((byte)0, 1, 2, 255, 13, 14, 15, 255, 255, 255, 255, 255, 255, 255, 255, 255));
                thirds = Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(threes, Vector128<sbyte>.One), Vector128<short>.One);
            }
            else
            {
                fours = Vector256.Create(
                    Four(ref row, 0), Four(ref row, 1), Four(ref row, 2), Four(ref row, 3),
                    Four(ref end, 9), Four(ref end, 10), Four(ref end, 11), Four(ref end, 12));
                thirds = Vector128.Create(Four(ref row, 0) - Unsafe.Add(ref row, 3), Four(ref end, 12) - Unsafe.Add(ref end, 12), 0, 0);
            }

            // Where nothing leaves yet, a zero does.
            ref var slot = ref _sums[y % Window];
            _total += fours - slot;
            slot = fours;
            ref var leaving = ref _entered[y % Window];
            var entering = ByThree.Divide(Vector128.ConvertToSingle(thirds).ToVector256Unsafe()).GetLower();
            _thirds += entering;
            _thirds -= leaving;
            leaving = entering;
        }

        /// <summary>Both ends of row 0, after three rows: the window along the columns begins with three rows too.</summary>
        internal readonly (float Left, float Right) First() => (_thirds[0] / 3, _thirds[1] / 3);

        /// <summary>Both ends of the row before the one taken in last.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Next(out float left, out float right)
        {
            var edges = _thirds * Vector128.Create(1f / Window);
            left = edges[0];
            right = edges[1];
            _means = Vector256.ConvertToSingle(_total) * Vector256.Create(Sixteenth);
        }

        /// <summary>Both ends of the last row but one, after all rows: nothing enters, the fourth last row leaves.</summary>
        internal readonly (float Left, float Right) Last(int height)
        {
            var thirds = _thirds - _entered[height % Window];
            return (thirds[0] / 3, thirds[1] / 3);
        }

        /// <summary>r after b[0] has entered and left.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly float Residual(float edge)
        {
            var means = _means.GetLower();
            var total = edge + means[0];
            total += means[1];
            total += means[2];
            total += means[3];
            total -= edge;
            return total - (means[0] + means[1] + (means[2] + means[3]));
        }

        /// <summary>The mean at the last place, width − 4, in 64ths: the edge enters, b[width − 6] leaves.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly float LastMean(float residual, float edge)
        {
            var means = _means.GetUpper();
            var total = means[0] + means[1] + (means[2] + means[3]) + residual;
            total += edge;
            total -= means[0];
            return total * SixteenthsIn64ths;
        }

        private static int Four(ref byte row, int x) =>
            Unsafe.Add(ref row, x) + Unsafe.Add(ref row, x + 1) + Unsafe.Add(ref row, x + 2) + Unsafe.Add(ref row, x + 3);

        [InlineArray(Window)]
        private struct FourSums
        {
            private Vector256<int> _sums0;
        }

        [InlineArray(Window)]
        private struct FourThirds
        {
            private Vector128<float> _thirds0;
        }
    }

    /// <summary>The 64 columns: E along the rows of pixels, and the running sums of the fourth pass.</summary>
    private ref struct Columns
    {
        private readonly ref short _entering;
        private readonly ref short _tents;
        private readonly ref short _across;
        private readonly ref float _means;
        private readonly ref float _sums;
        private readonly Span<float> _residuals;
        private float _residual;

        internal Columns(Span<short> whole, Span<float> floats)
        {
            // A ring of the last four rows each, so that they can leave.
            whole.Clear();
            floats.Clear();
            _across = ref whole[0];
            _tents = ref whole[Window * Side];
            _entering = ref whole[(Window + 1) * Side];
            _means = ref floats[0];
            _sums = ref floats[Window * Side];
            _residuals = floats[((Window + 1) * Side)..];
        }

        /// <summary>The 64 weighted sums of the row of pixels that enters.</summary>
        internal readonly ref short Entering => ref _entering;

        /// <summary>Sets r for a whole row.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void SetResiduals(float residual)
        {
            if (residual != _residual)
            {
                _residual = residual;
                var value = Vector256.Create(residual * SixteenthsIn64ths);
                ref var first = ref MemoryMarshal.GetReference(_residuals);
                for (nuint i = 0; i < Side; i += (nuint)Vector256<float>.Count)
                {
                    value.StoreUnsafe(ref first, i);
                }
            }
        }

        /// <summary>Sets r from a cell on.</summary>
        internal void SetResiduals(float residual, int cell)
        {
            _residuals[cell..].Fill(residual * SixteenthsIn64ths);
            _residual = float.NaN;
        }

        /// <summary>Takes the entering row of pixels into E.</summary>
        internal readonly void Slide(int y)
        {
            ref var leaving = ref Unsafe.Add(ref _across, y % Window * Side);
            for (nuint i = 0; i < Side; i += (nuint)Vector256<short>.Count)
            {
                Slide(i, ref leaving);
            }
        }

        /// <summary>Takes the entering row of pixels into E, and E + r, the means of row y of b, into the running sums.</summary>
        internal readonly void Push(int y, float lastMean)
        {
            ref var entering = ref _entering;
            ref var tents = ref _tents;
            ref var leaving = ref Unsafe.Add(ref _across, (y + 2) % Window * Side);
            ref var sums = ref _sums;
            ref var means = ref Unsafe.Add(ref _means, y % Window * Side);
            ref var residuals = ref MemoryMarshal.GetReference(_residuals);
            if (Vector512.IsHardwareAccelerated)
            {
                // The same in half as many instructions.
                for (nuint i = 0; i < Side; i += (nuint)Vector512<short>.Count)
                {
                    var value = Vector512.LoadUnsafe(ref entering, i);
                    var tent = Vector512.LoadUnsafe(ref tents, i) + value - Vector512.LoadUnsafe(ref leaving, i);
                    tent.StoreUnsafe(ref tents, i);
                    value.StoreUnsafe(ref leaving, i);
                    var low = Vector512.ConvertToSingle(Vector512.WidenLower(tent)) + Vector512.LoadUnsafe(ref residuals, i);
                    var high = Vector512.ConvertToSingle(Vector512.WidenUpper(tent)) + Vector512.LoadUnsafe(ref residuals, i + 16);
                    if (i + 32 == Side)
                    {
                        var isLast = Vector512.Create(Vector256<int>.Zero, Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1)).AsSingle();
                        high = Vector512.ConditionalSelect(isLast, Vector512.Create(lastMean), high);
                    }

                    var lowSum = Vector512.LoadUnsafe(ref sums, i) + low - Vector512.LoadUnsafe(ref means, i);
                    var highSum = Vector512.LoadUnsafe(ref sums, i + 16) + high - Vector512.LoadUnsafe(ref means, i + 16);
                    lowSum.StoreUnsafe(ref sums, i);
                    highSum.StoreUnsafe(ref sums, i + 16);
                    low.StoreUnsafe(ref means, i);
                    high.StoreUnsafe(ref means, i + 16);
                }

                return;
            }

            for (nuint i = 0; i < Side; i += (nuint)Vector256<short>.Count)
            {
                var value = Vector256.LoadUnsafe(ref entering, i);
                var tent = Vector256.LoadUnsafe(ref tents, i) + value - Vector256.LoadUnsafe(ref leaving, i);
                tent.StoreUnsafe(ref tents, i);
                value.StoreUnsafe(ref leaving, i);

                // E, r and their sum are floats: nothing rounds.
                var low = Vector256.ConvertToSingle(Vector256.WidenLower(tent)) + Vector256.LoadUnsafe(ref residuals, i);
                var high = Vector256.ConvertToSingle(Vector256.WidenUpper(tent)) + Vector256.LoadUnsafe(ref residuals, i + 8);
                if (i + 16 == Side)
                {
                    var isLast = Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle();
                    high = Vector256.ConditionalSelect(isLast, Vector256.Create(lastMean), high);
                }

                var lowSum = Vector256.LoadUnsafe(ref sums, i) + low - Vector256.LoadUnsafe(ref means, i);
                var highSum = Vector256.LoadUnsafe(ref sums, i + 8) + high - Vector256.LoadUnsafe(ref means, i + 8);
                lowSum.StoreUnsafe(ref sums, i);
                highSum.StoreUnsafe(ref sums, i + 8);
                low.StoreUnsafe(ref means, i);
                high.StoreUnsafe(ref means, i + 8);
            }
        }

        /// <summary>Takes the means of a row of b into the running sums.</summary>
        internal readonly void Push(int y, ReadOnlySpan<float> row)
        {
            ref var mean = ref Unsafe.Add(ref _means, y % Window * Side);
            for (nuint i = 0; i < Side; i += (nuint)Vector256<float>.Count)
            {
                Push(i, ref mean, Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), i));
            }
        }

        /// <summary>The means of the running sums.</summary>
        internal readonly void Means(Span<float> row)
        {
            for (nuint i = 0; i < Side; i += (nuint)Vector256<float>.Count)
            {
                (Vector256.LoadUnsafe(ref _sums, i) * Vector256.Create(Quarter64th)).StoreUnsafe(ref MemoryMarshal.GetReference(row), i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly Vector256<short> Slide(nuint i, ref short leaving)
        {
            var value = Vector256.LoadUnsafe(ref _entering, i);
            var tents = Vector256.LoadUnsafe(ref _tents, i) + value - Vector256.LoadUnsafe(ref leaving, i);
            tents.StoreUnsafe(ref _tents, i);
            value.StoreUnsafe(ref leaving, i);
            return tents;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Push(nuint i, ref float mean, Vector256<float> value)
        {
            var total = Vector256.LoadUnsafe(ref _sums, i) + value;
            total -= Vector256.LoadUnsafe(ref mean, i);
            total.StoreUnsafe(ref _sums, i);
            value.StoreUnsafe(ref mean, i);
        }
    }

    /// <summary>Finds the places along a row of b where five neighbours add up to a limit.</summary>
    private ref struct SumSearch(int width, Span<short> columns)
    {
        internal const int Padding = 64;

        // Five neighbours in b weigh four rows of eight columns with 80.
        private const int Weights = 80;
        private const int Reach = 8;

        private readonly Span<short> _columns = columns;
        private bool _isFilled;

        /// <summary>Begins a row.</summary>
        internal void Begin() => _isFilled = false;

        /// <summary>The first place x or after at which b[x − 2] + … + b[x + 2], in 16ths, reaches a limit.</summary>
        internal int FirstReaching(int limit, in PaddedRows rows, int y, int x, out int sum)
        {
            ref var first = ref rows[y - 1];
            ref var second = ref rows[y];
            ref var third = ref rows[y + 1];
            ref var fourth = ref rows[y + 2];

            // Where no pixel is as bright as the mean that the limit asks for, no sum reaches it.
            var mean = Vector256.Create((byte)((limit + Weights - 1) / Weights));
            var limits = Vector256.Create((short)(limit - 1));
            while (x <= width - 5)
            {
                var column = (nuint)x - 3;
                var brightest = Vector256.Max(
                    Vector256.Max(Vector256.LoadUnsafe(ref first, column), Vector256.LoadUnsafe(ref second, column)),
                    Vector256.Max(Vector256.LoadUnsafe(ref third, column), Vector256.LoadUnsafe(ref fourth, column)));
                var bright = Vector256.Equals(Vector256.Max(brightest, mean), brightest).ExtractMostSignificantBits();
                if (bright == 0)
                {
                    x += Vector256<byte>.Count - Reach + 1;
                    continue;
                }

                x += Math.Max(0, BitOperations.TrailingZeroCount(bright) - Reach + 1);
                if (!_isFilled)
                {
                    Fill(ref first, ref second, ref third, ref fourth);
                }

                var sums = Sums(x);
                var reached = Vector256.GreaterThan(sums, limits).AsByte().ExtractMostSignificantBits();
                if (reached != 0)
                {
                    var lane = BitOperations.TrailingZeroCount(reached) / sizeof(short);
                    sum = sums[lane];
                    return x + lane;
                }

                x += Vector256<short>.Count;
            }

            sum = 0;
            return x;
        }

        /// <summary>Sums of four rows, column by column.</summary>
        private void Fill(ref byte first, ref byte second, ref byte third, ref byte fourth)
        {
            ref var column = ref MemoryMarshal.GetReference(_columns);
            for (nuint x = 0; x < (nuint)width; x += (nuint)Vector256<short>.Count)
            {
                (Widen(ref first, x) + Widen(ref second, x) + Widen(ref third, x) + Widen(ref fourth, x)).StoreUnsafe(ref column, x);
            }

            _isFilled = true;
        }

        /// <summary>Columns x − 3 to x + 4 with weights 1-2-3-4-4-3-2-1, at sixteen places from x on.</summary>
        private readonly Vector256<short> Sums(int x)
        {
            ref var column = ref _columns[x - 3];
            var outer = Vector256.LoadUnsafe(ref column) + Vector256.LoadUnsafe(ref column, 7);
            var second = Vector256.LoadUnsafe(ref column, 1) + Vector256.LoadUnsafe(ref column, 6);
            var third = Vector256.LoadUnsafe(ref column, 2) + Vector256.LoadUnsafe(ref column, 5);
            var inner = Vector256.LoadUnsafe(ref column, 3) + Vector256.LoadUnsafe(ref column, 4);
            return outer + third + ((second + third + inner + inner) << 1);
        }
    }
}
