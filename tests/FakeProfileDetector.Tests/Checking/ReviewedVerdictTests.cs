using FakeProfileDetector.Checking;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Checking;

public sealed class ReviewedVerdictTests
{
    /// <summary>The bar weighs what is missing to ten bits, be it ever so little, and nothing beyond them.</summary>
    [Theory]
    [InlineData(true, -3, 13, SignalOutcome.Adverse)]
    [InlineData(true, 9.5, 0.5, SignalOutcome.Adverse)]
    [InlineData(true, 10, 0, SignalOutcome.Neutral)]
    [InlineData(true, 12, 0, SignalOutcome.Neutral)]
    [InlineData(false, 3, -13, SignalOutcome.Supporting)]
    [InlineData(false, -9.5, -0.5, SignalOutcome.Supporting)]
    [InlineData(false, -10, 0, SignalOutcome.Neutral)]
    [InlineData(false, -12, 0, SignalOutcome.Neutral)]
    public void Apply_DecisionOnTheProfile_WeighsWhatIsMissingToTenBits(bool isFake, double evidence, double weight, SignalOutcome outcome)
    {
        var decision = isFake ? ReviewDecision.ConfirmedFake("a", Now) : ReviewDecision.Authentic("a", Now);

        var reviewed = ReviewedVerdict.Apply(Evidence(evidence), new(Findings(decision, Now), decision, Failure: null));

        Assert.Equal((outcome, weight), (reviewed.Bar!.Outcome, reviewed.Bar.WeightBits));
        Assert.Equal(evidence + weight, reviewed.PosteriorBits);
        Assert.Equal(isFake ? AuthenticityVerdict.LikelyFake : AuthenticityVerdict.NoAdverseEvidence, reviewed.Verdict);
    }

    /// <summary>A photo from after the decision counts against it only where it speaks against the profile.</summary>
    [Theory]
    [InlineData(0, true, "reviewed-authentic")]
    [InlineData(1, true, "review-outdated")]
    [InlineData(1, false, "reviewed-authentic")]
    public void Apply_AuthenticAndALaterPhoto_IsOutdatedWhereThatIsAdverse(int seconds, bool isAdverse, string code)
    {
        var decision = ReviewDecision.Authentic("a", Now);

        var reviewed = ReviewedVerdict.Apply(
            Evidence(4) with { IsPhotoAdverse = isAdverse }, new(Findings(decision, Now.AddSeconds(seconds)), decision, Failure: null));

        Assert.Equal(code, Assert.Single(reviewed.Bar!.Reasons).Code);
        Assert.Equal("2026-11-01T12:00:00.0000000+00:00", reviewed.Bar.Reasons[0].Facts["decidedAt"]);
    }

    private static EvidenceSum Evidence(double bits) => new(bits, AuthenticityVerdict.Suspicious, IsPhotoAdverse: false, IsInconclusive: false);

    private static ReviewFindings Findings(ReviewDecision decision, DateTimeOffset photoSince) => new(DecisionLookup.Of([decision]), photoSince);
}
