using CsCheck;
using FakeProfileDetector.History;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Weights;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.History;

public sealed class AccountStandingTests
{
    private static readonly double HalfABit = 0.5 * Math.Log(2);

    private static readonly Gen<AccountHistory> Histories = Gen.Select(Gen.Int[0, 200], Gen.Int[0, 3000], Gen.Int[0, 3000], Gen.Int[0, 500], Gen.Bool).Select(
        (age, connections, following, posts, isPrivate) => new AccountHistory
        {
            CreatedAt = Now.AddDays(-age),
            ObservedAt = Now,
            Connections = connections,
            Following = following,
            Posts = posts,
            IsPrivate = isPrivate,
        });

    /// <summary>Compared with another holder of its photo, too, a newcomer's empty history says half a bit at most.</summary>
    [Fact]
    public void ComparableNats_OfANewcomer_AreLimitedAndOfOthersTheSumItself() => Histories.Sample(history =>
    {
        var standing = Of(history);
        var isNewcomer = history.CreatedAt >= Now.AddDays(-60);

        Assert.Equal(isNewcomer, standing.IsNewcomer);
        Assert.Equal(isNewcomer ? Math.Min(standing.Nats, HalfABit) : standing.Nats, standing.ComparableNats);
    });

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(null, false)]
    public void ComparableNats_ThinHistoryAtAnAge_AreLimitedWhileItIsNew(int? days, bool isLimited)
    {
        var standing = Of(Thin with { CreatedAt = days is { } age ? Now.AddDays(-age) : null });

        Assert.InRange(standing.Nats, 2, 10);
        Assert.Equal(isLimited ? HalfABit : standing.Nats, standing.ComparableNats);
        Assert.Equal(isLimited, standing.IsNewcomer);
    }

    [Fact]
    public void ComparableNats_NewcomerWithARichHistory_AreItsSum()
    {
        var standing = Of(Established with { CreatedAt = Now.AddDays(-20) });

        Assert.True(standing is { IsNewcomer: true, Nats: < 0 });
        Assert.Equal(standing.Nats, standing.ComparableNats);
    }

    [Fact]
    public void Of_KnownFacts_SumsTheirWeightsAndShares() => Histories.Sample(history =>
    {
        var weights = DetectorWeights.Default.History;
        var standing = Of(history);

        Assert.Equal(standing.Findings.Sum(finding => finding.Nats), standing.Nats, 9);
        Assert.Equal(standing.Findings.Sum(finding => weights.Shares[HistoryFeatureCatalog.All.IndexOf(finding.Feature)]), standing.Coverage, 9);
        Assert.All(standing.Findings, finding => Assert.Equal(weights.Features[HistoryFeatureCatalog.All.IndexOf(finding.Feature)].NatsOf(finding.Value), finding.Nats));
        Assert.Equal(HistoryWeights.EvidenceBits(standing.Nats, history.AgeInDays(Now)), standing.EvidenceBits);
    });

    [Fact]
    public void Of_EveryFact_CoversEverything()
    {
        var everything = Established with { IsPrivate = true, IsVerified = true, SectionsFilled = 3, SectionsOffered = 4, LastActiveAt = Now.AddDays(-1) };

        Assert.Equal(1, Of(everything).Coverage, 9);
        Assert.InRange(Of(Established).Coverage, 0.3, 0.99);
    }

    /// <summary>That there is a photo is known of nearly everyone: alone it is weighed, and is no history.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Of_NoHistory_IsNotKnownAndNoEvidence(bool hasPhoto, int findings)
    {
        var standing = AccountStanding.Of(history: null, hasPhoto, Now, DetectorWeights.Default.History);

        Assert.Equal((false, 0.0, findings), (standing.IsKnown, standing.EvidenceBits, standing.Findings.Length));
        Assert.Equal((false, hasPhoto), (standing.IsNewcomer, standing.Nats != 0));
    }

    [Fact]
    public void Of_PhotoThatTheHistoryDenies_IsAsTheHistorySays()
    {
        var standing = AccountStanding.Of(new() { HasPhoto = false }, hasPhoto: true, Now, DetectorWeights.Default.History);

        Assert.Equal(0, Assert.Single(standing.Findings).Value);
    }

    private static AccountStanding Of(AccountHistory history) => AccountStanding.Of(history, hasPhoto: true, Now, DetectorWeights.Default.History);
}
