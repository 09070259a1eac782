namespace FakeProfileDetector.Evaluation;

/// <summary>A detector's calls against the truth.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct ConfusionCounts
{
    /// <summary>States the four counts.</summary>
    /// <param name="truePositives">Positive cases that were flagged, 0 or more.</param>
    /// <param name="falsePositives">Negative cases that were flagged, 0 or more.</param>
    /// <param name="trueNegatives">Negative cases that were not flagged, 0 or more.</param>
    /// <param name="falseNegatives">Positive cases that were missed, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ConfusionCounts(int truePositives, int falsePositives, int trueNegatives, int falseNegatives)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(truePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(falsePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(trueNegatives);
        ArgumentOutOfRangeException.ThrowIfNegative(falseNegatives);
        TruePositives = truePositives;
        FalsePositives = falsePositives;
        TrueNegatives = trueNegatives;
        FalseNegatives = falseNegatives;
    }

    /// <summary>Positive cases that were flagged.</summary>
    public int TruePositives { get; }

    /// <summary>Negative cases that were flagged: the false accusations.</summary>
    public int FalsePositives { get; }

    /// <summary>Negative cases that were not flagged.</summary>
    public int TrueNegatives { get; }

    /// <summary>Positive cases that were missed.</summary>
    public int FalseNegatives { get; }

    /// <summary>The share of flagged cases that are positive. It holds at the prevalence of these cases only.</summary>
    public Proportion Precision => new(TruePositives, TruePositives + FalsePositives);

    /// <summary>The share of positive cases that are flagged; also called sensitivity or true-positive rate.</summary>
    public Proportion Recall => new(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The share of negative cases that are flagged.</summary>
    public Proportion FalsePositiveRate => new(FalsePositives, FalsePositives + TrueNegatives);

    /// <summary>
    /// The precision to expect where positives are as common as stated: Bayes' theorem on recall and false-positive rate.
    /// </summary>
    /// <param name="prevalence">The share of positives among those who are checked, between 0 and 1, exclusive.</param>
    /// <returns>
    /// The precision; null where a class is absent or nothing is flagged. The interval is conservative: it puts each of the
    /// two rates at an end of its own 97.5 % interval, so that both hold in 95 % of cases (Bonferroni).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The prevalence is not between 0 and 1.</exception>
    public Estimate? PrecisionAt(double prevalence)
    {
        ThrowIfNoPrevalence(prevalence);
        return (Recall.Within(Proportion.Z97Point5), FalsePositiveRate.Within(Proportion.Z97Point5)) is ({ } hit, { } alarm)
            && TruePositives + FalsePositives > 0
            ? new(Bayes(hit.Value, alarm.Value), Bayes(hit.Lower, alarm.Upper), Bayes(hit.Upper, alarm.Lower))
            : null;

        double Bayes(double recall, double falseAlarms) =>
            recall * prevalence / ((recall * prevalence) + (falseAlarms * (1 - prevalence)));
    }

    internal static void ThrowIfNoPrevalence(double prevalence)
    {
        if (!(prevalence > 0 && prevalence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(prevalence), prevalence, "A prevalence must lie between 0 and 1, exclusive.");
        }
    }
}
