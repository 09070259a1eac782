namespace FakeProfileDetector.Photos.Patches;

/// <summary>Compares two thumbnails place by place, by normalized cross-correlation in small windows.</summary>
internal static class ThumbnailCorrelation
{
    private const int Side = PatchThumbnail.Side;
    private const int Window = 5;
    private const int MinimumWindows = 16;

    // In steps of luma: flatter windows are backdrop and agree with any other.
    private const double MinimumDeviation = 3;

    /// <summary>The median over all windows that show something in either.</summary>
    /// <param name="pair">The thumbnails.</param>
    /// <param name="map">From the reference to the other one.</param>
    /// <returns>−1 to 1; null where too few windows show anything.</returns>
    internal static double? Median(ThumbnailPair pair, Affine map)
    {
        var reference = pair.Reference;
        Span<float> warped = stackalloc float[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (u, v) = map.Map(x, y);
                var isCommon = reference.IsPicture(x, y) & pair.Other.TrySample(u, v, out var slope);
                warped[(y * Side) + x] = isCommon ? slope.Value : float.NaN;
            }
        }

        const int places = Side - Window + 1;
        Span<double> correlations = stackalloc double[places * places];
        var count = 0;
        for (var y = 0; y <= Side - Window; y++)
        {
            for (var x = 0; x <= Side - Window; x++)
            {
                if (Correlation(reference.Values, warped, (y * Side) + x) is { } correlation)
                {
                    correlations[count++] = correlation;
                }
            }
        }

        correlations = correlations[..count];
        correlations.Sort();
        return count < MinimumWindows ? null : correlations[count / 2];
    }

    private static double? Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int first)
    {
        double sumA = 0, sumB = 0, sumAA = 0, sumBB = 0, sumAB = 0;
        for (var y = 0; y < Window; y++)
        {
            for (var x = 0; x < Window; x++)
            {
                var (p, q) = (a[first + (y * Side) + x], b[first + (y * Side) + x]);
                sumA += p;
                sumB += q;
                sumAA += p * p;
                sumBB += q * q;
                sumAB += p * q;
            }
        }

        if (double.IsNaN(sumB))
        {
            return null;
        }

        const int count = Window * Window;
        var (varianceA, varianceB) = (sumAA - (sumA * sumA / count), sumBB - (sumB * sumB / count));
        const double least = MinimumDeviation * MinimumDeviation * count;
        return varianceA < least && varianceB < least
            ? null
            : (sumAB - (sumA * sumB / count)) / Math.Sqrt(Math.Max(varianceA, 1) * Math.Max(varianceB, 1));
    }
}
