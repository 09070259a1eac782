using System.Globalization;

namespace FakeProfileDetector;

/// <summary>What a report would say without one of its signals: how much of the verdict rests on it.</summary>
/// <param name="Signal">The name of the signal that is left out.</param>
/// <param name="Verdict">The verdict without it, the other signals weighing what they do.</param>
/// <param name="Probability">The probability of a fake without it, 0–1.</param>
public sealed record Ablation(string Signal, AuthenticityVerdict Verdict, double Probability)
{
    /// <summary>The same in words.</summary>
    /// <returns>Such as "without image-reuse: NoAdverseEvidence".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"without {Signal}: {Verdict}");
}
