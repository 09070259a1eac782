using System.Collections.Immutable;
using System.Globalization;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Checking;

/// <summary>What a reviewer decided stands above the evidence; the report says so in a bar of its own, <c>review</c>.</summary>
/// <remarks>
/// A confirmed fake is <see cref="AuthenticityVerdict.LikelyFake"/>. A profile confirmed authentic has nothing against it,
/// until a photo that it got after the decision speaks against it: that the reviewer has not seen. The bar weighs what is
/// missing to 10 bits, beyond which no probability is believed, so that the waterfall still adds up.
/// </remarks>
internal sealed class ReviewedVerdict(FakeProfileDetectorOptions options)
{
    internal const string SignalName = "review";

    private const double DecidedBits = 10;

    /// <summary>The report as the decision makes it; the same where there is none.</summary>
    /// <param name="report">What the evidence says.</param>
    /// <param name="findings">What was decided.</param>
    /// <param name="photoIsAdverse">Whether the photo speaks against the profile.</param>
    /// <param name="isInconclusive">Whether a search that matters could not be made.</param>
    internal AuthenticityReport Apply(AuthenticityReport report, ReviewFindings findings, bool photoIsAdverse, bool isInconclusive)
    {
        return findings.Decisions.On(report.ProfileId) switch
        {
            null => report,
            { Kind: ReviewDecisionKind.ConfirmedFake } decision => Decide(
                report,
                Math.Max(report.PosteriorBits, DecidedBits),
                AuthenticityVerdict.LikelyFake,
                Reason("confirmed-fake", "A reviewer has confirmed this profile to be fake.", decision)),
            { DecidedAt: var decidedAt } decision when findings.PhotoSince > decidedAt && photoIsAdverse => Decide(
                report,
                report.PosteriorBits,
                report.Verdict,
                Reason("review-outdated", "A reviewer found this profile authentic before it had the photo that now speaks against it.", decision)),
            var decision => Decide(
                report,
                Math.Min(report.PosteriorBits, -DecidedBits),
                isInconclusive ? AuthenticityVerdict.InsufficientEvidence : AuthenticityVerdict.NoAdverseEvidence,
                Reason("reviewed-authentic", "A reviewer found this profile authentic.", decision)),
        };
    }

    /// <summary>The report of a check that could not ask what was decided: nobody is accepted by it.</summary>
    internal AuthenticityReport Fail(AuthenticityReport report, Reason reason)
    {
        var verdict = report.Verdict == AuthenticityVerdict.NoAdverseEvidence ? AuthenticityVerdict.InsufficientEvidence : report.Verdict;
        return With(report, verdict, new(SignalName, SignalOutcome.Failed, 0, [reason], []));
    }

    private AuthenticityReport Decide(AuthenticityReport report, double posterior, AuthenticityVerdict verdict, Reason reason)
    {
        var weight = posterior - report.PosteriorBits;
        var outcome = weight switch
        {
            > 0 => SignalOutcome.Adverse,
            < 0 => SignalOutcome.Supporting,
            _ => SignalOutcome.Neutral,
        };
        return With(report, verdict, new(SignalName, outcome, weight, [reason], [])) with
        {
            PosteriorBits = posterior,
            Probability = WeightOfEvidence.ToProbability(posterior),
        };
    }

    private AuthenticityReport With(AuthenticityReport report, AuthenticityVerdict verdict, SignalReport bar) => report with
    {
        Verdict = verdict,
        RecommendedAction = options.ActionFor(verdict),
        Signals = report.Signals.Add(bar),
    };

    private static Reason Reason(string code, string text, ReviewDecision decision) => new(code, text)
    {
        Facts = ImmutableSortedDictionary<string, string>.Empty
            .Add("decidedAt", decision.DecidedAt.ToString("O", CultureInfo.InvariantCulture)),
    };
}
