using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector;

/// <summary>What one signal found: a direction, a weight of evidence and its reasons.</summary>
/// <remarks>Weights are log2 of the likelihood ratio fake : genuine; +1 bit doubles the odds of a fake.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class SignalResult
{
    private SignalResult(SignalOutcome outcome, double weightBits, double coverage, ImmutableArray<Reason> reasons)
    {
        Outcome = outcome;
        WeightBits = weightBits;
        Coverage = coverage;
        Reasons = reasons;
    }

    /// <summary>Copies a result, with another coverage.</summary>
    private SignalResult(SignalResult other, double coverage)
        : this(other.Outcome, other.WeightBits, coverage, other.Reasons)
    {
        IsInconclusive = other.IsInconclusive;
        Matches = other.Matches;
        StaysBelowLikelyFake = other.StaysBelowLikelyFake;
    }

    /// <summary>Which way the signal points.</summary>
    public SignalOutcome Outcome { get; }

    /// <summary>Weight of evidence in bits, before the checker's cap; 0 unless adverse or supporting.</summary>
    public double WeightBits { get; }

    /// <summary>The share of the facts it wants that were known, 0–1; 0 when it abstained.</summary>
    public double Coverage { get; }

    /// <summary>Whether the signal should have looked and could not, so that nobody may be accepted for its silence.</summary>
    /// <value>True lifts <see cref="AuthenticityVerdict.NoAdverseEvidence"/> to <see cref="AuthenticityVerdict.InsufficientEvidence"/>.</value>
    public bool IsInconclusive { get; private init; }

    /// <summary>Whether the signal, even one that may decide alone, lifts nobody into the band of likely fakes this time.</summary>
    internal bool StaysBelowLikelyFake { get; init; }

    /// <summary>Why, the weightiest first.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>Other profiles that the reasons rest on.</summary>
    public ImmutableArray<PhotoMatch> Matches { get; private init; } = [];

    /// <summary>Evidence of the given weight: adverse when positive, supporting when negative, neutral at 0.</summary>
    /// <param name="weightBits">Finite, in bits.</param>
    /// <param name="reasons">At least one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not finite.</exception>
    /// <exception cref="ArgumentException">No reason was given: evidence that cannot be explained cannot be defended.</exception>
    public static SignalResult Evidence(double weightBits, params ReadOnlySpan<Reason> reasons)
    {
        if (!double.IsFinite(weightBits))
        {
            throw new ArgumentOutOfRangeException(nameof(weightBits), weightBits, "A weight of evidence must be finite.");
        }

        if (reasons.IsEmpty)
        {
            throw new ArgumentException("Evidence needs at least one reason.", nameof(reasons));
        }

        var outcome = weightBits switch
        {
            > 0 => SignalOutcome.Adverse,
            < 0 => SignalOutcome.Supporting,
            _ => SignalOutcome.Neutral,
        };
        return new(outcome, weightBits, coverage: 1, [.. reasons]);
    }

    /// <summary>The signal looked and found nothing either way.</summary>
    /// <param name="reason">What it looked at.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    public static SignalResult Neutral(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(SignalOutcome.Neutral, 0, coverage: 1, [reason]);
    }

    /// <summary>The signal could not look.</summary>
    /// <param name="reason">What it lacks.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    public static SignalResult Abstain(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(SignalOutcome.Abstained, 0, coverage: 0, [reason]);
    }

    /// <summary>The signal should have looked and could not, because a search or service that it needs is down.</summary>
    /// <param name="reason">What could not be done.</param>
    /// <returns>The result: abstained, and nobody is accepted for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    public static SignalResult Inconclusive(Reason reason) => new(Abstain(reason), coverage: 0) { IsInconclusive = true };

    /// <summary>The same result resting on a share of the facts it wants.</summary>
    /// <param name="coverage">0–1.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0–1.</exception>
    public SignalResult WithCoverage(double coverage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(coverage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coverage, 1);
        return new(this, coverage);
    }

    /// <summary>The same result resting on other profiles.</summary>
    /// <param name="matches">The profiles; they take the place of any named before.</param>
    /// <returns>The result.</returns>
    public SignalResult WithMatches(ImmutableArray<PhotoMatch> matches) =>
        new(this, Coverage) { Matches = matches.IsDefault ? [] : matches };

    /// <summary>The same result where something that it would have looked at could not be had: nobody is accepted for it.</summary>
    internal SignalResult With(Reason failure) => new(Outcome, WeightBits, Coverage, Reasons.Add(failure))
    {
        IsInconclusive = true,
        Matches = Matches,
        StaysBelowLikelyFake = StaysBelowLikelyFake,
    };

    /// <summary>The same result, which lifts nobody into the band of likely fakes.</summary>
    internal SignalResult BelowLikelyFake() => new(this, Coverage) { StaysBelowLikelyFake = true };

    /// <summary>A signal that failed.</summary>
    /// <param name="reason">How.</param>
    /// <param name="isInconclusive">Whether nobody may be accepted for it.</param>
    internal static SignalResult Failure(Reason reason, bool isInconclusive) =>
        new(SignalOutcome.Failed, 0, coverage: 0, [reason]) { IsInconclusive = isInconclusive };
}
