namespace FakeProfileDetector.Evaluation;

/// <summary>One labeled case: what a detector said of it, and what is true.</summary>
/// <param name="score">The detector's score; higher speaks for the positive class. A probability where calibration is measured.</param>
/// <param name="isPositive">Whether the case is of the class that the detector looks for, such as fake.</param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct ScoredLabel(double score, bool isPositive)
{
    /// <summary>The detector's score; higher speaks for the positive class.</summary>
    public double Score { get; } = score;

    /// <summary>Whether the case is of the class that the detector looks for.</summary>
    public bool IsPositive { get; } = isPositive;
}
