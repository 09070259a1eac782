using System.Buffers;

namespace FakeProfileDetector.Photos;

/// <summary>First stage of PDQ: a tent filter (two box passes) and decimation to 64 × 64.</summary>
/// <remarks>
/// The running sum is a float that gains the entering and loses the leaving value, exactly as in the reference:
/// its rounding errors are part of the published hash values.
/// </remarks>
internal static class PdqDownscaler
{
    internal const int Side = 64;

    private const int Passes = 2;

    /// <summary>Overwrites <paramref name="plane"/> with its blurred self and samples it into <paramref name="small"/>.</summary>
    internal static void Downscale(Span<float> plane, int width, int height, Span<float> small)
    {
        if (width == Side && height == Side)
        {
            plane.CopyTo(small);
            return;
        }

        var scratch = ArrayPool<float>.Shared.Rent(plane.Length);
        try
        {
            var other = scratch.AsSpan(0, plane.Length);
            var windowAlongRows = WindowSize(width);
            var windowAlongColumns = WindowSize(height);
            for (var pass = 0; pass < Passes; pass++)
            {
                for (var y = 0; y < height; y++)
                {
                    Box(plane.Slice(y * width, width), other.Slice(y * width, width), width, stride: 1, windowAlongRows);
                }

                for (var x = 0; x < width; x++)
                {
                    Box(other[x..], plane[x..], height, stride: width, windowAlongColumns);
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scratch);
        }

        for (var y = 0; y < Side; y++)
        {
            // Sample the centres of the cells, not their corners.
            var row = plane.Slice((int)((y + 0.5) * height / Side) * width, width);
            for (var x = 0; x < Side; x++)
            {
                small[(y * Side) + x] = row[(int)((x + 0.5) * width / Side)];
            }
        }
    }

    /// <summary>Half a cell of the 64-cell grid, rounded up, because two passes add up to one cell.</summary>
    internal static int WindowSize(int side) => (side + (2 * Side) - 1) / (2 * Side);

    /// <summary>Mean over a sliding window that shrinks at both ends of the vector.</summary>
    private static void Box(ReadOnlySpan<float> source, Span<float> target, int length, int stride, int window)
    {
        var half = (window + 2) / 2;
        var leaving = 0;
        var entering = 0;
        var written = 0;
        var sum = 0f;
        var count = 0;

        for (var i = 0; i < half - 1; i++)
        {
            sum += source[entering];
            count++;
            entering += stride;
        }

        for (var i = 0; i < window - half + 1; i++)
        {
            sum += source[entering];
            count++;
            target[written] = sum / count;
            entering += stride;
            written += stride;
        }

        for (var i = 0; i < length - window; i++)
        {
            sum += source[entering];
            sum -= source[leaving];
            target[written] = sum / count;
            leaving += stride;
            entering += stride;
            written += stride;
        }

        for (var i = 0; i < half - 1; i++)
        {
            sum -= source[leaving];
            count--;
            target[written] = sum / count;
            leaving += stride;
            written += stride;
        }
    }
}
