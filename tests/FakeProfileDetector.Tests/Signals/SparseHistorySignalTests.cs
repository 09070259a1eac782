using System.Text.Json;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Testing;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

public sealed class SparseHistorySignalTests
{
    private static readonly double NatsPerBit = Math.Log(2);

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
    public async Task Evaluate_ThinOldAccount_IsAdverseAtTheCapAndSaysThin()
    {
        var result = await Evaluate(Thin);

        Assert.Equal(3.0 / NatsPerBit, result.WeightBits, precision: 9);
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
    [InlineData(0, 0.5)]
    [InlineData(60, 0.5)]
    [InlineData(90, 2.41)]
    [InlineData(120, 4.33)]
    [InlineData(1000, 4.33)]
    public async Task Evaluate_ThinHistory_WeighsMoreWithAge(int days, double bits)
    {
        var result = await Evaluate(Thin with { CreatedAt = Now.AddDays(-days) });

        Assert.Equal(bits, result.WeightBits, precision: 2);
        Assert.Equal(days <= 60, result.Reasons[0].Code == "account-new");
    }

    [Fact]
    public async Task Evaluate_NewcomerWithRichHistory_IsSupporting() =>
        Assert.Equal(SignalOutcome.Supporting, (await Evaluate(Established with { CreatedAt = Now.AddDays(-20) })).Outcome);

    [Fact]
    public async Task Evaluate_EstablishedAccount_SupportsAtTheCap() =>
        Assert.Equal(-1.5 / NatsPerBit, (await Evaluate(Established)).WeightBits, precision: 9);

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
        Assert.Equal(-1.3 / NatsPerBit, besides.WeightBits, precision: 9);
        Assert.Contains(besides.Reasons, reason => reason.Code == "history-impossible");
    }

    [Fact]
    public async Task Evaluate_KnownFields_AreTheCoverage()
    {
        Assert.Equal(1 / 8.0, (await Evaluate(new() { Posts = 5 })).Coverage);
        Assert.Equal(2 / 8.0, (await Evaluate(new() { Connections = 5, Following = 5 })).Coverage);
    }

    [Fact]
    public async Task Evaluate_WithoutObservation_TakesTheTimeOfTheCheck()
    {
        var result = await Evaluate(new() { CreatedAt = Now.AddDays(-3), Posts = 0 });

        Assert.Equal("account-new", result.Reasons[0].Code);
    }

    [Fact]
    public void Weights_Shipped_AreThoseLearnt()
    {
        using var learnt = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("profiles/default_weights.json")));
        var names = new Dictionary<string, string>
        {
            ["followers"] = "connections",
            ["posts"] = "posts",
            ["ffr"] = "connections ÷ following",
            ["age_days"] = "age in days",
            ["has_photo"] = "photo",
            ["bio_len"] = "bio length",
            ["has_url"] = "link",
            ["sections_ratio"] = "sections filled ÷ offered",
        };
        foreach (var weights in learnt.RootElement.GetProperty("weights").EnumerateObject())
        {
            var feature = HistoryWeights.Features.Single(feature => feature.Name == names[weights.Name]);
            Assert.Equal(weights.Value.EnumerateArray().Select(value => value.GetDouble()), feature.Nats);
            Assert.Equal(
                learnt.RootElement.GetProperty("upper_bin_edges_exclusive").GetProperty(weights.Name).EnumerateArray().Select(value => value.GetDouble()),
                feature.UpperEdges);
        }
    }

    [Theory]
    [InlineData(9, 1.8)]
    [InlineData(10, 1.8)]
    [InlineData(30, 0.6)]
    [InlineData(99, 0.6)]
    [InlineData(100, -0.9)]
    public void NatsOf_AtTheEdges_UpperEdgeIsExclusive(double connections, double nats) =>
        Assert.Equal(nats, HistoryWeights.Features[0].NatsOf(connections));

    [Fact]
    public void Options_Defaults_ArePinned() => Assert.Equal(0.5, new SparseHistoryOptions().ReasonThresholdBits);

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => SparseHistorySignal.Create(new() { ReasonThresholdBits = -1 }));

        Assert.Contains("ReasonThresholdBits", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<SignalResult> Evaluate(AccountHistory? history) => await SparseHistorySignal.Create().EvaluateAsync(
        new(new Profile("a") { History = history }, photo: null, registry: null, Now), TestContext.Current.CancellationToken);
}
