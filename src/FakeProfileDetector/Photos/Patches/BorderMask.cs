using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Finds the part of a thumbnail that is a frame, a bar or the outside of a circle: uniform from the corners inwards.</summary>
/// <remarks>
/// The plain ground of a portrait or of a drawing is uniform as well, but no frame: what one picture shows there and the other
/// does not is a difference. A frame ends at straight sides or at a circle, and the picture fills what is within.
/// </remarks>
internal static class BorderMask
{
    // In steps of luma: what JPEG makes of one color.
    private const float Tolerance = 4;

    // Of each side of the picture within a frame: what is not of the frame's color. A side of a drawing has gaps.
    private const double MinimumFullness = 0.85;

    // Of what is outside the circle: what is uniform. JPEG and the circle's edge take the rest.
    private const double MinimumUniformity = 0.95;

    // Squared distance from the middle at which a sample is clear of the circle's edge.
    private const double Clear = 1.1;

    private const int Side = PatchThumbnail.Side;

    private static readonly Ellipse WholeEllipse = new(0, 0, Side - 1, Side - 1);

    // Less of one color cannot be what is outside of the circle in a whole thumbnail.
    private static readonly double LeastOutside = MinimumUniformity * Enumerable.Range(0, Side * Side).Count(i => WholeEllipse.SquaredRadius(i % Side, i / Side) > Clear);

    /// <summary>Marks what is picture.</summary>
    /// <param name="thumbnail">The thumbnail.</param>
    /// <param name="withGround">Whether the plain ground of a picture is taken for a frame as well: a copy may be framed in the very same color.</param>
    /// <param name="isDrawn">Whether it is a flat drawing, as <see cref="DrawnPicture"/> tells.</param>
    /// <param name="isPicture">Receives 1 where the picture is and 0 in the border and next to it.</param>
    /// <returns>Whether there is a border.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool Find(ReadOnlySpan<float> thumbnail, bool withGround, bool isDrawn, Span<float> isPicture)
    {
        Span<bool> isBorder = stackalloc bool[Side * Side];
        isBorder.Clear();
        Span<int> waiting = stackalloc int[Side * Side];
        foreach (var corner in (ReadOnlySpan<int>)[0, Side - 1, Side * (Side - 1), (Side * Side) - 1])
        {
            Fill(thumbnail, corner, isBorder, waiting);
        }

        if (!withGround)
        {
            KeepFrame(isBorder, isDrawn);
        }

        isPicture.Fill(1);
        var first = isBorder.IndexOf(true);
        for (var i = Math.Max(first, 0); first >= 0 && i < isBorder.Length; i++)
        {
            if (isBorder[i])
            {
                TakeOut(isPicture, i % Side, i / Side);
            }
        }

        return first >= 0;
    }

    /// <summary>Takes a sample and its neighbors out.</summary>
    private static void TakeOut(Span<float> isPicture, int x, int y)
    {
        var (left, right) = (Math.Max(x - 1, 0), Math.Min(x + 1, Side - 1));
        for (var v = Math.Max(y - 1, 0); v <= Math.Min(y + 1, Side - 1); v++)
        {
            isPicture.Slice((v * Side) + left, right - left + 1).Clear();
        }
    }

    /// <summary>Leaves of the uniform part what is outside of a full rectangle or of a circle.</summary>
    private static void KeepFrame(Span<bool> isBorder, bool isDrawn)
    {
        var (left, top, right, bottom) = (Side, Side, -1, -1);
        for (var y = 0; y < Side; y++)
        {
            var row = isBorder.Slice(y * Side, Side);
            if (row.IndexOf(false) is var first and >= 0)
            {
                (left, top) = (Math.Min(left, first), Math.Min(top, y));
                (right, bottom) = (Math.Max(right, row.LastIndexOf(false)), y);
            }
        }

        var isWhole = left == 0 && top == 0 && right == Side - 1 && bottom == Side - 1;
        if (right <= left || bottom <= top || (isWhole && isBorder.Count(true) < LeastOutside))
        {
            isBorder.Clear();
            return;
        }

        // The ground of a portrait may be of the frame's color, so that its sides have gaps; a drawing's margin is part of it.
        var isFramed = !isDrawn
            || (IsFull(isBorder, top, left, right, Side, 1) && IsFull(isBorder, bottom, left, right, Side, 1)
                && IsFull(isBorder, left, top, bottom, 1, Side) && IsFull(isBorder, right, top, bottom, 1, Side));
        var ellipse = new Ellipse(left, top, right, bottom);
        var isRound = IsUniformOutside(isBorder, ellipse);
        var isCut = !isRound && !isWhole && IsUniformOutside(isBorder, WholeEllipse);
        for (var i = 0; i < isBorder.Length; i++)
        {
            var (x, y) = (i % Side, i / Side);
            isBorder[i] = (isFramed && (x < left || x > right || y < top || y > bottom))
                || (isRound && ellipse.SquaredRadius(x, y) > 1)
                || (isCut && WholeEllipse.SquaredRadius(x, y) > 1);
        }
    }

    /// <summary>Whether hardly anything of a row or column is of the frame's color.</summary>
    private static bool IsFull(ReadOnlySpan<bool> isBorder, int line, int first, int last, int acrossStep, int alongStep)
    {
        var full = 0;
        for (var i = first; i <= last; i++)
        {
            full += isBorder[(line * acrossStep) + (i * alongStep)] ? 0 : 1;
        }

        return full >= MinimumFullness * (last - first + 1);
    }

    /// <summary>Whether the corners of a box, outside the ellipse within, are of the frame's color.</summary>
    private static bool IsUniformOutside(ReadOnlySpan<bool> isBorder, Ellipse ellipse)
    {
        var (outside, uniform) = (0, 0);
        for (var y = ellipse.Top; y <= ellipse.Bottom; y++)
        {
            for (var x = ellipse.Left; x <= ellipse.Right; x++)
            {
                if (ellipse.SquaredRadius(x, y) > Clear)
                {
                    outside++;
                    uniform += isBorder[(y * Side) + x] ? 1 : 0;
                }
            }
        }

        return uniform >= MinimumUniformity * outside;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            if (x > 0)
            {
                Visit(place - 1, isBorder, waiting, thumbnail);
            }

            if (x < Side - 1)
            {
                Visit(place + 1, isBorder, waiting, thumbnail);
            }

            if (y > 0)
            {
                Visit(place - Side, isBorder, waiting, thumbnail);
            }

            if (y < Side - 1)
            {
                Visit(place + Side, isBorder, waiting, thumbnail);
            }
        }

        void Visit(int next, Span<bool> isBorder, Span<int> waiting, ReadOnlySpan<float> thumbnail)
        {
            if (!isBorder[next] && Math.Abs(thumbnail[next] - color) <= Tolerance)
            {
                isBorder[next] = true;
                waiting[count++] = next;
            }
        }
    }

    /// <summary>An ellipse by the box around it.</summary>
    private readonly record struct Ellipse(int Left, int Top, int Right, int Bottom)
    {
        /// <summary>Squared distance from the middle; 1 on it.</summary>
        internal double SquaredRadius(int x, int y)
        {
            var (dx, dy) = (((2.0 * x) - Left - Right) / (Right - Left + 1), ((2.0 * y) - Top - Bottom) / (Bottom - Top + 1));
            return (dx * dx) + (dy * dy);
        }
    }
}
