using System.Buffers;

namespace FakeProfileDetector.Photos;

/// <summary>First stage of PDQ: a tent filter (two box passes) and decimation to 64 × 64.</summary>
/// <remarks>
/// The picture streams through row by row: box along the row, box along the columns, and both again. Memory is a few
/// window heights of rows, not two planes. Every running sum gains the entering and loses the leaving value in the
/// reference's order: its rounding errors are part of the published hash values.
/// </remarks>
internal static class PdqDownscaler
{
    internal const int Side = 64;

    internal static void Downscale(LumaRows rows, int width, int height, Span<float> small)
    {
        var buffer = ArrayPool<float>.Shared.Rent(2 * width);
        try
        {
            var read = buffer.AsSpan(0, width);
            if (width == Side && height == Side)
            {
                for (var y = 0; y < Side; y++)
                {
                    rows.Read(y, small.Slice(y * Side, Side));
                }

                return;
            }

            var blurred = buffer.AsSpan(width, width);
            var window = WindowSize(width);
            using var first = new ColumnBox(width, height, WindowSize(height));
            using var second = new ColumnBox(width, height, WindowSize(height));
            var finished = 0;
            for (var y = 0; y < height || !first.IsComplete || !second.IsComplete;)
            {
                if (y < height)
                {
                    rows.Read(y++, read);
                    RowBox(read, blurred, window);
                    first.Push(blurred);
                }

                // Each push releases at most one row, and the tail comes once everything is in.
                while (first.TryTake(out var once))
                {
                    RowBox(once, blurred, window);
                    second.Push(blurred);
                    while (second.TryTake(out var twice))
                    {
                        Sample(twice, finished++, width, height, small);
                    }
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>Half a cell of the 64-cell grid, rounded up, because two passes add up to one cell.</summary>
    internal static int WindowSize(int side) => (side + (2 * Side) - 1) / (2 * Side);

    /// <summary>Takes the centres of the cells, not their corners, of the row that lies on one.</summary>
    private static void Sample(ReadOnlySpan<float> row, int y, int width, int height, Span<float> small)
    {
        for (var cell = y * Side / height; cell < Side; cell++)
        {
            var centre = (int)((cell + 0.5) * height / Side);
            if (centre > y)
            {
                return;
            }

            if (centre == y)
            {
                for (var x = 0; x < Side; x++)
                {
                    small[(cell * Side) + x] = row[(int)((x + 0.5) * width / Side)];
                }
            }
        }
    }

    /// <summary>Mean over a sliding window along a row; the window shrinks at both ends.</summary>
    private static void RowBox(ReadOnlySpan<float> source, Span<float> target, int window)
    {
        var half = (window + 2) / 2;
        var leaving = 0;
        var entering = 0;
        var written = 0;
        var sum = 0f;
        var count = 0;

        for (var i = 0; i < half - 1; i++)
        {
            sum += source[entering++];
            count++;
        }

        for (var i = 0; i < window - half + 1; i++)
        {
            sum += source[entering++];
            count++;
            target[written++] = sum / count;
        }

        for (var i = 0; i < source.Length - window; i++)
        {
            sum += source[entering++];
            sum -= source[leaving++];
            target[written++] = sum / count;
        }

        for (var i = 0; i < half - 1; i++)
        {
            sum -= source[leaving++];
            count--;
            target[written++] = sum / count;
        }
    }
}
