namespace FakeProfileDetector.Evaluation;

/// <summary>Cases of like probability: what was said of them, and what they were.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ReliabilityBin
{
    internal ReliabilityBin()
    {
    }

    /// <summary>The lowest probability in the bin, 0 to 1.</summary>
    public double Lowest { get; internal init; }

    /// <summary>The highest probability in the bin, 0 to 1.</summary>
    public double Highest { get; internal init; }

    /// <summary>The mean probability, 0 to 1: the share of positives that the detector claims.</summary>
    public double Mean { get; internal init; }

    /// <summary>The share of positives in fact, with its 95 % interval.</summary>
    public Estimate Observed { get; internal init; }

    /// <summary>Cases in the bin, 1 or more.</summary>
    public int Count { get; internal init; }

    /// <summary>The bin's part of all cases, 0 to 1; with re-weighting, of their weights.</summary>
    public double Mass { get; internal init; }
}
