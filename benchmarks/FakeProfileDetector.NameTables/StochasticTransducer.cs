using FakeProfileDetector.Names;

namespace FakeProfileDetector.NameTables;

/// <summary>Estimates how two spellings of one word correspond, symbol by symbol.</summary>
/// <remarks>
/// Ristad and Yianilos, "Learning String-Edit Distance", IEEE TPAMI 20(5), 1998: every alignment of two words is a sequence of
/// pairs of symbols, or of a symbol with nothing; expectation maximization finds the probability of each pair. A weight is the log2
/// of that probability over chance.
/// </remarks>
internal static class StochasticTransducer
{
    private const int Symbols = SoundSymbols.Count;
    private const int Iterations = 12;

    // Pseudo-counts: every pair as often as chance would have it, and every symbol a little with itself.
    private const double ChanceCount = 60;
    private const double IdentityCount = 0.2;

    /// <summary>The weights, in bits; the first index is the first word's symbol, 0 is nothing.</summary>
    internal static double[,] Estimate((byte[] First, byte[] Second)[] pairs)
    {
        var first = Shares(pairs.Select(pair => pair.First));
        var second = Shares(pairs.Select(pair => pair.Second));
        var probabilities = Prior(first, second, identity: 2000);
        for (var i = 0; i < Iterations; i++)
        {
            var counts = Prior(first, second, IdentityCount);
            foreach (var (a, b) in pairs)
            {
                Count(a, b, probabilities, counts);
            }

            probabilities = Normalize(counts);
        }

        var weights = new double[Symbols, Symbols];
        for (var i = 0; i < Symbols; i++)
        {
            for (var j = 0; j < Symbols; j++)
            {
                weights[i, j] = i + j == 0 ? 0 : Math.Log2(probabilities[i, j] / ((i > 0 ? first[i] : 1) * (j > 0 ? second[j] : 1)));
            }
        }

        return weights;
    }

    private static double[] Shares(IEnumerable<byte[]> words)
    {
        var shares = new double[Symbols];
        Array.Fill(shares, 1);
        foreach (var symbol in words.SelectMany(word => word))
        {
            shares[symbol]++;
        }

        var all = shares.Sum();
        return [.. shares.Select(share => share / all)];
    }

    private static double[,] Prior(double[] first, double[] second, double identity)
    {
        var counts = new double[Symbols, Symbols];
        for (var i = 0; i < Symbols; i++)
        {
            for (var j = 0; j < Symbols; j++)
            {
                var chance = (i > 0 ? first[i] : 0.05) * (j > 0 ? second[j] : 0.05);
                counts[i, j] = i + j == 0 ? 0 : (ChanceCount * chance) + (i == j ? identity * first[i] * Symbols : 0);
            }
        }

        return identity > 1 ? Normalize(counts) : counts;
    }

    private static double[,] Normalize(double[,] counts)
    {
        var all = counts.Cast<double>().Sum();
        var shares = new double[Symbols, Symbols];
        for (var i = 0; i < Symbols; i++)
        {
            for (var j = 0; j < Symbols; j++)
            {
                shares[i, j] = counts[i, j] / all;
            }
        }

        return shares;
    }

    /// <summary>Adds how often each pair occurs over all alignments of two words, by the forward-backward algorithm.</summary>
    private static void Count(byte[] a, byte[] b, double[,] probabilities, double[,] counts)
    {
        var forward = new double[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                forward[i, j] = i + j == 0
                    ? 1
                    : (i > 0 ? forward[i - 1, j] * probabilities[a[i - 1], 0] : 0)
                        + (j > 0 ? forward[i, j - 1] * probabilities[0, b[j - 1]] : 0)
                        + (i > 0 && j > 0 ? forward[i - 1, j - 1] * probabilities[a[i - 1], b[j - 1]] : 0);
            }
        }

        var all = forward[a.Length, b.Length];
        if (all <= 0)
        {
            return;
        }

        var backward = new double[a.Length + 2, b.Length + 2];
        for (var i = a.Length; i >= 0; i--)
        {
            for (var j = b.Length; j >= 0; j--)
            {
                var first = i < a.Length ? probabilities[a[i], 0] * backward[i + 1, j] : 0;
                var second = j < b.Length ? probabilities[0, b[j]] * backward[i, j + 1] : 0;
                var both = i < a.Length && j < b.Length ? probabilities[a[i], b[j]] * backward[i + 1, j + 1] : 0;
                backward[i, j] = i == a.Length && j == b.Length ? 1 : first + second + both;
                var reached = forward[i, j] / all;
                if (i < a.Length)
                {
                    counts[a[i], 0] += reached * first;
                }

                if (j < b.Length)
                {
                    counts[0, b[j]] += reached * second;
                }

                if (i < a.Length && j < b.Length)
                {
                    counts[a[i], b[j]] += reached * both;
                }
            }
        }
    }
}
