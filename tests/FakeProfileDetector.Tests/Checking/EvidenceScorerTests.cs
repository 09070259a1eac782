using System.Collections.Immutable;
using CsCheck;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Checking;

public sealed class EvidenceScorerTests
{
    private static readonly Reason Because = new("test", "Because.");

    [Fact]
    public void Score_AnySignals_IsTheSumOfPriorAndBars() => Gen.Double[-30, 30].Array[0, 6].Sample(weights =>
    {
        var report = Score([.. weights.Select((bits, i) => new EvaluatedSignal($"s{i}", i == 0, SignalResult.Evidence(bits, Because)))]);
        Assert.Equal(report.PriorBits + report.Signals.Sum(signal => signal.WeightBits), report.PosteriorBits, precision: 9);
        Assert.Equal(WeightOfEvidence.ToProbability(report.PosteriorBits), report.Probability, precision: 12);
    });

    [Fact]
    public void Score_OneSignalButPhotoReuse_NeverReachesLikelyFake()
    {
        var settings = Gen.Select(Gen.Double[0.001, 0.29], Gen.Double[0.5, 0.99], Gen.Double[0.5, 20], Gen.Double[0, 1000]);
        settings.Sample((prior, threshold, cap, bits) =>
        {
            var options = new FakeProfileDetectorOptions { PriorProbability = prior, LikelyFakeThreshold = threshold, SignalCapBits = cap };
            var report = Score([new("own", MayDecide: false, SignalResult.Evidence(bits, Because))], options);
            Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
        });
    }

    [Fact]
    public void Score_BandBarelyAboveThePrior_DoesNotThrow()
    {
        var options = new FakeProfileDetectorOptions { PriorProbability = 0.499, SuspiciousThreshold = 0.4995, LikelyFakeThreshold = 0.5 };

        Assert.Equal(0, Score([new("own", MayDecide: false, SignalResult.Evidence(9, Because))], options).Signals[0].WeightBits);
    }

    [Fact]
    public void Score_PhotoReuseAlone_MayReachLikelyFake() => Assert.Equal(
        AuthenticityVerdict.LikelyFake,
        Score([new("image-reuse", MayDecide: true, SignalResult.Evidence(9, Because))]).Verdict);

    [Fact]
    public void Score_Caps_HoldBothWays()
    {
        var report = Score(
        [
            new("image-reuse", MayDecide: true, SignalResult.Evidence(99, Because)),
            new("own", MayDecide: false, SignalResult.Evidence(-99, Because)),
        ]);

        Assert.Equal([16, -4.5], report.Signals.Select(signal => signal.WeightBits));
    }

    [Fact]
    public void Score_FrequentFakes_CapOnlyWhatAccuses()
    {
        var options = new FakeProfileDetectorOptions { PriorProbability = 0.29 };

        var towardsFake = Score([new("own", MayDecide: false, SignalResult.Evidence(9, Because))], options);
        var towardsGenuine = Score([new("own", MayDecide: false, SignalResult.Evidence(-9, Because))], options);

        Assert.Equal(AuthenticityVerdict.Suspicious, towardsFake.Verdict);
        Assert.Equal(-4.5, towardsGenuine.Signals[0].WeightBits);
    }

    [Fact]
    public void Score_CalibratedWeights_ScaleTheirSignalAndSetThePrior()
    {
        var weights = DetectorWeights.Default.With(0.4, [KeyValuePair.Create("own", 0.5)], DetectorWeights.Default.Provenance);
        var options = new FakeProfileDetectorOptions { Weights = weights };

        var report = Score(
            [new("own", MayDecide: false, SignalResult.Evidence(-3, Because)), new("other", MayDecide: false, SignalResult.Evidence(-3, Because))], options);

        Assert.Equal([-1.5, -3], report.Signals.Select(signal => signal.WeightBits));
        Assert.Equal(WeightOfEvidence.FromProbability(0.4), report.PriorBits);
    }

