namespace FakeProfileDetector.Photos.Generated;

/// <summary>The few levels of luma that a flat drawing consists of, most frequent first.</summary>
/// <param name="Ground">The most frequent level.</param>
/// <param name="GroundCount">Cells of it.</param>
/// <param name="Figure">The next one, at least <see cref="MinimumContrast"/> away; −1 where there is none.</param>
/// <param name="FigureCount">Cells of it.</param>
/// <param name="Covered">Cells of the four most frequent levels.</param>
/// <param name="Total">Cells in all.</param>
internal readonly record struct FlatColors(int Ground, int GroundCount, int Figure, int FigureCount, int Covered, int Total)
{
    /// <summary>Steps of luma by which a figure stands out of its ground.</summary>
    internal const int MinimumContrast = 20;

    /// <summary>Steps of luma within which cells are of one color: what JPEG makes of it.</summary>
    internal const int Tolerance = 5;

    private const int Colors = 4;
    private const int Levels = 256;

    internal static FlatColors Of(ReadOnlySpan<byte> cells)
    {
        Span<int> counts = stackalloc int[Levels];
        counts.Clear();
        var total = 0;
        for (var y = 0; y < CellGrid.Side; y++)
        {
            for (var x = CellGrid.FirstOfRow[y]; x < CellGrid.Side - CellGrid.FirstOfRow[y]; x++)
            {
                counts[cells[(y * CellGrid.Side) + x]]++;
                total++;
            }
        }

        var (ground, groundCount) = Take(counts, from: -Levels);
        var (figure, figureCount, covered) = (-1, 0, groundCount);
        for (var i = 1; i < Colors; i++)
        {
            var (level, count) = Take(counts, ground);
            covered += count;
            if (count > 0 && figure < 0)
            {
                (figure, figureCount) = (level, count);
            }
        }

        return new(ground, groundCount, figure, figureCount, covered, total);
    }

    /// <summary>Takes the level out around which most cells lie, away from another one.</summary>
    private static (int Level, int Count) Take(Span<int> counts, int from)
    {
        var (best, most) = (-1, 0);
        for (var level = 0; level < Levels; level++)
        {
            if (Math.Abs(level - from) < MinimumContrast)
            {
                continue;
            }

            var count = 0;
            for (var near = Math.Max(level - Tolerance, 0); near <= Math.Min(level + Tolerance, Levels - 1); near++)
            {
                count += counts[near];
            }

            // The middle one of equals would be as good; the level itself decides.
            if (count > most || (count == most && best >= 0 && counts[level] > counts[best]))
            {
                (best, most) = (level, count);
            }
        }

        if (best >= 0)
        {
            counts[Math.Max(best - Tolerance, 0)..(Math.Min(best + Tolerance, Levels - 1) + 1)].Clear();
        }

        return (best, most);
    }
}
