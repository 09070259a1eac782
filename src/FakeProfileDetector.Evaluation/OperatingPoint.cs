namespace FakeProfileDetector.Evaluation;

/// <summary>What comes of flagging every case whose score reaches a threshold.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct OperatingPoint
{
    internal OperatingPoint(double threshold, ConfusionCounts counts)
    {
        Threshold = threshold;
        Counts = counts;
    }

    /// <summary>The lowest score that is flagged; positive infinity flags nothing.</summary>
    public double Threshold { get; }

    /// <summary>The calls against the truth.</summary>
    public ConfusionCounts Counts { get; }
}
