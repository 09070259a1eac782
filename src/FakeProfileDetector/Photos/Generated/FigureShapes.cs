namespace FakeProfileDetector.Photos.Generated;

/// <summary>What a figure of one color on flat ground is. Shares are in per cent.</summary>
internal static class FigureShapes
{
    private const int Side = CellGrid.Side;

    /// <summary>Letters in the middle: some strokes, clear of the rim, about as high as initials are.</summary>
    internal static bool IsLetters(in Figure figure)
    {
        var (middleX, middleY) = (figure.Left + figure.Right, figure.Top + figure.Bottom);
        var fill = 100 * figure.Count / (figure.Width * figure.Height);
        return figure.Height is >= Side * 16 / 100 and <= Side * 66 / 100
            && figure.Width is >= Side * 4 / 100 and <= Side * 80 / 100
            && Math.Abs(middleX - Side + 1) <= Side * 16 / 100
            && Math.Abs(middleY - Side + 1) <= Side * 20 / 100
            && (fill is >= 12 and <= 78 || figure.Width <= Side * 16 / 100)
            && CountParts(figure) <= MaximumLetterParts;
    }

    // Three letters with dots and accents.
    private const int MaximumLetterParts = 6;

    /// <summary>Head and shoulders: symmetrical, narrow above, wide below, narrowest between.</summary>
    internal static bool IsSilhouette(in Figure figure)
    {
        if (figure.Top < Side * 6 / 100 || figure.Bottom < Side * 68 / 100 || figure.Height < Side * 45 / 100
            || Math.Abs(figure.Left + figure.Right - Side + 1) > Side * 12 / 100 || !IsMirrored(figure, 94))
        {
            return false;
        }

        // Widths row by row: the head is where they first fall again, the neck where they are least before the shoulders.
        var (head, neck, neckRow) = (0, int.MaxValue, 0);
        var (shoulders, broken) = (0, 0);
        for (var y = figure.Top; y <= figure.Bottom; y++)
        {
            var width = WidthOf(figure, y, out var runs);
            broken += runs > 1 ? 1 : 0;
            if (y < figure.Top + (figure.Height * 55 / 100))
            {
                head = neck == int.MaxValue || width <= neck ? Math.Max(head, width) : head;
            }

            if (head > Side * 12 / 100 && width < head * 80 / 100 && width < neck && y < figure.Top + (figure.Height * 75 / 100))
            {
                (neck, neckRow) = (width, y);
            }

            if (neckRow > 0 && y > neckRow)
            {
                shoulders = Math.Max(shoulders, width);
            }
        }

        // A row along an edge may be broken by noise; rows through letters are.
        return broken * 10 <= figure.Height && neckRow > 0 && head <= Side * 60 / 100 && shoulders >= head * 115 / 100;
    }

    /// <summary>Blocks of a grid, mirrored left for right: their edges lie on few lines.</summary>
    internal static bool IsBlocks(in Figure figure) =>
        figure.Width >= Side * 45 / 100 && figure.Height >= Side * 25 / 100 && IsMirrored(figure, 96) && AreEdgesOnGrid(figure, isVertical: false) && AreEdgesOnGrid(figure, isVertical: true);

    private static bool IsMirrored(in Figure figure, int share)
    {
        var (same, all) = (0, 0);
        for (var y = figure.Top; y <= figure.Bottom; y++)
        {
            for (var x = figure.Left; x <= figure.Right; x++)
            {
                var mirrored = Side - 1 - x;
                var best = figure[x, y] == figure[mirrored, y] || (mirrored > 0 && figure[x, y] == figure[mirrored - 1, y]) || (mirrored < Side - 1 && figure[x, y] == figure[mirrored + 1, y]);
                same += best ? 1 : 0;
                all++;
            }
        }

        return same * 100 >= share * all;
    }

    private static bool AreEdgesOnGrid(in Figure figure, bool isVertical)
    {
        Span<int> edges = stackalloc int[Side];
        edges.Clear();
        var all = 0;
        for (var line = 0; line < Side; line++)
        {
            // Cells at an edge are passed over, so that noise in them makes no edge across.
            bool? before = null;
            for (var i = 0; i < Side; i++)
            {
                var (x, y) = isVertical ? (line, i) : (i, line);
                if (!CellGrid.IsInside(x, y) || !figure.IsClear(x, y))
                {
                    continue;
                }

                if (before is { } last && last != figure[x, y])
                {
                    edges[i]++;
                    all++;
                }

                before = figure[x, y];
            }
        }

        // The strongest lines, each with its neighbors: a pattern of seven cells has eight.
        const int lines = 8;
        var covered = 0;
        for (var line = 0; line < lines; line++)
        {
            var strongest = 0;
            for (var i = 1; i < Side; i++)
            {
                strongest = edges[i] > edges[strongest] ? i : strongest;
            }

            for (var i = Math.Max(strongest - 1, 0); i <= Math.Min(strongest + 1, Side - 1); i++)
            {
                covered += edges[i];
                edges[i] = 0;
            }
        }

        return covered * 100 >= 94 * all;
    }

    private static int WidthOf(in Figure figure, int y, out int runs)
    {
        var width = 0;
        runs = 0;
        var before = false;
        for (var x = figure.Left; x <= figure.Right; x++)
        {
            width += figure[x, y] ? 1 : 0;
            runs += figure[x, y] && !before ? 1 : 0;
            before = figure[x, y];
        }

        return width;
    }

    private static int CountParts(in Figure figure)
    {
        Span<bool> seen = stackalloc bool[CellGrid.CellCount];
        seen.Clear();
        Span<int> waiting = stackalloc int[CellGrid.CellCount];
        var parts = 0;
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || !figure[start % Side, start / Side])
            {
                continue;
            }

            parts++;
            var count = 0;
            waiting[count++] = start;
            seen[start] = true;
            while (count > 0)
            {
                var place = waiting[--count];
                for (var v = Math.Max((place / Side) - 1, 0); v <= Math.Min((place / Side) + 1, Side - 1); v++)
                {
                    for (var u = Math.Max((place % Side) - 1, 0); u <= Math.Min((place % Side) + 1, Side - 1); u++)
                    {
                        var next = (v * Side) + u;
                        if (!seen[next] && figure[u, v])
                        {
                            seen[next] = true;
                            waiting[count++] = next;
                        }
                    }
                }
            }
        }

        return parts;
    }
}
