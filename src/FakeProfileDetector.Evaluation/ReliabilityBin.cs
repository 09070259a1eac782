namespace FakeProfileDetector.Evaluation;

/// <summary>Cases of like probability: what was said of them, and what they were.</summary>
/// <param name="Lowest">The lowest probability in the bin.</param>
/// <param name="Highest">The highest probability in the bin.</param>
/// <param name="Mean">The mean probability: the share of positives that the detector claims.</param>
/// <param name="Observed">The share of positives in fact, with its 95 % interval.</param>
/// <param name="Count">Cases in the bin.</param>
/// <param name="Mass">The bin's part of all cases, 0 to 1; with re-weighting, of their weights.</param>
public readonly record struct ReliabilityBin(double Lowest, double Highest, double Mean, Estimate Observed, int Count, double Mass);
