using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>First stage of PDQ: a tent filter (two box passes) and decimation to 64 × 64.</summary>
internal static class PdqDownscaler
{
    internal const int Side = 64;

    /// <summary>Downscales a plane of bytes by the fastest way to the reference's bits.</summary>
    internal static void Downscale(ReadOnlySpan<byte> luma, int width, int height, Span<float> small)
    {
        if (width <= WholeWindowDownscaler.LongestSide && height <= WholeWindowDownscaler.LongestSide)
        {
            WholeWindowDownscaler.Downscale(luma, width, height, small);
        }
        else if (IsWindowOfFour(width) && IsWindowOfFour(height))
        {
            WindowOfFourDownscaler.Downscale(luma, width, height, small);
        }
        else
        {
            StripDownscaler.Downscale(new LumaRows(luma, width, height), width, height, small);
        }
    }

    /// <summary>Downscales a plane of floats.</summary>
    internal static void Downscale(ReadOnlySpan<float> luma, int width, int height, Span<float> small)
    {
        if (width == Side && height == Side)
        {
            luma.CopyTo(small);
        }
        else
        {
            StripDownscaler.Downscale(new LumaRows(luma, width, height), width, height, small);
        }
    }

    /// <summary>Means of a plane that may have fewer samples than the photo has pixels.</summary>
    internal static void Downscale(ReadOnlySpan<byte> samples, int width, int height, in SampleGrid grid, Span<float> small)
    {
        if (grid == SampleGrid.Full(width, height))
        {
            Downscale(samples, width, height, small);
        }
        else
        {
            GridDownscaler.Downscale(samples, width, height, grid, small);
        }
    }

    /// <summary>Half a cell of the 64-cell grid, rounded up, because two passes add up to one cell.</summary>
    internal static int WindowSize(int side) => (int)((side + (2L * Side) - 1) / (2 * Side));

    /// <summary>Where a cell is sampled: at its center, not at its corner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Center(int cell, int side) => (int)(((2L * cell) + 1) * side / (2 * Side));

    /// <summary>The first cell whose center lies at a place or after it.</summary>
    internal static int FirstCell(int place, int side)
    {
        var cell = (int)((long)place * Side / side);
        return Center(cell, side) < place ? cell + 1 : cell;
    }

    private static bool IsWindowOfFour(int side) =>
        side is >= WindowOfFourDownscaler.ShortestSide and <= WindowOfFourDownscaler.LongestSide;
}
