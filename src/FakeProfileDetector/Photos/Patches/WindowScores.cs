using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Normalized cross-correlations of two aligned thumbnails in small windows, place by place.</summary>
/// <remarks>Scores run from −1 to 1; they are not numbers where a window leaves what both pictures show, and where neither shows anything.</remarks>
internal static class WindowScores
{
    private const int Side = PatchThumbnail.Side;

    // In steps of luma: flatter windows are backdrop and agree with any other.
    private const double MinimumDeviation = 3;

    // Of both pictures, of their squares and of their product.
    private const int Sums = 5;

    // In squared steps of luma: what rounding and JPEG make of a flat window.
    private const double Noise = 2.25;

    /// <summary>Lays one thumbnail over the other.</summary>
    /// <param name="pair">The thumbnails.</param>
    /// <param name="map">From the reference to the other one.</param>
    /// <param name="warped">Receives the other one in the reference's pixels; not a number where only one of both is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Warp(ThumbnailPair pair, Affine map, Span<float> warped)
    {
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x += Vector256<float>.Count)
            {
                var isCommon = pair.TrySample(map, x, y, out _, out var slopes);
                Vector256.ConditionalSelect(isCommon, slopes.Value, Vector256.Create(float.NaN)).CopyTo(warped[((y * Side) + x)..]);
            }
        }
    }

    /// <summary>Compares all windows of one size.</summary>
    /// <param name="reference">The reference's samples.</param>
    /// <param name="warped">The other one's, laid over them.</param>
    /// <param name="window">Side of the windows, an odd number of samples.</param>
    /// <param name="scores">Receives a score at the middle of each window.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Compare(ReadOnlySpan<float> reference, ReadOnlySpan<float> warped, int window, Span<float> scores)
    {
        scores.Fill(float.NaN);
        Span<double> columns = stackalloc double[Sums * Side];
        var reach = window / 2;
        for (var y = reach; y < Side - reach; y++)
        {
            AddUp(reference, warped, y - reach, window, columns);
            var row = scores.Slice((y * Side) + reach, Side - (2 * reach));
            var x = 0;
            for (; x <= row.Length - Vector256<double>.Count; x += Vector256<double>.Count)
            {
                Score(columns, x, window).CopyTo(row[x..]);
            }

            if (x < row.Length)
            {
                // The last four end with the row.
                x = row.Length - Vector256<double>.Count;
                Score(columns, x, window).CopyTo(row[x..]);
            }
        }
    }

    /// <summary>Sums of each column, as many rows as a window has: of both pictures, of their squares and of their product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddUp(ReadOnlySpan<float> reference, ReadOnlySpan<float> warped, int first, int window, Span<double> columns)
    {
        columns.Clear();
        for (var y = first; y < first + window; y++)
        {
            for (var x = 0; x < Side; x += Vector128<float>.Count)
            {
                var p = Vector128.Create(reference.Slice((y * Side) + x, Vector128<float>.Count));
                var q = Vector128.Create(warped.Slice((y * Side) + x, Vector128<float>.Count));
                Add(p, columns[x..]);
                Add(q, columns[(Side + x)..]);
                Add(p * p, columns[((2 * Side) + x)..]);
                Add(q * q, columns[((3 * Side) + x)..]);
                Add(p * q, columns[((4 * Side) + x)..]);
            }
        }

        static void Add(Vector128<float> values, Span<double> sums) =>
            (Vector256.Create<double>(sums) + Vector256.WidenLower(values.ToVector256Unsafe())).CopyTo(sums);
    }

    /// <summary>The scores of four windows side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Score(ReadOnlySpan<double> columns, int first, int window)
    {
        var (sumA, sumB, sumAA, sumBB, sumAB) =
            (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var x = first; x < first + window; x++)
        {
            sumA += Vector256.Create(columns[x..]);
            sumB += Vector256.Create(columns[(Side + x)..]);
            sumAA += Vector256.Create(columns[((2 * Side) + x)..]);
            sumBB += Vector256.Create(columns[((3 * Side) + x)..]);
            sumAB += Vector256.Create(columns[((4 * Side) + x)..]);
        }

        var count = Vector256.Create((double)(window * window));
        var varianceA = (sumAA - (sumA * sumA / count)) / count;
        var varianceB = (sumBB - (sumB * sumB / count)) / count;
        var covariance = (sumAB - (sumA * sumB / count)) / count;

        // A sum with a sample beyond the rim is no number, and so is what comes of it.
        var least = Vector256.Create(MinimumDeviation * MinimumDeviation);
        var isPlain = Vector256.LessThan(varianceA, least) & Vector256.LessThan(varianceB, least);
        var score = covariance / Vector256.Sqrt(Vector256.MaxNative(varianceA, Vector256.Create(Noise)) * Vector256.MaxNative(varianceB, Vector256.Create(Noise)));
        score = Vector256.ConditionalSelect(isPlain, Vector256.Create(double.NaN), score);
        return Vector256.Narrow(score, score).GetLower();
    }
}
