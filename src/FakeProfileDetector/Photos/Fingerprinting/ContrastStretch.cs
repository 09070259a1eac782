using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Photos.Fingerprinting;

/// <summary>Makes a very dark, bright or pale photo comparable: spreads the few levels that it uses over all.</summary>
/// <remarks>
/// A photo by night at a tenth of its brightness shows the same person, but to PDQ's measure of quality it is featureless. What
/// it shows is judged by the means of a grid of 64 × 64 cells: noise and compression errors around one color vanish in them.
/// </remarks>
internal static class ContrastStretch
{
    private const int Cells = PdqDownscaler.Side * PdqDownscaler.Side;

    // In levels, of the cells: less is one color with noise; a photo with more has contrast enough.
    private const float LeastRange = 8;
    private const float LargestRange = 100;

    // A copy of larger ones takes too much memory; a JPEG is reduced before.
    private const int MaximumPixels = 1 << 24;

    // Cells at either end that are not counted: a lamp, a date in a corner.
    private const int Outliers = Cells / 100;

    /// <summary>A copy with its levels spread; null where that would help nothing.</summary>
    /// <param name="image">The picture; it is not changed.</param>
    internal static LumaImage? TryApply(LumaImage image)
    {
        if (Math.Min(image.Width, image.Height) < PdqHasher.MinimumSide || image.Pixels.Length > MaximumPixels)
        {
            return null;
        }

        Span<float> cells = stackalloc float[Cells];
        PdqDownscaler.Downscale(image.Pixels, image.Width, image.Height, image.Grid, cells);
        cells.Sort();
        var (lowest, range) = (cells[Outliers], cells[^(Outliers + 1)] - cells[Outliers]);
        if (range is < LeastRange or > LargestRange)
        {
            return null;
        }

        Span<byte> levels = stackalloc byte[byte.MaxValue + 1];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = (byte)Math.Clamp(MathF.Round((level - lowest) * byte.MaxValue / range), byte.MinValue, byte.MaxValue);
        }

        var stretched = new LumaImage(image.Width, image.Height, image.Grid) { HasColor = image.HasColor };
        var from = image.Pixels;
        var to = stretched.Pixels;
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = levels[from[i]];
        }

        return stretched;
    }
}
