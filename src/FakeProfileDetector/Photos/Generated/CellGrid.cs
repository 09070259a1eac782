namespace FakeProfileDetector.Photos.Generated;

/// <summary>A picture in 64 × 64 means of luma. Only cells within the largest circle are looked at, so that a round avatar is judged like a square one.</summary>
internal static class CellGrid
{
    internal const int Side = 64;

    internal const int CellCount = Side * Side;

    // Samples along each axis of a cell, spread evenly: more change nothing.
    private const int SamplesPerSide = 4;

    // In half cells: one cell within the circle's edge, which is blurred.
    private const int Radius = Side - 3;

    /// <summary>For each row the first cell within the circle; the last one mirrors it.</summary>
    internal static ReadOnlySpan<int> FirstOfRow => Firsts;

    private static readonly int[] Firsts = [.. Enumerable.Range(0, Side).Select(y => Enumerable.Range(0, Side).FirstOrDefault(x => IsInside(x, y), Side / 2))];

    /// <summary>Whether a cell lies within the circle.</summary>
    internal static bool IsInside(int x, int y)
    {
        var (dx, dy) = ((2 * x) - Side + 1, (2 * y) - Side + 1);
        return (dx * dx) + (dy * dy) <= Radius * Radius;
    }

    internal static void Fill(LumaImage image, Span<byte> cells)
    {
        Span<int> columns = stackalloc int[Side * SamplesPerSide];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = (int)((((2L * i) + 1) * image.Width) / (2 * columns.Length));
        }

        Span<int> sums = stackalloc int[Side];
        ReadOnlySpan<byte> pixels = image.Pixels;
        for (var y = 0; y < Side; y++)
        {
            sums.Clear();
            for (var k = 0; k < SamplesPerSide; k++)
            {
                var line = (int)((((2L * ((y * SamplesPerSide) + k)) + 1) * image.Height) / (2 * columns.Length));
                var row = pixels.Slice(line * image.Width, image.Width);
                for (var x = 0; x < Side; x++)
                {
                    var four = columns.Slice(x * SamplesPerSide, SamplesPerSide);
                    sums[x] += row[four[0]] + row[four[1]] + row[four[2]] + row[four[3]];
                }
            }

            for (var x = 0; x < Side; x++)
            {
                cells[(y * Side) + x] = (byte)((sums[x] + (SamplesPerSide * SamplesPerSide / 2)) / (SamplesPerSide * SamplesPerSide));
            }
        }
    }
}
