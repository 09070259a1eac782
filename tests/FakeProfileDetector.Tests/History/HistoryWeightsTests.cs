using CsCheck;
using FakeProfileDetector.History;

namespace FakeProfileDetector.Tests.History;

public sealed class HistoryWeightsTests
{
    private const double Full = 3.0;
    private static readonly double NatsPerBit = Math.Log(2);

    /// <summary>Limits by age in days: a newcomer's half bit, then evenly up to the full one; an unknown age is none to be young at.</summary>
    public static TheoryData<int?, double> Limits => new()
    {
        { 0, 0.5 },
        { 60, 0.5 },
        { 61, 0.5 + (((Full / NatsPerBit) - 0.5) / 60) },
        { 90, 0.5 + (((Full / NatsPerBit) - 0.5) / 2) },
        { 119, (Full / NatsPerBit) - (((Full / NatsPerBit) - 0.5) / 60) },
        { 120, Full / NatsPerBit },
        { 5000, Full / NatsPerBit },
        { null, Full / NatsPerBit },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void EvidenceBits_TowardsFake_BendsFromTwoThirdsOfTheLimitOfTheAge(int? age, double limit)
    {
        AssertBends(share => HistoryWeights.EvidenceBits(share * limit * NatsPerBit, age) / limit);
        Assert.Equal(limit, HistoryWeights.EvidenceBits(1e9, age), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void EvidenceBits_TowardsGenuine_BendsFromTwoThirdsOfOneAndAHalfNatsAtAnyAge(int? age, double limit)
    {
        Assert.True(limit > 0);
        AssertBends(share => HistoryWeights.EvidenceBits(share * -1.5, age) * NatsPerBit / -1.5);
    }

    [Fact]
    public void EvidenceBits_OfTwoSums_KeepsTheirOrderWithinTheLimits() => Gen.Select(Gen.Double[-20, 20], Gen.Double[0.001, 5], Gen.Int[0, 200]).Sample(
        (nats, more, age) =>
        {
            var (thinner, fuller) = (HistoryWeights.EvidenceBits(nats + more, age), HistoryWeights.EvidenceBits(nats, age));
            Assert.True(thinner > fuller, $"{thinner} {fuller}");
            Assert.InRange(fuller, -1.5 / NatsPerBit, Full / NatsPerBit);
        });

    /// <summary>By shares of the limit: the sum itself up to 2/3, then a hyperbola that goes on without a step or a corner.</summary>
    private static void AssertBends(Func<double, double> bend)
    {
        Assert.Equal([0, 0.3, 0.6, 2.0 / 3], new[] { 0, 0.3, 0.6, 2.0 / 3 }.Select(bend), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([5.0 / 6, 8.0 / 9, 14.0 / 15], new[] { 1, 4.0 / 3, 2 }.Select(bend), (a, b) => Math.Abs(a - b) < 1e-9);
        const double Step = 1e-6;
        Assert.Equal(1, (bend((2.0 / 3) + Step) - bend(2.0 / 3)) / Step, 1e-4);
        foreach (var share in new[] { 0.7, 0.8, 0.9, 3, 50 })
        {
            Assert.InRange(bend(share), 2.0 / 3, Math.Min(share, 1));
        }
    }
}
