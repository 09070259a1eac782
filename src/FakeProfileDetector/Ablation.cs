using System.Globalization;

namespace FakeProfileDetector;

/// <summary>What a report would say without one of its signals: how much of the verdict rests on it.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class Ablation
{
    /// <summary>Creates an ablation.</summary>
    /// <param name="signal">The name of the signal that is left out.</param>
    /// <param name="verdict">The verdict without it.</param>
    /// <param name="probability">The probability of a fake without it, 0–1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="signal"/> is null.</exception>
    internal Ablation(string signal, AuthenticityVerdict verdict, double probability)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Signal = signal;
        Verdict = verdict;
        Probability = probability;
    }

    /// <summary>The name of the signal that is left out.</summary>
    public string Signal { get; }

    /// <summary>The verdict without it, the other signals weighing what they do.</summary>
    public AuthenticityVerdict Verdict { get; }

    /// <summary>The probability of a fake without it, 0–1.</summary>
    public double Probability { get; }

    /// <summary>The same in words.</summary>
    /// <returns>Such as "without image-reuse: NoAdverseEvidence".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"without {Signal}: {Verdict}");
}
