using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Refines a placement by least squares over the pixels of both thumbnails.</summary>
internal static class ThumbnailRefinement
{
    private const int Side = PatchThumbnail.Side;
    private const int Rounds = 12;

    // Six of an affine map, gain and bias of the brightness.
    private const int Parameters = 8;
    private const int SamplesPerParameter = 4;

    // In pixels of the thumbnail, over its whole side.
    private const double SmallestStep = 0.01;

    // In steps of luma: a pixel that is off by so much counts half.
    private const float Tolerance = 20;

    // The parameters and, behind them, the error.
    private const int Columns = Parameters + 1;
    private const int RowsPerSum = 4;

    /// <summary>Moves, turns and stretches a placement until the brightness of both agrees best.</summary>
    /// <param name="pair">The thumbnails.</param>
    /// <param name="start">From the reference to the other one.</param>
    /// <returns>The refined placement; the one to start from where no better one was found near it.</returns>
    internal static Affine Refine(ThumbnailPair pair, Affine start)
    {
        Span<double> normal = stackalloc double[Parameters * Parameters];
        Span<double> right = stackalloc double[Parameters];
        var map = start;
        double gain = 1, bias = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var count = Sum(pair, map, (float)gain, (float)bias, normal, right);
            if (count < SamplesPerParameter * Parameters || !TrySolve(normal, right))
            {
                return start;
            }

            map = new(map.A + right[0], map.B + right[1], map.X + right[2], map.C + right[3], map.D + right[4], map.Y + right[5]);
            (gain, bias) = (gain + right[6], bias + right[7]);
            if (Math.Abs(right[2]) + Math.Abs(right[5]) + (Side * (Math.Abs(right[0]) + Math.Abs(right[4]))) < SmallestStep)
            {
                break;
            }
        }

        return IsNear(start, map) ? map : start;
    }

    /// <summary>Sums the normal equations of one step up, eight samples at a time and in the same order on every machine.</summary>
    /// <returns>How many samples both show.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Sum(ThumbnailPair pair, Affine map, float gain, float bias, Span<double> normal, Span<double> right)
    {
        Span<Vector256<float>> sums = stackalloc Vector256<float>[Parameters * Columns];
        Span<Vector256<float>> row = stackalloc Vector256<float>[Columns];
        normal.Clear();
        right.Clear();
        sums.Clear();
        var count = 0;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x += Vector256<float>.Count)
            {
                var isCommon = pair.TrySample(map, x, y, out var xs, out var slope);
                if (isCommon == Vector256<float>.Zero)
                {
                    continue;
                }

                count += BitOperations.PopCount(isCommon.ExtractMostSignificantBits());
                var error = pair.Reference.Eight(x, y) - ((gain * slope.Value) + Vector256.Create(bias));

                // What does not fit at all is a logo, a frame or a hand: it must not pull the rest away.
                var weight = isCommon & (Vector256<float>.One / (Vector256<float>.One + (error * error / Vector256.Create(Tolerance * Tolerance))));
                var (hx, hy) = (gain * slope.X, gain * slope.Y);
                (row[0], row[1], row[2]) = (hx * xs, hx * y, hx);
                (row[3], row[4], row[5]) = (hy * xs, hy * y, hy);
                (row[6], row[7], row[8]) = (slope.Value, Vector256<float>.One, error);
                AddProducts(weight, row, sums);
            }

            // Single precision holds for a few rows.
            if (y % RowsPerSum == RowsPerSum - 1)
            {
                Flush(sums, normal, right);
            }
        }

        return count;
    }

    /// <summary>Adds the products of one row with itself. What lies below the diagonal is the same again: of the lower rows its first half is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProducts(Vector256<float> weight, ReadOnlySpan<Vector256<float>> row, Span<Vector256<float>> sums)
    {
        const int half = Parameters / 2;
        for (var i = 0; i < half; i++)
        {
            var factor = weight * row[i];
            AddFirstHalf(factor, row, sums.Slice(i * Columns, half));
            AddSecondHalf(factor, row[half..], sums.Slice((i * Columns) + half, Columns - half));
        }

        for (var i = half; i < Parameters; i++)
        {
            AddSecondHalf(weight * row[i], row[half..], sums.Slice((i * Columns) + half, Columns - half));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void AddFirstHalf(Vector256<float> factor, ReadOnlySpan<Vector256<float>> row, Span<Vector256<float>> sums)
        {
            sums[0] += factor * row[0];
            sums[1] += factor * row[1];
            sums[2] += factor * row[2];
            sums[3] += factor * row[3];
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void AddSecondHalf(Vector256<float> factor, ReadOnlySpan<Vector256<float>> row, Span<Vector256<float>> sums)
        {
            sums[0] += factor * row[0];
            sums[1] += factor * row[1];
            sums[2] += factor * row[2];
            sums[3] += factor * row[3];
            sums[4] += factor * row[4];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Flush(Span<Vector256<float>> sums, Span<double> normal, Span<double> right)
    {
        for (var i = 0; i < Parameters; i++)
        {
            for (var j = i; j < Parameters; j++)
            {
                normal[(i * Parameters) + j] += Total(sums[(i * Columns) + j]);
            }

            right[i] += Total(sums[(i * Columns) + Parameters]);
        }

        sums.Clear();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static double Total(Vector256<float> lanes)
        {
            var (low, high) = Vector256.Widen(lanes);
            var four = low + high;
            return (four[0] + four[1]) + (four[2] + four[3]);
        }
    }

    /// <summary>Whether no corner moved by more than a third of a side: a refinement that goes further has found something else.</summary>
    private static bool IsNear(Affine start, Affine refined)
    {
        var change = 0.0;
        foreach (var (x, y) in ((double, double)[])[(0, 0), (Side - 1, 0), (0, Side - 1), (Side - 1, Side - 1)])
        {
            var ((u, v), (s, t)) = (start.Map(x, y), refined.Map(x, y));
            change = Math.Max(change, Math.Abs(u - s) + Math.Abs(v - t));
        }

        return double.IsFinite(change) && change < Side / 3.0 * Math.Sqrt(Math.Abs(start.Determinant));
    }

    /// <summary>Solves the symmetric system whose upper half is given, by elimination; the solution takes the place of the right side.</summary>
    private static bool TrySolve(Span<double> matrix, Span<double> right)
    {
        for (var i = 0; i < Parameters; i++)
        {
            matrix[(i * Parameters) + i] += 1e-6 * matrix[(i * Parameters) + i] + 1e-9;
            for (var j = 0; j < i; j++)
            {
                matrix[(i * Parameters) + j] = matrix[(j * Parameters) + i];
            }
        }

        for (var i = 0; i < Parameters; i++)
        {
            var pivot = matrix[(i * Parameters) + i];
            if (!(Math.Abs(pivot) > 1e-9))
            {
                return false;
            }

            for (var j = i + 1; j < Parameters; j++)
            {
                var factor = matrix[(j * Parameters) + i] / pivot;
                for (var k = i; k < Parameters; k++)
                {
                    matrix[(j * Parameters) + k] -= factor * matrix[(i * Parameters) + k];
                }

                right[j] -= factor * right[i];
            }
        }

        for (var i = Parameters - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Parameters; k++)
            {
                right[i] -= matrix[(i * Parameters) + k] * right[k];
            }

            right[i] /= matrix[(i * Parameters) + i];
        }

        return true;
    }
}
