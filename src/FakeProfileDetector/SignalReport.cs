using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector;

/// <summary>One bar of a report: what a signal found and what it counts after its cap.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class SignalReport
{
    /// <summary>Creates an entry; applications need it only to test what they do with a report.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="outcome">Which way it points.</param>
    /// <param name="weightBits">Weight of evidence in bits, after the cap.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="matches">Other profiles that it rests on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public SignalReport(
        string name, SignalOutcome outcome, double weightBits, ImmutableArray<Reason> reasons, ImmutableArray<PhotoMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Outcome = outcome;
        WeightBits = weightBits;
        Reasons = reasons.IsDefault ? [] : reasons;
        Matches = matches.IsDefault ? [] : matches;
    }

    /// <summary>The signal's name.</summary>
    public string Name { get; }

    /// <summary>Which way it points.</summary>
    public SignalOutcome Outcome { get; }

    /// <summary>Weight of evidence in bits, after the cap; positive = towards fake.</summary>
    /// <value><see cref="double.NaN"/> where it was redacted.</value>
    public double WeightBits { get; }

    /// <summary>Why, the weightiest first.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>Other profiles that it rests on; none where they were redacted.</summary>
    public ImmutableArray<PhotoMatch> Matches { get; }

    /// <summary>The outcome and the codes alone: what they rest on tells of other members.</summary>
    internal SignalReport WithoutOthers() =>
        new(Name, Outcome, double.NaN, [.. Reasons.Select(reason => new Reason(reason.Code, string.Empty))], []);
}