    [Fact]
    public void Score_PriorWithinABand_AccusesNobodyWithoutEvidence()
    {
        var options = new FakeProfileDetectorOptions
        {
            Weights = DetectorWeights.Default.With(0.7, [], DetectorWeights.Default.Provenance),
        };

        Assert.Equal(AuthenticityVerdict.InsufficientEvidence, Score([], options).Verdict);
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, Score([new("own", MayDecide: false, SignalResult.Neutral(Because))], options).Verdict);
        Assert.Equal(AuthenticityVerdict.LikelyFake, Score([new("photo", MayDecide: true, SignalResult.Evidence(1, Because))], options).Verdict);
    }

    [Fact]
    public void Score_Ablations_SayWhatWouldBeSaidWithoutEachSignal()
    {
        var report = Score(
        [
            new("image-reuse", MayDecide: true, SignalResult.Evidence(6, Because)),
            new("names", MayDecide: false, SignalResult.Neutral(Because)),
            new("history", MayDecide: false, SignalResult.Evidence(3.5, Because)),
        ]);

        Assert.Equal(
            ["without image-reuse: Suspicious", "without history: LikelyFake"],
            report.Ablations.Select(ablation => ablation.ToString()));
        Assert.All(report.Ablations, ablation => Assert.Equal(
            WeightOfEvidence.ToProbability(report.PosteriorBits - report.Signals.Single(signal => signal.Name == ablation.Signal).WeightBits),
            ablation.Probability,
            precision: 12));
    }

    [Fact]
    public void Score_AblationOfTheOnlySignal_IsInsufficientEvidence() => Assert.Equal(
        AuthenticityVerdict.InsufficientEvidence,
        Assert.Single(Score([new("image-reuse", MayDecide: true, SignalResult.Evidence(9, Because))]).Ablations).Verdict);

    [Fact]
    public void Score_AblationOfTheReview_SaysWhatTheEvidenceSaysAlone()
    {
        var decision = ReviewDecision.ConfirmedFake("p", Now);
        var review = new ReviewOutcome(new(DecisionLookup.Of([decision]), DateTimeOffset.MinValue), decision, Failure: null);
        var report = Score([new("names", MayDecide: false, SignalResult.Evidence(-1, Because))], review: review);
        var plain = Score([new("names", MayDecide: false, SignalResult.Evidence(-1, Because))]);

        Assert.Equal(["without names: LikelyFake", "without review: NoAdverseEvidence"], report.Ablations.Select(ablation => ablation.ToString()));
        Assert.Equal(plain.Probability, report.Ablations[1].Probability);
    }

    [Fact]
    public void Score_ReviewThatWeighsNothing_HasNoAblation()
    {
        var decision = ReviewDecision.ConfirmedFake("p", Now);
        var decided = new ReviewOutcome(new(DecisionLookup.Of([decision]), DateTimeOffset.MinValue), decision, Failure: null);
        foreach (var review in new[] { decided, ReviewOutcome.None with { Failure = Because } })
        {
            var report = Score([new("image-reuse", MayDecide: true, SignalResult.Evidence(15, Because))], review: review);

            Assert.Equal(0, report.Signals[^1].WeightBits);
            Assert.Equal("image-reuse", Assert.Single(report.Ablations).Signal);
        }
    }

    [Fact]
    public void Score_NothingLookedAt_IsInsufficientEvidence()
    {
        var report = Score([new("a", MayDecide: true, SignalResult.Abstain(Because)), new("b", MayDecide: false, SignalResult.Failure(Because, isInconclusive: false))]);

        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review, 0.0), (report.Verdict, report.RecommendedAction, report.Coverage));
        Assert.Equal(0.05, report.Probability, precision: 12);
    }

    [Fact]
    public void Score_NoSignals_IsInsufficientEvidence() => Assert.Equal(AuthenticityVerdict.InsufficientEvidence, Score([]).Verdict);

    [Fact]
    public void Score_Coverage_CountsSignalsByTheirCaps()
    {
        var report = Score(
        [
            new("image-reuse", MayDecide: true, SignalResult.Abstain(Because)),
            new("own", MayDecide: false, SignalResult.Neutral(Because).WithCoverage(0.5)),
        ]);

        Assert.Equal(0.5 * 4.5 / 20.5, report.Coverage, precision: 12);
    }

    [Theory]
    [InlineData(-2, AuthenticityVerdict.NoAdverseEvidence, RecommendedAction.Accept)]
    [InlineData(3.5, AuthenticityVerdict.Suspicious, RecommendedAction.Review)]
    [InlineData(9, AuthenticityVerdict.LikelyFake, RecommendedAction.Report)]
    public void Score_Bands_GiveVerdictAndAction(double bits, AuthenticityVerdict verdict, RecommendedAction action)
    {
        var report = Score([new("image-reuse", MayDecide: true, SignalResult.Evidence(bits, Because))]);

        Assert.Equal((verdict, action), (report.Verdict, report.RecommendedAction));
    }

    [Fact]
    public void Score_ConfiguredActions_AreTaken()
    {
        var options = new FakeProfileDetectorOptions { LikelyFakeAction = RecommendedAction.Review };

        Assert.Equal(RecommendedAction.Review, Score([new("i", MayDecide: true, SignalResult.Evidence(9, Because))], options).RecommendedAction);
    }

    [Theory]
    [InlineData(0.05, -4.2479)]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 4.2479)]
    public void WeightOfEvidence_WorkedExamples_ConvertBothWays(double probability, double bits)
    {
        Assert.Equal(bits, WeightOfEvidence.FromProbability(probability), precision: 4);
        Assert.Equal(probability, WeightOfEvidence.ToProbability(bits), precision: 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightOfEvidence.FromProbability(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightOfEvidence.FromProbability(double.NaN));
    }

    [Fact]
    public void Report_Carries_VersionsAndTime()
    {
        var report = Score([]);

        Assert.Equal(("2026.5", "pdq-full", Now), (report.ScoringVersion, report.HashAlgorithm, report.CheckedAt));
    }

    [Fact]
    public void SignalResult_WithoutSense_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SignalResult.Evidence(double.NaN, Because));
        Assert.Throws<ArgumentOutOfRangeException>(() => SignalResult.Evidence(double.PositiveInfinity, Because));
        Assert.Throws<ArgumentException>(() => SignalResult.Evidence(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SignalResult.Neutral(Because).WithCoverage(1.1));
        Assert.Equal(SignalOutcome.Neutral, SignalResult.Evidence(0, Because).Outcome);
    }

    private static AuthenticityReport Score(
        ImmutableArray<EvaluatedSignal> signals, FakeProfileDetectorOptions? options = null, ReviewOutcome? review = null) =>
        new EvidenceScorer(options ?? new()).Score("p", signals, review ?? ReviewOutcome.None, Now);
}
