namespace FakeProfileDetector.Photos.Generated;

/// <summary>Recognizes pictures that programs draw for accounts without a photo, by what they look like: few flat colors, a glyph or a symmetrical pattern on plain ground.</summary>
/// <remarks>
/// <para>
/// Such a picture is nobody's: many people have the same initials or the same glyph. It works on 64 × 64 means of luma in
/// integers, the same on every machine, takes well below 0.2 ms and is meant for pictures of 64 to 512 pixels, also round
/// ones and re-encoded ones. Photographs have no two flat colors and are not taken for generated.
/// </para>
/// <para>A logo in one color may be taken for letters. That is harmless: it is nobody's face either.</para>
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal static class GeneratedPicture
{
    private const int MinimumSide = 24;

    // Avatars are square, but for rounding.
    private const int MaximumStretch = 110;

    // In per cent of the cells: all but a rim of JPEG noise.
    private const int MinimumOfPlain = 99;

    // Of the two colors of a tile: what is not at an edge. Thin letters in a small picture are all edge.
    private const int MinimumOfTwoColors = 70;
    private const int MinimumOfColors = 62;
    private const int MinimumSymmetry = 96;

    /// <summary>Looks at a picture.</summary>
    /// <param name="image">The picture, upright.</param>
    /// <returns>What kind of generated picture it is; null for anything else.</returns>
    internal static GeneratedPictureKind? Recognize(LumaImage image)
    {
        var (small, large) = (Math.Min(image.Width, image.Height), Math.Max(image.Width, image.Height));
        if (small < MinimumSide || (long)large * 100 > (long)small * MaximumStretch)
        {
            return null;
        }

        Span<byte> cells = stackalloc byte[CellGrid.CellCount];
        CellGrid.Fill(image, cells);
        var colors = FlatColors.Of(cells);
        if (colors.GroundCount * 100 >= MinimumOfPlain * colors.Total)
        {
            return GeneratedPictureKind.Plain;
        }

        if (colors.Covered * 100 < MinimumOfColors * colors.Total)
        {
            return null;
        }

        Span<CellColor> found = stackalloc CellColor[CellGrid.CellCount];
        if ((colors.GroundCount + colors.FigureCount) * 100 >= MinimumOfTwoColors * colors.Total && Figure.TryFind(cells, colors, found, out var figure))
        {
            return FigureShapes.IsSilhouette(figure) ? GeneratedPictureKind.Silhouette
                : FigureShapes.IsBlocks(figure) ? GeneratedPictureKind.Identicon
                : FigureShapes.IsLetters(figure) ? GeneratedPictureKind.LetterTile
                : IsTurned(cells, colors) ? GeneratedPictureKind.Identicon
                : null;
        }

        return IsTurned(cells, colors) ? GeneratedPictureKind.Identicon : null;
    }

    /// <summary>Whether a picture of few flat colors stays the same when it is turned by a quarter.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> cells, in FlatColors colors)
    {
        const int side = CellGrid.Side;
        const int tolerance = 3 * FlatColors.Tolerance;
        var (same, all) = (0, 0);
        for (var y = 0; y < side; y++)
        {
            for (var x = CellGrid.FirstOfRow[y]; x < side - CellGrid.FirstOfRow[y]; x++)
            {
                int level = cells[(y * side) + x];
                if (Math.Abs(level - colors.Ground) <= tolerance && Math.Abs(cells[(x * side) + side - 1 - y] - colors.Ground) <= tolerance)
                {
                    continue;
                }

                // An edge may lie between two cells, and a cell aside when it is turned: there any level between those around is the same.
                var (low, high) = (byte.MaxValue, byte.MinValue);
                for (var v = Math.Max(x - 1, 0); v <= Math.Min(x + 1, side - 1); v++)
                {
                    for (var u = Math.Max(side - 2 - y, 0); u <= Math.Min(side - y, side - 1); u++)
                    {
                        (low, high) = (Math.Min(low, cells[(v * side) + u]), Math.Max(high, cells[(v * side) + u]));
                    }
                }

                all++;
                same += level >= low - tolerance && level <= high + tolerance ? 1 : 0;
            }
        }

        return all > side && same * 100 >= MinimumSymmetry * all;
    }
}
