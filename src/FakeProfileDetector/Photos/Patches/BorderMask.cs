namespace FakeProfileDetector.Photos.Patches;

/// <summary>Finds the part of a thumbnail that is a frame, a bar or the outside of a circle: uniform from the corners inwards.</summary>
internal static class BorderMask
{
    // In steps of luma: what JPEG makes of one color.
    private const float Tolerance = 4;

    private const int Side = PatchThumbnail.Side;

    /// <summary>Marks what is picture.</summary>
    /// <param name="thumbnail">The thumbnail.</param>
    /// <param name="isPicture">Receives 1 where the picture is and 0 in the border and next to it.</param>
    internal static void Find(ReadOnlySpan<float> thumbnail, Span<float> isPicture)
    {
        Span<bool> isBorder = stackalloc bool[Side * Side];
        isBorder.Clear();
        Span<int> waiting = stackalloc int[Side * Side];
        foreach (var corner in (ReadOnlySpan<int>)[0, Side - 1, Side * (Side - 1), (Side * Side) - 1])
        {
            Fill(thumbnail, corner, isBorder, waiting);
        }

        for (var i = 0; i < isPicture.Length; i++)
        {
            var (x, y) = (i % Side, i / Side);
            var touches = false;
            for (var v = Math.Max(y - 1, 0); v <= Math.Min(y + 1, Side - 1); v++)
            {
                for (var u = Math.Max(x - 1, 0); u <= Math.Min(x + 1, Side - 1); u++)
                {
                    touches |= isBorder[(v * Side) + u];
                }
            }

            isPicture[i] = touches ? 0 : 1;
        }
    }

    private static void Fill(ReadOnlySpan<float> thumbnail, int start, Span<bool> isBorder, Span<int> waiting)
    {
        if (isBorder[start])
        {
            return;
        }

        var color = thumbnail[start];
        var count = 0;
        isBorder[start] = true;
        waiting[count++] = start;
        while (count > 0)
        {
            var place = waiting[--count];
            var (x, y) = (place % Side, place / Side);
            foreach (var (u, v) in (ReadOnlySpan<(int, int)>)[(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)])
            {
                var next = (v * Side) + u;
                if (u is >= 0 and < Side && v is >= 0 and < Side && !isBorder[next] && Math.Abs(thumbnail[next] - color) <= Tolerance)
                {
                    isBorder[next] = true;
                    waiting[count++] = next;
                }
            }
        }
    }
}
