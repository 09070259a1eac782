namespace FakeProfileDetector.Evaluation;

/// <summary>A measured value with its 95 % interval.</summary>
/// <param name="Value">The value measured.</param>
/// <param name="Lower">The lower end of the interval, inclusive.</param>
/// <param name="Upper">The upper end of the interval, inclusive.</param>
public readonly record struct Estimate(double Value, double Lower, double Upper);
