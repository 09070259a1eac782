namespace FakeProfileDetector.Photos.Coenm;

/// <summary>The three 64-bit hashes of the CoenM.ImageHash library, so that tables computed with it keep working.</summary>
/// <remarks>
/// From color (<see cref="FromRgba"/>) the values are those of the original, bit for bit on the same pixels. From luma they
/// are faster and differ in a few bits at most: the original resizes color first and rounds more often. As single
/// evidence all three are weak (imagededup's benchmark: precision .98 for the perceptual, .22 for the difference and .04
/// for the average hash at distance 10): a second opinion, not an index. Source: the algorithms of coenm/ImageHash 1.3,
/// which rest on the resizing of ImageSharp 2.1.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class CoenmCompatibleHasher
{
    private const int Side = 8;
    private const int DifferenceWidth = Side + 1;

    /// <summary>All three hashes from color, with the values of CoenM.ImageHash.</summary>
    /// <param name="rgba">
    /// Red, green, blue and opacity of each pixel as the file stores them: not premultiplied, not turned upright, row by row
    /// without gaps; <paramref name="width"/> × <paramref name="height"/> × 4 bytes.
    /// </param>
    /// <param name="width">In pixels as stored, 1 or more.</param>
    /// <param name="height">In pixels as stored, 1 or more.</param>
    /// <param name="exifOrientation">
    /// 1–8, the orientation that the file's EXIF data states; 1, the default, is upright. The pictures cannot be turned
    /// beforehand: the original turns some of them after resizing.
    /// </param>
    /// <returns>The hashes of the upright picture.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1, or an orientation outside 1–8.</exception>
    /// <exception cref="ArgumentException">The number of bytes is not width × height × 4.</exception>
    public static CoenmCompatibleHashes FromRgba(ReadOnlySpan<byte> rgba, int width, int height, int exifOrientation = 1)
    {
        var stored = new RgbaView(rgba, width, height, exifOrientation: 1);
        var upright = new RgbaView(rgba, width, height, exifOrientation);
        Span<byte> small = stackalloc byte[Side * Side];
        Resize(stored, exifOrientation, small, Side);
        var average = AboveMean(small);

        Span<byte> wide = stackalloc byte[DifferenceWidth * Side];
        RgbaResizer.Resize(upright, wide, DifferenceWidth, Side);

        Span<byte> large = stackalloc byte[LowFrequencies.Side * LowFrequencies.Side];
        Resize(stored, exifOrientation, large, LowFrequencies.Side);
        return new(average, BrighterToTheRight(wide), LowFrequencies.Hash(large));
    }

    /// <summary>Average hash: one bit for every pixel of the 8 × 8 picture that is not below the mean.</summary>
    /// <param name="luma">Row by row without gaps; <paramref name="width"/> × <paramref name="height"/> values.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <returns>The hash; the first pixel is the most significant bit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    internal static ulong Average(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<byte> small = stackalloc byte[Side * Side];
        BicubicResizer.Resize(luma, width, height, small, Side, Side);
        return AboveMean(small);
    }

    /// <summary>Difference hash: one bit for every step to the right that gets brighter, in a 9 × 8 picture.</summary>
    /// <inheritdoc cref="Average"/>
    /// <returns>The hash; the first comparison is the most significant bit.</returns>
    internal static ulong Difference(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<byte> small = stackalloc byte[DifferenceWidth * Side];
        BicubicResizer.Resize(luma, width, height, small, DifferenceWidth, Side);
        return BrighterToTheRight(small);
    }

    /// <summary>Perceptual hash: one bit for each of the 8 × 8 lowest frequencies above their median.</summary>
    /// <inheritdoc cref="Average"/>
    /// <returns>The hash; horizontal frequency is the outer index, as in the original.</returns>
    internal static ulong Perceptual(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<byte> small = stackalloc byte[LowFrequencies.Side * LowFrequencies.Side];
        BicubicResizer.Resize(luma, width, height, small, LowFrequencies.Side, LowFrequencies.Side);
        return LowFrequencies.Hash(small);
    }

    /// <summary>Resizes to a square and turns that upright, in the original's order.</summary>
    private static void Resize(RgbaView stored, int exifOrientation, Span<byte> gray, int side)
    {
        Span<byte> turned = stackalloc byte[side * side];
        RgbaResizer.Resize(stored, turned, side, side);
        var rows = new UprightRows(side, side, exifOrientation);
        for (var y = 0; y < side; y++)
        {
            var (index, step) = rows[y];
            for (var x = 0; x < side; x++, index += step)
            {
                gray[(y * side) + x] = turned[index];
            }
        }
    }

    private static ulong AboveMean(ReadOnlySpan<byte> small)
    {
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

    private static ulong BrighterToTheRight(ReadOnlySpan<byte> small)
    {
        var hash = 0UL;
        for (var y = 0; y < Side; y++)
        {
            var row = small.Slice(y * DifferenceWidth, DifferenceWidth);
            for (var x = 0; x < Side; x++)
            {
                hash = (hash << 1) | (row[x] < row[x + 1] ? 1UL : 0UL);
            }
        }

        return hash;
    }
}
