using System.Numerics;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Benchmarks.Shared.Hashes;

/// <summary>Which bits of a set of hashes go together: bit i is set when mean i + the sum of its loadings × factors + noise is above 0.</summary>
/// <remarks>
/// Factors and noise are normal, and each bit's sum has variance 1. The correlation under two bits is sin(π/2 × their
/// own), as for normal values cut at the middle (Sheppard, 1899). Eigenvalues that as few hashes show by chance are dropped
/// and the rest reduced by what chance adds (Benaych-Georges and Nadakuditi, 2011): otherwise the model is more uneven than photos.
/// </remarks>
internal sealed class FactorModel
{
    /// <summary>Bits in a hash.</summary>
    internal const int Bits = PhotoHash.BitCount;

    /// <summary>Most factors that a model has.</summary>
    internal const int MaximumFactors = 48;

    /// <summary>Columns between a bit and the one whose noise it takes over.</summary>
    internal const int EchoDistance = 2;

    // Factors leave this much of a bit's variance to noise, so that no bit depends on the others alone.
    private const float LargestCommunality = 0.95f;
    private const int RoundsOfCommunalities = 6;
    private const int FirstIterations = 120;
    private const int LaterIterations = 20;

    private FactorModel(float[] means, float[] loadings, float[] noise, float echo) =>
        (Means, Loadings, Noise, Echo) = (means, loadings, noise, echo);

    /// <summary>How far above zero each bit lies without factors and noise.</summary>
    internal float[] Means { get; }

    /// <summary>Loadings, 256 a factor.</summary>
    internal float[] Loadings { get; }

    /// <summary>Standard deviation of each bit's own noise.</summary>
    internal float[] Noise { get; }

    /// <summary>Part of the noise two columns before that a bit's noise takes over.</summary>
    internal float Echo { get; }

    /// <summary>Factors that stand out from chance.</summary>
    internal int Factors => Loadings.Length / Bits;

    /// <summary>Fits a model to hashes of different photos.</summary>
    internal static FactorModel Fit(ReadOnlySpan<PhotoHash> hashes)
    {
        var columns = Columns(hashes);
        var count = hashes.Length;
        var ones = Array.ConvertAll(columns, column => CommonOnes(column, column));
        var correlations = Correlations(columns, ones, count);
        // Even and odd columns fall apart into two models of half the size, and so with less chance.
        var loadings = Factorize(correlations, chance: Math.PI / 2 * Math.Sqrt(Bits / 2.0 / count));
        var noise = new float[Bits];
        for (var bit = 0; bit < Bits; bit++)
        {
            noise[bit] = MathF.Sqrt(1 - Communality(loadings, bit));
        }

        return new([.. ones.Select(set => (float)NormalQuantile((set + 0.5) / (count + 1)))], loadings, noise, FitEcho(correlations, loadings, noise));
    }

    /// <summary>Bit by bit, the hashes that have it.</summary>
    private static ulong[][] Columns(ReadOnlySpan<PhotoHash> hashes)
    {
        var columns = new ulong[Bits][];
        for (var bit = 0; bit < Bits; bit++)
        {
            columns[bit] = new ulong[(hashes.Length + 63) / 64];
            for (var i = 0; i < hashes.Length; i++)
            {
                columns[bit][i / 64] |= (hashes[i].GetBit(bit) ? 1UL : 0) << i;
            }
        }

        return columns;
    }

    private static int CommonOnes(ulong[] left, ulong[] right) => left.Zip(right, (a, b) => BitOperations.PopCount(a & b)).Sum();

    private static float[][] Correlations(ulong[][] columns, int[] ones, int count)
    {
        var result = Array.ConvertAll(columns, _ => new float[Bits]);
        for (var i = 0; i < Bits; i++)
        {
            for (var j = i % 2; j < i; j += 2)
            {
                var covariance = ((double)CommonOnes(columns[i], columns[j]) * count) - ((double)ones[i] * ones[j]);
                var variances = (double)ones[i] * (count - ones[i]) * ones[j] * (count - ones[j]);
                result[i][j] = variances > 0 ? (float)Math.Sin(Math.PI / 2 * covariance / Math.Sqrt(variances)) : 0;
                result[j][i] = result[i][j];
            }
        }

        return result;
    }

