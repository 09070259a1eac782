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
    private const double Tolerance = 20;

    /// <summary>Moves, turns and stretches a placement until the brightness of both agrees best.</summary>
    /// <param name="pair">The thumbnails.</param>
    /// <param name="start">From the reference to the other one.</param>
    /// <returns>The refined placement; the one to start from where no better one was found near it.</returns>
    internal static Affine Refine(ThumbnailPair pair, Affine start)
    {
        Span<double> normal = stackalloc double[Parameters * Parameters];
        Span<double> right = stackalloc double[Parameters];
        Span<double> row = stackalloc double[Parameters];
        var reference = pair.Reference;
        var map = start;
        double gain = 1, bias = 0;
        for (var round = 0; round < Rounds; round++)
        {
            normal.Clear();
            right.Clear();
            var count = 0;
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++)
                {
                    var (u, v) = map.Map(x, y);
                    if (!reference.IsPicture(x, y) || !pair.Other.TrySample(u, v, out var slope))
                    {
                        continue;
                    }

                    count++;
                    var error = reference.Values[(y * Side) + x] - ((gain * slope.Value) + bias);

                    // What does not fit at all is a logo, a frame or a hand: it must not pull the rest away.
                    var weight = 1 / (1 + (error * error / (Tolerance * Tolerance)));
                    var (hx, hy) = (gain * slope.X, gain * slope.Y);
                    row[0] = hx * x;
                    row[1] = hx * y;
                    row[2] = hx;
                    row[3] = hy * x;
                    row[4] = hy * y;
                    row[5] = hy;
                    row[6] = slope.Value;
                    row[7] = 1;
                    for (var i = 0; i < Parameters; i++)
                    {
                        right[i] += weight * row[i] * error;
                        for (var j = i; j < Parameters; j++)
                        {
                            normal[(i * Parameters) + j] += weight * row[i] * row[j];
                        }
                    }
                }
            }

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
