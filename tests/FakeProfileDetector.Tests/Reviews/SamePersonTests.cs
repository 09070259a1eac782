using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>"These two are the same person".</summary>
public sealed class SamePersonTests
{
    private static readonly Profile Singer = Member("singer", "Ana Horvat", Photo(1), Established);
    private static readonly Profile StageName = Member("stage", "Mara Lumen", Photo(1), Thin);
    private static readonly Profile Third = Member("third", "Boris Kovac", Photo(1), Thin);

    [Fact]
    public async Task Joined_NamesThatContradict_AreADuplicateAccount()
    {
        using var network = await ReviewedNetwork.OfAsync(Singer, StageName);
        Assert.Equal(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(StageName)).Verdict);

        await network.JoinAsync("singer", "stage");

        foreach (var member in new[] { Singer, StageName })
        {
            var photo = (await network.CheckAsync(member)).Signal(ImageReuseSignal.SignalName);
            Assert.Equal(["duplicate-account", "confirmed-same-person"], photo.Codes());
            Assert.Equal((SignalOutcome.Neutral, 0.0), (photo.Outcome, photo.WeightBits));
        }

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(StageName)).Verdict);
    }

    [Theory]
    [InlineData("Ana")]
    [InlineData(null)]
    public async Task Joined_NameThatCannotBeCompared_IsADuplicateAccount(string? name)
    {
        var odd = Member("odd", name, Photo(1), Thin);
        using var network = await ReviewedNetwork.OfAsync(Singer, odd);
        await network.JoinAsync("odd", "singer");

        foreach (var member in new[] { Singer, odd })
        {
            Assert.Contains("confirmed-same-person", (await network.CheckAsync(member)).Signal(ImageReuseSignal.SignalName).Codes());
        }
    }

    [Fact]
    public async Task Joined_InAChain_AreOnePerson()
    {
        var last = Third with { DisplayName = "Mira Solano" };
        using var network = await ReviewedNetwork.OfAsync(Singer, StageName, last);
        await network.JoinAsync("singer", "stage");
        await network.JoinAsync("stage", "third");

        foreach (var member in new[] { Singer, StageName, last })
        {
            Assert.Equal(
                ["duplicate-account", "confirmed-same-person"], (await network.CheckAsync(member)).Signal(ImageReuseSignal.SignalName).Codes());
        }
    }

    [Fact]
    public async Task Joined_ByWayOfAProfileWithAnotherPhoto_AreOnePerson()
    {
        using var network = await ReviewedNetwork.OfAsync(Singer, StageName, Member("elsewhere", "Ana Horvat", Photo(2)));
        await network.JoinAsync("singer", "elsewhere");
        await network.JoinAsync("elsewhere", "stage");

        Assert.Contains("confirmed-same-person", (await network.CheckAsync(StageName)).Signal(ImageReuseSignal.SignalName).Codes());
    }

    [Fact]
    public async Task Joined_Two_NeverAbsolvesAThird()
    {
        using var network = await ReviewedNetwork.OfAsync(Singer, StageName, Third);
        await network.JoinAsync("singer", "stage");

        var report = await network.CheckAsync(Third);

        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        Assert.DoesNotContain("confirmed-same-person", report.Signal(ImageReuseSignal.SignalName).Codes());
        var owner = (await network.CheckAsync(Singer)).Signal(ImageReuseSignal.SignalName);
        Assert.Equal(["photo-reused-under-other-name", "photo-likely-original", "confirmed-same-person"], owner.Codes());
        Assert.Equal("2", owner.Reasons[0].Facts["people"]);
    }

    [Fact]
    public async Task Joined_Two_DoNotJoinTwoOthersWhoFitOneEach()
    {
        // Of the two thirds one fits the one name and one the other; that does not make them each other.
        var fitsFirst = Member("c", "A. Horvat", Photo(1), Thin);
        var fitsSecond = Member("d", "Mara M. Lumen", Photo(1), Thin);
        using var network = await ReviewedNetwork.OfAsync(Singer, StageName, fitsFirst, fitsSecond);
        await network.JoinAsync("singer", "stage");

        foreach (var member in new[] { fitsFirst, fitsSecond })
        {
            Assert.Contains("photo-reused-under-other-name", (await network.CheckAsync(member)).Signal(ImageReuseSignal.SignalName).Codes());
        }
    }

    [Fact]
    public async Task Joined_ThirdWithOneOfTheNames_IsTheSamePersonsDuplicateAsBefore()
    {
        var married = Member("married", "Ana Kovac", Photo(1), Established);
        var again = Member("again", "Ana Horvat", Photo(1), Thin);
        using var network = await ReviewedNetwork.OfAsync(Singer, married, again);
        await network.JoinAsync("singer", "married");

        Assert.Equal(["duplicate-account"], (await network.CheckAsync(again)).Signal(ImageReuseSignal.SignalName).Codes());
    }

    [Fact]
    public async Task Withdrawn_Decision_CountsNoMore()
    {
        using var network = await ReviewedNetwork.OfAsync(Singer, StageName);
        var before = await network.CheckAsync(StageName);
        await network.JoinAsync("singer", "stage");
        await network.Decisions.WithdrawAsync(ReviewDecision.SamePerson("stage", "singer", Now), TestContext.Current.CancellationToken);

        Assert.Equal(before.Probability, (await network.CheckAsync(StageName)).Probability);
    }
}
