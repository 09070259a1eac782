using System.Collections.Immutable;

namespace FakeProfileDetector.Evaluation;

/// <summary>Whether probabilities come true as often as they say.</summary>
/// <remarks>
/// Bins hold about equally many cases, so that each observed share rests on as much data as the next; equal probabilities
/// are never parted, so there may be fewer bins than asked for. With few cases the expected calibration error is above 0
/// even for perfect probabilities. Sources: G. W. Brier, Monthly Weather Review 78(1), 1950; M. P. Naeini et al., "Obtaining
/// well calibrated probabilities using Bayesian binning", AAAI 2015.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ReliabilityTable
{
    /// <summary>Bins unless told otherwise: 10.</summary>
    public const int DefaultBins = 10;

    // Masses are sums of fractions: a share that is met but for rounding is met.
    private const double Rounding = 1e-9;

    private ReliabilityTable(ImmutableArray<ReliabilityBin> bins, double? brierScore, double? prevalence)
    {
        Bins = bins;
        BrierScore = brierScore;
        Prevalence = prevalence;
    }

    /// <summary>The bins, by rising probability; none where there is no case.</summary>
    public ImmutableArray<ReliabilityBin> Bins { get; }

    /// <summary>The mean squared difference between probability and truth, 0 (perfect) to 1; null where there is no case.</summary>
    public double? BrierScore { get; }

    /// <summary>The share of positives at which this was measured; null where there is no case.</summary>
    public double? Prevalence { get; }

    /// <summary>The mean distance between claimed and observed share over the bins, by mass, 0 to 1; null where there is no case.</summary>
    public double? ExpectedCalibrationError =>
        Bins.IsEmpty ? null : Bins.Sum(bin => bin.Mass * Math.Abs(bin.Mean - bin.Observed.Value));

    /// <summary>Measures probabilities against the truth.</summary>
    /// <param name="cases">The cases, in any order; none is allowed.</param>
    /// <param name="bins">The maximum number of bins, 1 or more.</param>
    /// <param name="prevalence">
    /// The share of positives for which to measure, between 0 and 1, exclusive; null for that of the cases. Cases of the two
    /// classes are then weighted as if they came in these shares; the probabilities stay as they are.
    /// </param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">The cases are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer bins than one, or a prevalence that is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">A score is no probability, or cases are to be re-weighted and a class is absent.</exception>
    public static ReliabilityTable From(IEnumerable<ScoredLabel> cases, int bins = DefaultBins, double? prevalence = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var sorted = cases.ToArray();
        if (!sorted.All(item => item.Score is >= 0 and <= 1))
        {
            throw new ArgumentException("A score is no probability between 0 and 1.", nameof(cases));
        }

        if (sorted.Length == 0)
        {
            return new([], null, null);
        }

        Array.Sort(sorted, static (a, b) => a.Score.CompareTo(b.Score));
        var weights = ClassWeights.For(sorted, prevalence);
        var groups = Part(sorted, weights, bins);
        return new(
            [.. groups.Select(weights.Summarize)],
            sorted.Sum(item => weights.Of(item) * Square(item.Score - (item.IsPositive ? 1 : 0))),
            sorted.Sum(item => item.IsPositive ? weights.Positive : 0));
    }

    /// <summary>
    /// Parts sorted cases into runs between different probabilities, each of its part of the mass that is left: a long run
    /// of equal ones leaves the others their share.
    /// </summary>
    private static List<ArraySegment<ScoredLabel>> Part(ScoredLabel[] sorted, ClassWeights weights, int bins)
    {
        var groups = new List<ArraySegment<ScoredLabel>>();
        var (begin, mass, left) = (0, 0.0, 1.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            mass += weights.Of(sorted[i]);
            var isLast = i + 1 == sorted.Length;
            if (isLast || (sorted[i + 1].Score > sorted[i].Score && mass * (bins - groups.Count) >= left - Rounding))
            {
                groups.Add(new(sorted, begin, i + 1 - begin));
                (begin, mass, left) = (i + 1, 0, left - mass);
            }
        }

        return groups;
    }

    private static double Square(double value) => value * value;
}
