namespace FakeProfileDetector.Photos;

/// <summary>The three 64-bit hashes of the CoenM.ImageHash library, so that tables computed with it keep working.</summary>
/// <remarks>
/// Computed from luma: the original resizes colour first and rounds more often, so values differ from its own in a few
/// bits at most; compare with its usual threshold. As single evidence they are weak (imagededup's benchmark:
/// precision .98 for the perceptual, .22 for the difference and .04 for the average hash at distance 10): a second
/// opinion, not an index. Source: the algorithms of coenm/ImageHash 1.3.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class CoenmCompatibleHasher
{
    private const int DctSide = 64;
    private const int BlockSide = 8;

    private static readonly double[] Cosines = CreateCosines();

    /// <summary>Average hash: one bit for every pixel of the 8 × 8 picture that is not below the mean.</summary>
    /// <param name="luma">Row by row without gaps; <paramref name="width"/> × <paramref name="height"/> values.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <returns>The hash; the first pixel is the most significant bit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    public static ulong Average(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<byte> small = stackalloc byte[64];
        BicubicResizer.Resize(luma, width, height, small, 8, 8);
        var sum = 0;
        foreach (var pixel in small)
        {
            sum += pixel;
        }

        var mean = sum / small.Length;
        var hash = 0UL;
        foreach (var pixel in small)
        {
            hash = (hash << 1) | (pixel >= mean ? 1UL : 0UL);
        }

        return hash;
    }

    /// <summary>Difference hash: one bit for every step to the right that gets brighter, in a 9 × 8 picture.</summary>
    /// <inheritdoc cref="Average"/>
    /// <returns>The hash; the first comparison is the most significant bit.</returns>
    public static ulong Difference(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<byte> small = stackalloc byte[72];
        BicubicResizer.Resize(luma, width, height, small, 9, 8);
        var hash = 0UL;
        for (var y = 0; y < 8; y++)
        {
            var row = small.Slice(y * 9, 9);
            for (var x = 0; x < 8; x++)
            {
                hash = (hash << 1) | (row[x] < row[x + 1] ? 1UL : 0UL);
            }
        }

        return hash;
    }

    /// <summary>Perceptual hash: one bit for each of the 8 × 8 lowest frequencies above their median.</summary>
    /// <inheritdoc cref="Average"/>
    /// <returns>The hash; horizontal frequency is the outer index, as in the original.</returns>
    public static ulong Perceptual(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<byte> small = stackalloc byte[DctSide * DctSide];
        BicubicResizer.Resize(luma, width, height, small, DctSide, DctSide);

        Span<double> rows = stackalloc double[DctSide * BlockSide];
        for (var y = 0; y < DctSide; y++)
        {
            for (var u = 0; u < BlockSide; u++)
            {
                var sum = 0.0;
                for (var x = 0; x < DctSide; x++)
                {
                    sum += small[(y * DctSide) + x] * Cosines[(u * DctSide) + x];
                }

                rows[(y * BlockSide) + u] = sum;
            }
        }

        Span<double> block = stackalloc double[BlockSide * BlockSide];
        for (var u = 0; u < BlockSide; u++)
        {
            for (var v = 0; v < BlockSide; v++)
            {
                var sum = 0.0;
                for (var y = 0; y < DctSide; y++)
                {
                    sum += rows[(y * BlockSide) + u] * Cosines[(v * DctSide) + y];
                }

                block[(u * BlockSide) + v] = sum;
            }
        }

        Span<double> sorted = stackalloc double[block.Length];
        block.CopyTo(sorted);
        sorted.Sort();
        var median = (sorted[31] + sorted[32]) / 2;
        var hash = 0UL;
        foreach (var coefficient in block)
        {
            hash = (hash << 1) | (coefficient > median ? 1UL : 0UL);
        }

        return hash;
    }

    private static double[] CreateCosines()
    {
        var table = new double[BlockSide * DctSide];
        for (var u = 0; u < BlockSide; u++)
        {
            var scale = Math.Sqrt(2.0 / DctSide) * (u == 0 ? Math.Sqrt(0.5) : 1.0);
            for (var x = 0; x < DctSide; x++)
            {
                table[(u * DctSide) + x] = scale * Math.Cos(((2 * x) + 1) * u * Math.PI / (2.0 * DctSide));
            }
        }

        return table;
    }
}
