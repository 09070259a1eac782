using System.Collections.Immutable;
using System.Globalization;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Checking;

/// <summary>What a reviewer decided stands above the evidence; the report says so in a bar of its own, <c>review</c>.</summary>
/// <remarks>
/// A confirmed fake is <see cref="AuthenticityVerdict.LikelyFake"/>. A profile confirmed authentic has nothing against it,
/// until a photo that it got after the decision speaks against it: that the reviewer has not seen. The bar weighs what is
/// missing to 10 bits, beyond which no probability is believed, so that the waterfall still adds up.
/// </remarks>
internal static class ReviewedVerdict
{
    internal const string SignalName = "review";

    private const double DecidedBits = 10;

    /// <summary>What the evidence amounts to beside the decision; the same where there is none.</summary>
    /// <param name="evidence">What the evidence says.</param>
    /// <param name="review">What was decided about the profile, or why that could not be read.</param>
    internal static ReviewedEvidence Apply(EvidenceSum evidence, ReviewOutcome review) => (review.Failure, review.Decision) switch
    {
        // Whoever could not be asked about is accepted by nobody.
        ({ } failure, _) => new(
            evidence.PosteriorBits,
            evidence.Verdict == AuthenticityVerdict.NoAdverseEvidence ? AuthenticityVerdict.InsufficientEvidence : evidence.Verdict,
            new(SignalName, SignalOutcome.Failed, 0, [failure], [])),
        (_, null) => new(evidence.PosteriorBits, evidence.Verdict, Bar: null),
        (_, { Kind: ReviewDecisionKind.ConfirmedFake } decision) => Decide(
            evidence,
            Math.Max(evidence.PosteriorBits, DecidedBits),
            AuthenticityVerdict.LikelyFake,
            Reason(ReasonCodes.ConfirmedFake, "A reviewer has confirmed this profile to be fake.", decision)),
        (_, { DecidedAt: var decidedAt } decision) when review.Findings.PhotoSince > decidedAt && evidence.IsPhotoAdverse => Decide(
            evidence,
            evidence.PosteriorBits,
            evidence.Verdict,
            Reason(ReasonCodes.ReviewOutdated, "A reviewer found this profile authentic before it had the photo that now speaks against it.", decision)),
        (_, var decision) => Decide(
            evidence,
            Math.Min(evidence.PosteriorBits, -DecidedBits),
            evidence.IsInconclusive ? AuthenticityVerdict.InsufficientEvidence : AuthenticityVerdict.NoAdverseEvidence,
            Reason(ReasonCodes.ReviewedAuthentic, "A reviewer found this profile authentic.", decision)),
    };

    private static ReviewedEvidence Decide(EvidenceSum evidence, double posterior, AuthenticityVerdict verdict, Reason reason)
    {
        var weight = posterior - evidence.PosteriorBits;
        var outcome = weight switch
        {
            > 0 => SignalOutcome.Adverse,
            < 0 => SignalOutcome.Supporting,
            _ => SignalOutcome.Neutral,
        };
        return new(posterior, verdict, new(SignalName, outcome, weight, [reason], []));
    }

    private static Reason Reason(string code, string text, ReviewDecision decision) => new(code, text)
    {
        Facts = ImmutableSortedDictionary<string, string>.Empty
            .Add("decidedAt", decision.DecidedAt.ToString("O", CultureInfo.InvariantCulture)),
    };
}

/// <summary>What was found out about reviewers' decisions on the profile under check.</summary>
/// <param name="Findings">The decisions, as far as they could be read.</param>
/// <param name="Decision">The decision on the profile itself; null when there is none.</param>
/// <param name="Failure">Why the decisions could not be read; null when they could.</param>
internal readonly record struct ReviewOutcome(ReviewFindings Findings, ReviewDecision? Decision, Reason? Failure)
{
    /// <summary>Nobody has decided anything.</summary>
    internal static ReviewOutcome None { get; } = new(ReviewFindings.None, Decision: null, Failure: null);
}

/// <summary>What the signals amount to together.</summary>
/// <param name="PosteriorBits">Log-odds of a fake after their evidence.</param>
/// <param name="Verdict">What that means.</param>
/// <param name="IsPhotoAdverse">Whether a signal that may decide alone speaks against the profile.</param>
/// <param name="IsInconclusive">Whether a search that matters could not be made.</param>
internal readonly record struct EvidenceSum(double PosteriorBits, AuthenticityVerdict Verdict, bool IsPhotoAdverse, bool IsInconclusive);

/// <summary>The evidence and a reviewer's decision together.</summary>
/// <param name="PosteriorBits">Log-odds of a fake after both.</param>
/// <param name="Verdict">What that means.</param>
/// <param name="Bar">What the report shows of the review; null for nothing.</param>
internal readonly record struct ReviewedEvidence(double PosteriorBits, AuthenticityVerdict Verdict, SignalReport? Bar);
