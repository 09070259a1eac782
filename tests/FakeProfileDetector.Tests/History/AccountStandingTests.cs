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

    /// <summary>Each fact alone: the last possible value is weighed, the first impossible one is named with its value and is not.</summary>
    [Fact]
    public void Of_ValuesAtTheirLimits_AreImpossibleOneBeyondThemOnly()
    {
        var filled = new AccountHistory { SectionsFilled = 0, SectionsOffered = 1 };
        (AccountHistory Possible, AccountHistory Impossible, string Says, string Facts)[] cases =
        [
            (new() { Connections = 0 }, new() { Connections = -1 }, "a negative number of connections", "connections=-1"),
            (new() { Following = 0 }, new() { Following = -2 }, "a negative number of followed accounts", "following=-2"),
            (new() { Posts = 0 }, new() { Posts = -3 }, "a negative number of posts", "posts=-3"),
            (new() { BioLength = 0 }, new() { BioLength = -4 }, "a negative length of the self-description", "bioLength=-4"),
            (filled, filled with { SectionsFilled = -1 }, "more sections filled than offered", "sectionsFilled=-1 sectionsOffered=1"),
            (filled with { SectionsFilled = 1 }, filled with { SectionsFilled = 2 }, "more sections filled than offered", "sectionsFilled=2 sectionsOffered=1"),
            (filled, filled with { SectionsOffered = 0 }, "more sections filled than offered", "sectionsFilled=0 sectionsOffered=0"),
        ];
        foreach (var (possible, impossible, says, facts) in cases)
        {
            Assert.Empty(Of(possible).Impossible);
            Assert.Equal(2, Of(possible).Findings.Length);
            var found = Assert.Single(Of(impossible).Impossible);
            Assert.Equal(says, found.Text);
            Assert.Equal(facts, string.Join(' ', found.Values.Select(value => $"{value.Name}={value.Value}")));
            Assert.Equal(HistoryFeatureCatalog.Photo, Assert.Single(Of(impossible).Findings).Feature);
        }
    }

    [Fact]
    public void Of_DatesADayApartAndMore_AreImpossibleBeyondTheDayOnly()
    {
        var day = TimeSpan.FromDays(1);
        (Func<TimeSpan, AccountHistory> Make, string Says, TimeSpan Limit)[] cases =
        [
            (by => new() { ObservedAt = Now + by }, "an observation in the future", day),
            (by => new() { CreatedAt = Now + by }, "a creation date after the observation", TimeSpan.Zero),
            (by => new() { ObservedAt = Now.AddDays(-5), CreatedAt = Now.AddDays(-5) + by }, "a creation date after the observation", TimeSpan.Zero),
            (by => new() { LastActiveAt = Now + by }, "a last activity after the observation", day),
            (by => new() { ObservedAt = Now.AddDays(-5), LastActiveAt = Now.AddDays(-5) + by }, "a last activity after the observation", day),
            (by => new() { LastActiveAt = Now.AddDays(-50), CreatedAt = Now.AddDays(-50) + by }, "a last activity before the creation", day),
        ];
        foreach (var (make, says, limit) in cases)
        {
            Assert.Empty(Of(make(limit)).Impossible);
            Assert.Equal(says, Assert.Single(Of(make(limit + TimeSpan.FromTicks(1))).Impossible).Text);
        }
    }

    private static AccountStanding Of(AccountHistory history) => AccountStanding.Of(history, hasPhoto: true, Now, DetectorWeights.Default.History);
}
