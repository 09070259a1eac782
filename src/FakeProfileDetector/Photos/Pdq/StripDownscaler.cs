using System.Buffers;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>PDQ's first stage for any picture: a box along rows, columns, rows and columns, in the reference's floats and order.</summary>
/// <remarks>
/// The picture streams through. Passes along columns run side by side on neighboring columns. The third pass runs side by
/// side on the rows of a strip, which is transposed eight by eight on the way, and hands out the 64 sampled columns only;
/// the fourth needs no others. Every running sum gains the entering and loses the leaving value in the reference's order: its
/// rounding errors are part of the published hash values. Where nothing enters or leaves, a zero does. Sampled places lie
/// neither before the first full window nor after the last.
/// </remarks>
internal static partial class StripDownscaler
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
}
