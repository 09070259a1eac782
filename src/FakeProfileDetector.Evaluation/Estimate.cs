namespace FakeProfileDetector.Evaluation;

/// <summary>A measured value with its 95 % interval.</summary>
/// <param name="value">The value measured.</param>
/// <param name="lower">The lower end of the interval, inclusive.</param>
/// <param name="upper">The upper end of the interval, inclusive.</param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct Estimate(double value, double lower, double upper)
{
    /// <summary>The value measured.</summary>
    public double Value { get; } = value;

    /// <summary>The lower end of the interval, inclusive.</summary>
    public double Lower { get; } = lower;

    /// <summary>The upper end of the interval, inclusive.</summary>
    public double Upper { get; } = upper;
}
