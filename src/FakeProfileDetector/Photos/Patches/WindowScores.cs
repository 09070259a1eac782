namespace FakeProfileDetector.Photos.Patches;

/// <summary>Normalized cross-correlations of two aligned thumbnails in small windows, place by place.</summary>
/// <remarks>Scores run from −1 to 1; they are not numbers where a window leaves what both pictures show, and where neither shows anything.</remarks>
internal static class WindowScores
{
    private const int Side = PatchThumbnail.Side;

    // In steps of luma: flatter windows are backdrop and agree with any other.
    private const double MinimumDeviation = 3;

    // In squared steps of luma: what rounding and JPEG make of a flat window.
    private const double Noise = 2.25;

    /// <summary>Lays one thumbnail over the other.</summary>
    /// <param name="pair">The thumbnails.</param>
    /// <param name="map">From the reference to the other one.</param>
    /// <param name="warped">Receives the other one in the reference's pixels; not a number where only one of both is.</param>
    internal static void Warp(ThumbnailPair pair, Affine map, Span<float> warped)
    {
        var reference = pair.Reference;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (u, v) = map.Map(x, y);
                var isCommon = reference.IsPicture(x, y) & pair.Other.TrySample(u, v, out var slope);
                warped[(y * Side) + x] = isCommon ? slope.Value : float.NaN;
            }
        }
    }

    /// <summary>Compares all windows of one size.</summary>
    /// <param name="reference">The reference's samples.</param>
    /// <param name="warped">The other one's, laid over them.</param>
    /// <param name="window">Side of the windows, an odd number of samples.</param>
    /// <param name="scores">Receives a score at the middle of each window.</param>
    internal static void Compare(ReadOnlySpan<float> reference, ReadOnlySpan<float> warped, int window, Span<float> scores)
    {
        scores.Fill(float.NaN);
        var reach = window / 2;
        for (var y = reach; y < Side - reach; y++)
        {
            for (var x = reach; x < Side - reach; x++)
            {
                scores[(y * Side) + x] = Score(reference, warped, ((y - reach) * Side) + x - reach, window);
            }
        }
    }

    private static float Score(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int first, int window)
    {
        double sumA = 0, sumB = 0, sumAA = 0, sumBB = 0, sumAB = 0;
        for (var y = 0; y < window; y++)
        {
            for (var x = 0; x < window; x++)
            {
                var (p, q) = (a[first + (y * Side) + x], b[first + (y * Side) + x]);
                sumA += p;
                sumB += q;
                sumAA += p * p;
                sumBB += q * q;
                sumAB += p * q;
            }
        }

        double count = window * window;
        var (varianceA, varianceB) = ((sumAA - (sumA * sumA / count)) / count, (sumBB - (sumB * sumB / count)) / count);
        const double least = MinimumDeviation * MinimumDeviation;
        if (double.IsNaN(sumB) || (varianceA < least && varianceB < least))
        {
            return float.NaN;
        }

        var covariance = (sumAB - (sumA * sumB / count)) / count;
        return (float)(covariance / Math.Sqrt(Math.Max(varianceA, Noise) * Math.Max(varianceB, Noise)));
    }
}
