namespace FakeProfileDetector.Evaluation;

/// <summary>What a case of each class counts, so that all together count 1 and the positives as much as their prevalence.</summary>
internal readonly record struct ClassWeights(double Positive, double Negative)
{
    internal static ClassWeights For(ScoredLabel[] cases, double? prevalence)
    {
        if (prevalence is not { } share)
        {
            return new(1.0 / cases.Length, 1.0 / cases.Length);
        }

        ConfusionCounts.ThrowIfNoPrevalence(share);
        var positives = cases.Count(item => item.IsPositive);
        return positives > 0 && positives < cases.Length
            ? new(share / positives, (1 - share) / (cases.Length - positives))
            : throw new ArgumentException("Cases of both classes are needed to weigh them for a prevalence.", nameof(cases));
    }

    internal double Of(ScoredLabel item) => item.IsPositive ? Positive : Negative;

    internal ReliabilityBin Summarize(ArraySegment<ScoredLabel> bin)
    {
        var weights = this;
        var mass = bin.Sum(weights.Of);
        var observed = new Proportion(bin.Count(item => item.IsPositive), bin.Count).Share!.Value;
        return new()
        {
            Lowest = bin[0].Score,
            Highest = bin[^1].Score,
            Mean = bin.Sum(item => weights.Of(item) * item.Score) / mass,
            Observed = new(weights.Reweigh(observed.Value), weights.Reweigh(observed.Lower), weights.Reweigh(observed.Upper)),
            Count = bin.Count,
            Mass = mass,
        };
    }

    /// <summary>A share by count as a share by weight; it keeps order, so the ends of an interval stay its ends.</summary>
    private double Reweigh(double share) => share * Positive / ((share * Positive) + ((1 - share) * Negative));
}
