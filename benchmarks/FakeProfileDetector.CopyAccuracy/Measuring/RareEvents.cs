namespace FakeProfileDetector.CopyAccuracy.Measuring;

/// <summary>What few events, or none, say of how often they happen.</summary>
internal static class RareEvents
{
    private const double Doubt = 0.05;

    /// <summary>The greatest expected number of events under which so few are seen in one of twenty cases: 3 for none.</summary>
    internal static double UpperBound(int seen)
    {
        var (low, high) = ((double)seen, seen + (10 * Math.Sqrt(seen + 1)) + 10);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(seen, middle) > Doubt ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Poisson's probability of no more events than that.</summary>
    private static double AtMost(int seen, double expected)
    {
        var term = Math.Exp(-expected);
        var sum = term;
        for (var count = 1; count <= seen; count++)
        {
            term *= expected / count;
            sum += term;
        }

        return sum;
    }
}
