using CsCheck;
using FakeProfileDetector.History;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

public sealed class SparseHistorySignalTests
{
    private static readonly double NatsPerBit = Math.Log(2);
    private static readonly HistoryWeights Weights = DetectorWeights.Default.History;

    [Fact]
    public async Task Evaluate_NothingKnown_Abstains()
    {
        foreach (var history in new[] { null, new AccountHistory(), new AccountHistory { ObservedAt = Now } })
        {
            var result = await Evaluate(history);
            Assert.Equal((SignalOutcome.Abstained, "history-unknown", 0.0), (result.Outcome, result.Reasons[0].Code, result.Coverage));
        }
    }

    [Fact]
    public async Task Evaluate_HiddenCount_IsNotZero()
    {
        var hidden = await Evaluate(new() { Posts = 30 });
        var zero = await Evaluate(new() { Posts = 30, Connections = 0 });

        Assert.True(hidden.WeightBits < zero.WeightBits);
        Assert.DoesNotContain(hidden.Reasons, reason => reason.Code == "few-connections");
    }

    [Fact]
    public async Task Evaluate_ThinOldAccount_IsAdverseNearTheLimitAndSaysThin()
    {
        var result = await Evaluate(Thin);

        Assert.InRange(result.WeightBits, 0.9 * 3 / NatsPerBit, 3 / NatsPerBit);
        Assert.Equal(("history-thin", "The account's history is thin."), (result.Reasons[0].Code, result.Reasons[0].Text));
        Assert.Contains(result.Reasons, reason => reason.Code == "few-connections");
        Assert.Contains(result.Reasons, reason => reason.Code == "never-posted");
        Assert.Contains((await Evaluate(new() { Posts = 2 })).Reasons, reason => reason.Code == "few-posts");
        Assert.DoesNotContain(result.Reasons, reason => reason.Text.Contains("fake", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Evaluate_NewcomerWithNothing_WeighsHalfABitAtMost()
    {
        var result = await Evaluate(New);

        Assert.InRange(result.WeightBits, 0, 0.5);
        Assert.Equal("account-new", result.Reasons[0].Code);
    }

    [Theory]
    [InlineData(0, 0.47)]
    [InlineData(60, 0.47)]
    [InlineData(90, 2.3)]
    [InlineData(120, 4.0)]
    [InlineData(1000, 4.06)]
    public async Task Evaluate_ThinHistory_WeighsMoreWithAge(int days, double bits)
    {
        var result = await Evaluate(Thin with { CreatedAt = Now.AddDays(-days) });

        Assert.Equal(bits, result.WeightBits, tolerance: 0.15);
        Assert.Equal(days <= 60, result.Reasons[0].Code == "account-new");
    }

    [Fact]
    public async Task Evaluate_NewcomerWithRichHistory_IsSupporting() =>
        Assert.Equal(SignalOutcome.Supporting, (await Evaluate(Established with { CreatedAt = Now.AddDays(-20) })).Outcome);

    [Fact]
    public async Task Evaluate_EstablishedAccount_SupportsNearTheLimit() =>
        Assert.InRange((await Evaluate(Established)).WeightBits, -1.5 / NatsPerBit, 0.9 * -1.5 / NatsPerBit);

    [Theory]
    [InlineData(500)]
    [InlineData(1000)]
    public async Task Evaluate_FiveHundredConnectionsAndMore_Support(int connections)
    {
        var result = await Evaluate(new() { Connections = connections });

        Assert.Equal((SignalOutcome.Supporting, "well-connected"), (result.Outcome, result.Reasons[0].Code));
    }

    [Fact]
    public async Task Evaluate_ConnectionsJustBelowFiveHundred_AreNoThreshold() =>
        Assert.Equal(SignalOutcome.Supporting, (await Evaluate(new() { Connections = 499 })).Outcome);

    [Fact]
    public async Task Evaluate_PrivateAndVerified_SupportWithReasonsOfTheirOwn()
    {
        var result = await Evaluate(new() { IsPrivate = true, IsVerified = true });

        Assert.Equal(["account-verified", "account-private"], result.Reasons.Select(reason => reason.Code));
        Assert.Equal(SignalOutcome.Supporting, result.Outcome);
    }

    [Fact]
    public async Task Evaluate_LastActivity_WeighsAndCoversNothingUntilItIsLearned()
    {
        var result = await Evaluate(new() { LastActiveAt = Now.AddDays(-400) });

        Assert.Equal((0.0, 0.0), (result.WeightBits, result.Coverage));
        Assert.Equal("history-ordinary", Assert.Single(result.Reasons).Code);
    }

    [Fact]
    public async Task Evaluate_ImpossibleValues_AreReportedAndNotScored()
    {
        var impossible = new AccountHistory
        {
            CreatedAt = Now.AddDays(5),
            ObservedAt = Now,
            Connections = -1,
            Following = -1,
            Posts = -1,
            BioLength = -1,
            SectionsFilled = 9,
            SectionsOffered = 3,
        };

        var result = await Evaluate(impossible);
        var besides = await Evaluate(impossible with { HasUrl = true });

        Assert.Equal((SignalOutcome.Abstained, "history-impossible"), (result.Outcome, Assert.Single(result.Reasons).Code));
        Assert.Contains("a negative number of connections; a negative number of followed accounts;", result.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "bioLength=-1", "connections=-1", "createdAt=2026-11-06T12:00:00.0000000+00:00", "following=-1", "observedAt=2026-11-01T12:00:00.0000000+00:00",
                "posts=-1", "sectionsFilled=9", "sectionsOffered=3",
            ],
            result.Reasons[0].Facts.Select(fact => $"{fact.Key}={fact.Value}"));
        Assert.Equal(await WeightOf(new() { HasUrl = true }), besides.WeightBits);
        Assert.Contains(besides.Reasons, reason => reason.Code == "history-impossible");
    }

    [Fact]
    public async Task Evaluate_DatesThatCannotBe_AreNamedAndNotScored()
    {
        var known = new AccountHistory { HasUrl = true };
        (AccountHistory History, string Says)[] cases =
        [
            (known with { ObservedAt = Now.AddDays(2), CreatedAt = Now.AddDays(-900) }, "an observation in the future"),
            (known with { CreatedAt = Now.AddDays(1) }, "a creation date after the observation"),
            (known with { LastActiveAt = Now.AddDays(2) }, "a last activity after the observation"),
            (known with { CreatedAt = Now.AddDays(-10), LastActiveAt = Now.AddDays(-20) }, "a last activity before the creation"),
        ];

        foreach (var (history, says) in cases)
        {
            var result = await Evaluate(history);
            Assert.Contains(says, result.Reasons.Single(reason => reason.Code == "history-impossible").Text, StringComparison.Ordinal);
            Assert.Equal(await WeightOf(known), result.WeightBits);
        }
    }

    [Fact]
    public async Task Evaluate_DatesOfTheSameDay_ArePossible()
    {
        // An export of today in another time zone, of an account that was last seen on the day it was created.
        var result = await Evaluate(new()
        {
            ObservedAt = Now.AddHours(14),
            CreatedAt = Now.AddDays(-5),
            LastActiveAt = Now.AddDays(-5).AddHours(-12),
        });

        Assert.DoesNotContain(result.Reasons, reason => reason.Code == "history-impossible");
    }

    [Fact]
    public async Task Evaluate_KnownFacts_CoverAsMuchAsTheyCanSay()
    {
        var posts = (await Evaluate(new() { Posts = 5 })).Coverage;
        var link = (await Evaluate(new() { HasUrl = true })).Coverage;
        var everything = Established with
        {
            LastActiveAt = Now,
            SectionsFilled = 3,
            SectionsOffered = 9,
            HasPhoto = true,
            IsPrivate = false,
            IsVerified = true,
        };

        Assert.InRange(posts, 2 * link, 0.5);
        Assert.Equal(posts + link, (await Evaluate(new() { Posts = 5, HasUrl = true })).Coverage, precision: 12);
        Assert.Equal(1, (await Evaluate(everything)).Coverage, precision: 12);
    }

    [Fact]
    public async Task Evaluate_WithoutObservation_TakesTheTimeOfTheCheck()
    {
        var result = await Evaluate(new() { CreatedAt = Now.AddDays(-3), Posts = 0 });

        Assert.Equal("account-new", result.Reasons[0].Code);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(1094.9, 5)]
    [InlineData(1095, 6)]
    public void RangeOf_AtTheEdges_UpperEdgeIsExclusive(double days, int range) =>
        Assert.Equal(range, Weights.Features.Single(feature => feature.Feature.Key == "ageDays").RangeOf(days));

    [Fact]
    public void EvidenceBits_AnySum_StaysWithinItsLimitAndKeepsTheOrder() =>
        Gen.Select(Gen.Double[-20, 20], Gen.Double[0.01, 5], Gen.Int[0, 400]).Sample((nats, more, days) =>
        {
            var (less, greater) = (HistoryWeights.EvidenceBits(nats, days), HistoryWeights.EvidenceBits(nats + more, days));
            Assert.True(less < greater);
            Assert.InRange(greater, -1.5 / NatsPerBit, (days <= 60 ? 0.5 * NatsPerBit : 3) / NatsPerBit);
        });

    [Fact]
    public void Options_Defaults_ArePinned() => Assert.Equal(0.5, new SparseHistoryOptions().ReasonThresholdBits);

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => SparseHistorySignal.Create(new() { ReasonThresholdBits = -1 }));

        Assert.Contains("ReasonThresholdBits", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<double> WeightOf(AccountHistory history) => (await Evaluate(history)).WeightBits;

    private static async Task<SignalResult> Evaluate(AccountHistory? history) => await SparseHistorySignal.Create().EvaluateAsync(
        new(new Profile("a") { History = history }, Now), TestContext.Current.CancellationToken);
}
