using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector;

/// <summary>One bar of a report: what a signal found and what it counts after its cap.</summary>
/// <param name="Name">The signal's name.</param>
/// <param name="Outcome">Which way it points.</param>
/// <param name="WeightBits">Weight of evidence in bits, after the cap; positive = towards fake.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Matches">Other profiles that it rests on.</param>
public sealed record SignalReport(
    string Name,
    SignalOutcome Outcome,
    double WeightBits,
    ImmutableArray<Reason> Reasons,
    ImmutableArray<PhotoMatch> Matches);
