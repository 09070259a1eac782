using System.Collections.Immutable;

namespace FakeProfileDetector.Weights;

/// <summary>What weights were learned from, how, and how well they did on accounts they had not seen.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
internal sealed class WeightsProvenance
{
    internal WeightsProvenance()
    {
    }

    /// <summary>The method, in words.</summary>
    public string Method { get; internal init; } = string.Empty;

    /// <summary>The data, in words; empty when not said.</summary>
    public string Data { get; internal init; } = string.Empty;

    /// <summary>When the weights were learned; null for those shipped.</summary>
    public DateTimeOffset? LearnedAt { get; internal init; }

    /// <summary>Labeled fakes, 0 or more.</summary>
    public int Fakes { get; internal init; }

    /// <summary>Labeled genuine accounts, 0 or more.</summary>
    public int Genuine { get; internal init; }

    /// <summary>Groups of accounts that were kept together in cross-validation, 0 or more.</summary>
    public int Groups { get; internal init; }

    /// <summary>Names of the signals that the accounts were judged by.</summary>
    public ImmutableArray<string> Signals { get; internal init; } = [];

    /// <summary>How well each account was told by weights learned without its fold; null when that was not measured.</summary>
    public CrossValidation? CrossValidation { get; internal init; }
}