    /// <summary>Principal factors: eigenvectors of the correlations with, on the diagonal, what the factors explain.</summary>
    private static float[] Factorize(float[][] correlations, double chance)
    {
        var vectors = FirstVectors();
        float[] loadings = [];
        for (var round = 0; round < RoundsOfCommunalities; round++)
        {
            // Eigenvalues of chance are as far below zero as above: this moves the lowest ones out of the way.
            var values = Iterate(correlations, vectors, (float)(2 * chance), round == 0 ? FirstIterations : LaterIterations);
            loadings = [.. vectors.Zip(values).SelectMany(pair => Scale(pair.First, Reduce(pair.Second, chance)))];
            for (var bit = 0; bit < Bits; bit++)
            {
                Limit(loadings, bit);
                correlations[bit][bit] = Communality(loadings, bit);
            }
        }

        return loadings;
    }

    /// <summary>What the factors leave between bits two columns apart, on average, as a moving average of noise.</summary>
    private static float FitEcho(float[][] correlations, float[] loadings, float[] noise)
    {
        double common = 0, variance = 0;
        for (var bit = 0; bit < Bits; bit++)
        {
            if (bit % 16 < EchoDistance)
            {
                continue;
            }

            var other = bit - EchoDistance;
            common += correlations[bit][other];
            for (var at = bit; at < loadings.Length; at += Bits)
            {
                common -= loadings[at] * loadings[at - EchoDistance];
            }

            variance += noise[bit] * noise[other];
        }

        // A share s gives neighbors the correlation s / (1 + s²), which is at most a half.
        var correlation = Math.Clamp(common / variance, -0.49, 0.49);
        return correlation == 0 ? 0 : (float)((1 - Math.Sqrt(1 - (4 * correlation * correlation))) / (2 * correlation));
    }

    private static float[][] FirstVectors()
    {
        var random = new Random(1);
        var vectors = new float[MaximumFactors][];
        for (var k = 0; k < MaximumFactors; k++)
        {
            vectors[k] = [.. Enumerable.Range(0, Bits).Select(_ => random.NextSingle() - 0.5f)];
        }

        return vectors;
    }

    /// <summary>Subspace iteration; leaves orthonormal vectors and returns their eigenvalues.</summary>
    private static double[] Iterate(float[][] matrix, float[][] vectors, float shift, int iterations)
    {
        var values = new double[vectors.Length];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            for (var k = 0; k < vectors.Length; k++)
            {
                var old = vectors[k];
                vectors[k] = [.. matrix.Select((row, bit) => Dot(row, old) + (shift * old[bit]))];
            }

            for (var k = 0; k < vectors.Length; k++)
            {
                for (var before = 0; before < k; before++)
                {
                    AddScaled(vectors[k], vectors[before], -Dot(vectors[k], vectors[before]));
                }

                var length = MathF.Sqrt(Dot(vectors[k], vectors[k]));
                values[k] = length - shift;
                AddScaled(vectors[k], vectors[k], (1 / length) - 1);
            }
        }

        return values;
    }

    /// <summary>The eigenvalue without what chance adds to it; 0 when chance explains it.</summary>
    private static double Reduce(double value, double chance) =>
        value > 2 * chance ? (value + Math.Sqrt((value * value) - (4 * chance * chance))) / 2 : 0;

    private static float[] Scale(float[] vector, double variance) =>
        variance > 0 ? Array.ConvertAll(vector, value => value * (float)Math.Sqrt(variance)) : [];

    private static void Limit(float[] loadings, int bit)
    {
        var communality = Communality(loadings, bit);
        for (var at = bit; at < loadings.Length && communality > LargestCommunality; at += Bits)
        {
            loadings[at] *= MathF.Sqrt(LargestCommunality / communality);
        }
    }

    private static float Communality(float[] loadings, int bit)
    {
        var sum = 0f;
        for (var at = bit; at < loadings.Length; at += Bits)
        {
            sum += loadings[at] * loadings[at];
        }

        return sum;
    }

    private static float Dot(float[] left, float[] right)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < Bits; i += Vector<float>.Count)
        {
            sum += new Vector<float>(left, i) * new Vector<float>(right, i);
        }

        return Vector.Sum(sum);
    }

    private static void AddScaled(float[] target, float[] other, float factor)
    {
        for (var i = 0; i < Bits; i++)
        {
            target[i] += other[i] * factor;
        }
    }

    /// <summary>Where the normal distribution has this much to its left, within 0.0005 (Abramowitz and Stegun 26.2.23).</summary>
    private static double NormalQuantile(double probability)
    {
        var t = Math.Sqrt(-2 * Math.Log(Math.Min(probability, 1 - probability)));
        var distance = t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
        return probability < 0.5 ? -distance : distance;
    }
}
