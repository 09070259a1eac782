using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>PDQ's first stage on a plane whose samples are means over blocks of a photo's pixels.</summary>
/// <remarks>
/// On each axis the reference's two boxes over the photo, with their shrinking windows, and the sampling are one linear
/// map: 64 rows of weights for the photo's pixels. A pixel known only by its block's mean counts as that mean, so the
/// weights of a block's pixels add up to the sample's. The result is A_y · samples · A_xᵀ, every sum from the first sample to
/// the last, product and sum rounded apart: the same bits on every CPU, close to those of the photo itself and not equal.
/// </remarks>
internal static class GridDownscaler
{
    private const int Side = PdqDownscaler.Side;
    private const int Lanes = 8;

    // Sides up to 8,192 pixels.
    private const int LongestWindowOnStack = 64;

    internal static void Downscale(ReadOnlySpan<byte> samples, int width, int height, in SampleGrid grid, Span<float> small)
    {
        Debug.Assert(samples.Length == width * height, "The plane has the size it is said to have.");
        var tapsX = LongestSum(grid.PhotoWidth, grid.Scale);
        var tapsY = LongestSum(grid.PhotoHeight, grid.Scale);
        var stride = (width + Lanes - 1) & ~(Lanes - 1);
        var floats = ArrayPool<float>.Shared.Rent((Side * (tapsX + tapsY)) + (2 * Lanes * stride) + (Lanes * Side));
        Span<Sum> across = stackalloc Sum[Side];
        Span<Sum> down = stackalloc Sum[Side];
        try
        {
            var rest = floats.AsSpan();
            var weightsX = Take(ref rest, Side * tapsX);
            var weightsY = Take(ref rest, Side * tapsY);
            var lines = Take(ref rest, Lanes * stride);
            var columns = Take(ref rest, Lanes * stride);
            var cells = Take(ref rest, Lanes * Side);
            Weigh(grid.PhotoWidth, grid.Scale, grid.OffsetX, width, across, weightsX, tapsX);
            Weigh(grid.PhotoHeight, grid.Scale, grid.OffsetY, height, down, weightsY, tapsY);
            lines.Clear();
            for (var cell = 0; cell < Side; cell += Lanes)
            {
                for (var line = 0; line < Lanes; line++)
                {
                    var (first, count) = down[cell + line];
                    AddRows(samples[(first * width)..], width, weightsY.Slice((cell + line) * tapsY, count), lines.Slice(line * stride, stride));
                }

                for (var x = 0; x < stride; x += Lanes)
                {
                    FloatBlocks.Transpose(ref lines[x], stride, ref columns[x * Lanes], Lanes);
                }

                for (var i = 0; i < Side; i++)
                {
                    var (first, count) = across[i];
                    AddColumns(columns[(first * Lanes)..], weightsX.Slice(i * tapsX, count)).CopyTo(cells[(i * Lanes)..]);
                }

                for (var i = 0; i < Side; i += Lanes)
                {
                    FloatBlocks.Transpose(ref cells[i * Lanes], Lanes, ref small[(cell * Side) + i], Side);
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(floats);
        }
    }

    /// <summary>How many samples one sampled place reaches at most: two windows less a pixel, in blocks, wherever they begin.</summary>
    private static int LongestSum(int side, int scale) => (((2 * PdqDownscaler.WindowSize(side)) - 1 + scale - 2) / scale) + 1;

    /// <summary>The weights of the samples on one axis, for each sampled place.</summary>
    private static void Weigh(int side, int scale, int offset, int samples, Span<Sum> sums, Span<float> weights, int taps)
    {
        var window = PdqDownscaler.WindowSize(side);
        var half = (window + 2) / 2;
        var before = window - half;
        Span<double> changes = stackalloc double[(2 * LongestWindowOnStack) + 2];
        if (window > LongestWindowOnStack)
        {
            changes = new double[(2 * window) + 2];
        }

        for (var cell = 0; cell < Side; cell++)
        {
            // The second box takes means of the first, each of which spreads over a window: steps up and down.
            var center = PdqDownscaler.Center(cell, side);
            var (low, high) = (Math.Max(center - before, 0), Math.Min(center + half - 1, side - 1));
            var first = Math.Max(low - before, 0);
            changes.Clear();
            for (var middle = low; middle <= high; middle++)
            {
                var (from, to) = (Math.Max(middle - before, 0), Math.Min(middle + half - 1, side - 1));
                var share = 1.0 / ((high - low + 1) * (to - from + 1));
                changes[from - first] += share;
                changes[to + 1 - first] -= share;
            }

            var last = Math.Min(high + half - 1, side - 1);
            var sample = (first - offset) / scale;
            var sum = new Sum(sample, Math.Min(((last - offset) / scale) + 1, samples) - sample);
            var row = weights.Slice(cell * taps, sum.Count);
            row.Clear();
            var weight = 0.0;
            for (var pixel = first; pixel <= last; pixel++)
            {
                weight += changes[pixel - first];
                row[Math.Min(((pixel - offset) / scale) - sample, sum.Count - 1)] += (float)weight;
            }

            sums[cell] = sum;
        }
    }

    /// <summary>The weighted sum of rows of samples.</summary>
    private static void AddRows(ReadOnlySpan<byte> samples, int width, ReadOnlySpan<float> weights, Span<float> line)
    {
        ref var sample = ref MemoryMarshal.GetReference(samples);
        var x = 0;
        for (; x <= width - (2 * Lanes); x += 2 * Lanes)
        {
            var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var tap = 0; tap < weights.Length; tap++)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref sample, (nuint)((tap * width) + x)));
                var (low0, low1) = Vector128.Widen(low);
                var (high0, high1) = Vector128.Widen(high);
                var weight = Vector256.Create(weights[tap]);
                a += Vector256.ConvertToSingle(Vector256.Create(low0, low1).AsInt32()) * weight;
                b += Vector256.ConvertToSingle(Vector256.Create(high0, high1).AsInt32()) * weight;
            }

            a.CopyTo(line[x..]);
            b.CopyTo(line[(x + Lanes)..]);
        }

        for (; x < width; x++)
        {
            var sum = 0f;
            for (var tap = 0; tap < weights.Length; tap++)
            {
                sum += samples[(tap * width) + x] * weights[tap];
            }

            line[x] = sum;
        }
    }

    /// <summary>The weighted sum of columns, eight rows side by side.</summary>
    private static Vector256<float> AddColumns(ReadOnlySpan<float> columns, ReadOnlySpan<float> weights)
    {
        var sum = Vector256<float>.Zero;
        for (var tap = 0; tap < weights.Length; tap++)
        {
            sum += Vector256.Create(columns.Slice(tap * Lanes, Lanes)) * Vector256.Create(weights[tap]);
        }

        return sum;
    }

    private static Span<float> Take(ref Span<float> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    /// <summary>The samples that one sampled place reaches.</summary>
    private readonly record struct Sum(int First, int Count);
}
