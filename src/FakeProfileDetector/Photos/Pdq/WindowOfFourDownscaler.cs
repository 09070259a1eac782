using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

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
internal static partial class WindowOfFourDownscaler
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
        var sampler = new TentSampler(width, CacheLines.Align(stackalloc byte[TentSampler.ShufflesLength + CacheLines.Length]));
        var edges = new RowEdges(width);
        var search = new SumSearch(width, stackalloc short[SumSearch.Columns]);
        var columns = new Columns(CacheLines.Align(stackalloc byte[Columns.ScratchLength + CacheLines.Length]));
        for (var y = 0; y < 3; y++)
        {
            sampler.Sample(ref rows[y], ref columns.Entering);
            columns.Slide(y);
        }

        edges.Read(rows, first: 0, count: 3);
        Span<float> row = stackalloc float[Side];
        EdgeRow(rows, 0, width, edges.First(), row);
        columns.Push(0, row);
        var cell = 0;
        var next = PdqDownscaler.Center(0, height) + 2;
        for (var start = 1; start < height - 2; start += RowEdges.Rows)
        {
            var count = Math.Min(RowEdges.Rows, height - 2 - start);
            edges.Read(rows, start + 2, count);
            for (var i = 0; i < count; i++)
            {
                var y = start + i;
                sampler.Sample(ref rows[y + 2], ref columns.Entering);
                var residual = edges.Residual(i);
                var lastMean = edges.LastMean(i);
                ReadOnlySpan<float> residuals = row[..0];
                if (edges.IsOpen(i))
                {
                    lastMean = edges.LastMean(i, Follow(search, rows, y, width, residual, row));
                    residuals = row;
                }

                columns.Push(y, residual, residuals, lastMean);
                if (y == next)
                {
                    columns.Means(small.Slice(cell++ * Side, Side));
                    next = PdqDownscaler.Center(cell, height) + 2;
                }
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
            for (var last = PdqDownscaler.Center(cell, width) + 2; entering <= last; entering++)
            {
                total += Unsafe.Add(ref mean, entering);
                total -= Unsafe.Add(ref mean, entering - Window);
            }

            row[cell] = total * SixteenthsIn64ths;
        }
    }

    /// <summary>Whether r may change further along the row: whether it is no multiple of 2⁻¹³.</summary>
    private static bool IsOpen(float residual) => residual * 8192 != MathF.Truncate(residual * 8192);

    /// <summary>Finds where r changes along a row.</summary>
    /// <param name="search">Finds sums along the row.</param>
    /// <param name="rows">The rows of pixels.</param>
    /// <param name="y">The row of b.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="residual">r at the beginning.</param>
    /// <param name="residuals">Receives r at each of the 64 places, in 64ths.</param>
    /// <returns>The r at the end of the row.</returns>
    private static float Follow(in SumSearch search, in PaddedRows rows, int y, int width, float residual, Span<float> residuals)
    {
        residuals.Fill(residual * SixteenthsIn64ths);

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
            residuals[PdqDownscaler.FirstCell(x, width)..].Fill(residual * SixteenthsIn64ths);
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
}
