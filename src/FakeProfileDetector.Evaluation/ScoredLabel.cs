namespace FakeProfileDetector.Evaluation;

/// <summary>One labeled case: what a detector said of it, and what is true.</summary>
/// <param name="Score">The detector's score; higher speaks for the positive class. A probability where calibration is measured.</param>
/// <param name="IsPositive">Whether the case is of the class that the detector looks for, such as fake.</param>
public readonly record struct ScoredLabel(double Score, bool IsPositive);
