namespace FakeProfileDetector.Evaluation;

/// <summary>What comes of flagging every case whose score reaches a threshold.</summary>
/// <param name="Threshold">The lowest score that is flagged; positive infinity flags nothing.</param>
/// <param name="Counts">The calls against the truth.</param>
public readonly record struct OperatingPoint(double Threshold, ConfusionCounts Counts);
