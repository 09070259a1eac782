namespace FakeProfileDetector.Photos.Generated;

/// <summary>What color a cell has.</summary>
[Flags]
internal enum CellColor : byte
{
    /// <summary>The ground's, or nearer to it.</summary>
    Ground = 0,

    /// <summary>The figure's, or nearer to it.</summary>
    Figure = 1,

    /// <summary>Between both: the cell lies at an edge.</summary>
    Mixed = 2,
}

/// <summary>What stands out of a flat ground in one color.</summary>
internal readonly ref struct Figure
{
    private const int Side = CellGrid.Side;

    // In per mille of the cells: what is neither ground nor figure nor between both at an edge.
    private const int MaximumStrange = 15;

    private readonly ReadOnlySpan<CellColor> _cells;

    private Figure(ReadOnlySpan<CellColor> cells, int left, int top, int right, int bottom, int count)
    {
        _cells = cells;
        (Left, Top, Right, Bottom, Count) = (left, top, right, bottom, count);
    }

    internal int Left { get; }

    internal int Top { get; }

    internal int Right { get; }

    internal int Bottom { get; }

    internal int Count { get; }

    internal int Width => Right - Left + 1;

    internal int Height => Bottom - Top + 1;

    /// <summary>Whether a cell is nearer to the figure's color than to the ground's.</summary>
    internal bool this[int x, int y] => (_cells[(y * Side) + x] & CellColor.Figure) != 0;

    /// <summary>Whether a cell is of one color: not at an edge.</summary>
    internal bool IsClear(int x, int y) => (_cells[(y * Side) + x] & CellColor.Mixed) == 0;

    /// <summary>Finds the figure of a picture in two flat colors.</summary>
    /// <param name="cells">The picture.</param>
    /// <param name="colors">Its colors.</param>
    /// <param name="found">Receives the color of each cell.</param>
    /// <param name="figure">The figure.</param>
    /// <returns>Whether the picture is of two flat colors.</returns>
    internal static bool TryFind(ReadOnlySpan<byte> cells, in FlatColors colors, Span<CellColor> found, out Figure figure)
    {
        figure = default;
        found.Clear();
        if (colors.Figure < 0)
        {
            return false;
        }

        var (low, high) = (Math.Min(colors.Ground, colors.Figure), Math.Max(colors.Ground, colors.Figure));
        var margin = Math.Max(FlatColors.Tolerance + 3, (high - low) / 6);
        var (strange, count) = (0, 0);
        var (left, top, right, bottom) = (Side, Side, -1, -1);
        for (var y = 0; y < Side; y++)
        {
            for (var x = CellGrid.FirstOfRow[y]; x < Side - CellGrid.FirstOfRow[y]; x++)
            {
                int level = cells[(y * Side) + x];
                if (level < low - margin || level > high + margin || (IsBetween(level, low, high, margin) && !IsEdge(cells, x, y, low, high, margin)))
                {
                    strange++;
                }

                var quarter = (high - low) / 4;
                found[(y * Side) + x] = level > low + quarter && level < high - quarter ? CellColor.Mixed : CellColor.Ground;
                if (Math.Abs(level - colors.Figure) < Math.Abs(level - colors.Ground))
                {
                    found[(y * Side) + x] |= CellColor.Figure;
                    count++;
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        figure = new(found, left, top, right, bottom, count);
        return count > 0 && strange * 1000 <= MaximumStrange * colors.Total;
    }

    private static bool IsBetween(int level, int low, int high, int margin) => level > low + margin && level < high - margin;

    /// <summary>Whether a cell between the colors lies at an edge: a neighbor is of either color.</summary>
    private static bool IsEdge(ReadOnlySpan<byte> cells, int x, int y, int low, int high, int margin)
    {
        for (var v = Math.Max(y - 1, 0); v <= Math.Min(y + 1, Side - 1); v++)
        {
            for (var u = Math.Max(x - 1, 0); u <= Math.Min(x + 1, Side - 1); u++)
            {
                if (!IsBetween(cells[(v * Side) + u], low, high, margin))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
