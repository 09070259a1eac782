namespace FakeProfileDetector.Photos.Patches;

/// <summary>A thumbnail and a mask of what is picture and not frame.</summary>
/// <param name="values">Luma.</param>
/// <param name="isPicture">1 where there is picture, 0 where there is frame, in between where the mask was blurred.</param>
internal readonly ref struct MaskedThumbnail(ReadOnlySpan<float> values, ReadOnlySpan<float> isPicture)
{
    private const int Side = PatchThumbnail.Side;

    // Of a blurred mask: what is still picture.
    private const float PictureShare = 0.95f;

    // Pixels that are nearly as large need no blur.
    private const double MinimumScale = 1.15;

    internal ReadOnlySpan<float> Values { get; } = values;

    private ReadOnlySpan<float> Mask { get; } = isPicture;

    internal bool IsPicture(int x, int y) => Mask[(y * Side) + x] > PictureShare;

    /// <summary>The value and the slope between pixels, where there is picture.</summary>
    internal bool TrySample(double x, double y, out Slope slope) =>
        TrySample(Values, x, y, out slope) && TrySample(Mask, x, y, out var share) && share.Value > PictureShare;

    /// <summary>Blurs a thumbnail, or a mask, until its pixels are as large as those of a coarser one.</summary>
    /// <param name="values">The samples; blurred in place.</param>
    /// <param name="scale">Side of the coarser one's pixels in those of this one.</param>
    internal static void Smooth(Span<float> values, double scale)
    {
        if (scale < MinimumScale)
        {
            return;
        }

        // A pixel of side s is a box of variance s² / 12; what is missing between the two is a Gaussian of so much.
        var sigma = Math.Sqrt(((scale * scale) - 1) / 12);
        var radius = Math.Max(1, (int)Math.Ceiling(2.5 * sigma));
        Span<float> weights = stackalloc float[(2 * radius) + 1];
        var sum = 0f;
        for (var i = -radius; i <= radius; i++)
        {
            weights[i + radius] = (float)Math.Exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + radius];
        }

        Span<float> line = stackalloc float[Side];
        for (var axis = 0; axis < 2; axis++)
        {
            var (along, across) = axis == 0 ? (1, Side) : (Side, 1);
            for (var row = 0; row < Side; row++)
            {
                for (var i = 0; i < Side; i++)
                {
                    var value = 0f;
                    for (var k = -radius; k <= radius; k++)
                    {
                        value += weights[k + radius] * values[(row * across) + (Math.Clamp(i + k, 0, Side - 1) * along)];
                    }

                    line[i] = value / sum;
                }

                for (var i = 0; i < Side; i++)
                {
                    values[(row * across) + (i * along)] = line[i];
                }
            }
        }
    }

    private static bool TrySample(ReadOnlySpan<float> values, double x, double y, out Slope slope)
    {
        slope = default;
        if (x < 0 || y < 0 || x > Side - 1 || y > Side - 1)
        {
            return false;
        }

        var (left, top) = (Math.Min((int)x, Side - 2), Math.Min((int)y, Side - 2));
        var (dx, dy) = ((float)(x - left), (float)(y - top));
        var i = (top * Side) + left;
        var (a, b, c, d) = (values[i], values[i + 1], values[i + Side], values[i + Side + 1]);
        var above = a + (dx * (b - a));
        var below = c + (dx * (d - c));
        slope = new(above + (dy * (below - above)), ((1 - dy) * (b - a)) + (dy * (d - c)), below - above);
        return true;
    }
}

/// <summary>A value between pixels and how it changes along both axes.</summary>
internal readonly record struct Slope(float Value, float X, float Y);

/// <summary>Two thumbnails; the reference is the coarser one.</summary>
internal readonly ref struct ThumbnailPair(MaskedThumbnail reference, MaskedThumbnail other)
{
    internal MaskedThumbnail Reference { get; } = reference;

    internal MaskedThumbnail Other { get; } = other;
}
