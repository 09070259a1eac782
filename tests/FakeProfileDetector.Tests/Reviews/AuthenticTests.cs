using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>"Authentic".</summary>
public sealed class AuthenticTests
{
    private static readonly Profile Young = Member("young", "Ana Horvat", Photo(1), Thin);
    private static readonly Profile Rival = Member("rival", "Boris Kovac", Photo(1), Established);

    [Fact]
    public async Task Authentic_ThinBesideAnEstablishedRival_HasNothingAgainstIt()
    {
        using var network = await ReviewedNetwork.OfAsync(Young, Rival);
        Assert.Equal(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(Young)).Verdict);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        var report = await network.CheckAsync(Young);

        Assert.Equal((AuthenticityVerdict.NoAdverseEvidence, RecommendedAction.Accept), (report.Verdict, report.RecommendedAction));
        Assert.Equal(["reviewed-authentic"], report.Signal("review").Codes());
        Assert.Equal(SignalOutcome.Supporting, report.Signal("review").Outcome);
        Assert.Contains("photo-likely-original", report.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(report.PriorBits + report.Signals.Sum(signal => signal.WeightBits), report.PosteriorBits, precision: 9);
        Assert.Equal(WeightOfEvidence.ToProbability(report.PosteriorBits), report.Probability, precision: 12);
        Assert.True(report.Probability < 0.01);
    }

    [Fact]
    public async Task Authentic_Owner_MakesTheEstablishedRivalTheTaker()
    {
        using var network = await ReviewedNetwork.OfAsync(Young, Rival);
        var before = await network.CheckAsync(Rival);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        var after = await network.CheckAsync(Rival);

        // Not at once a likely fake: a stock picture in good faith is the other explanation of two such accounts.
        Assert.Equal((AuthenticityVerdict.NoAdverseEvidence, AuthenticityVerdict.Suspicious), (before.Verdict, after.Verdict));
        Assert.Contains("photo-likely-taken", after.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.DoesNotContain(after.Signals, signal => signal.Name == "review");
    }

    [Fact]
    public async Task Authentic_BesideAVerifiedRival_AccusesNeither()
    {
        var verified = Rival with { History = Established with { IsVerified = true } };
        using var network = await ReviewedNetwork.OfAsync(Young, verified);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        foreach (var member in new[] { Young, verified })
        {
            Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, (await network.CheckAsync(member)).Verdict);
        }
    }

    [Fact]
    public async Task Authentic_UserOfAStockPicture_MakesTheOthersNoTakers()
    {
        var users = Enumerable.Range(0, 12).Select(i =>
            Member($"m{i}", $"Ana{(char)('b' + i)} Horvat{(char)('b' + i)}", Photo(1), i % 3 == 0 ? Thin : Established)).ToArray();
        using var network = await ReviewedNetwork.OfAsync(users);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "m1");

        foreach (var user in users)
        {
            Assert.Equal(["shared-stock-image"], (await network.CheckAsync(user)).Signal(ImageReuseSignal.SignalName).Codes());
        }
    }

    [Fact]
    public async Task Authentic_ThinHistoryAlone_IsNotSuspicious()
    {
        var alone = Young with { Photo = null };
        using var network = await ReviewedNetwork.OfAsync(alone);
        Assert.Equal(AuthenticityVerdict.Suspicious, (await network.CheckAsync(alone)).Verdict);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, (await network.CheckAsync(alone)).Verdict);
    }

    [Fact]
    public async Task Authentic_NewPhotoOfSomebodyElse_IsNoLongerCovered()
    {
        var copied = Young with { Photo = ProfilePhoto.FromFingerprint(Photo(2)) };
        using var network = await ReviewedNetwork.OfAsync(Young, Rival with { Photo = ProfilePhoto.FromFingerprint(Photo(2)) });
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");
        network.Time.Advance(TimeSpan.FromDays(1));

        // Both before the photo is enrolled and after.
        var first = await network.CheckAsync(copied);
        await network.EnrollAsync(copied);
        var second = await network.CheckAsync(copied);

        Assert.Equal(AuthenticityVerdict.LikelyFake, first.Verdict);
        Assert.Equal(AuthenticityVerdict.LikelyFake, second.Verdict);
        Assert.Equal(["review-outdated"], second.Signal("review").Codes());
        Assert.Equal(0, second.Signal("review").WeightBits);
    }

    [Fact]
    public async Task Authentic_OwnerWithANewPhoto_DoesNotAccuseWhoHadItBefore()
    {
        using var network = await ReviewedNetwork.OfAsync(Young with { Photo = null }, Rival);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");
        var before = await network.CheckAsync(Rival);
        network.Time.Advance(TimeSpan.FromDays(1));
        await network.EnrollAsync(Young);

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(Rival)).Verdict);
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, before.Verdict);
    }

    [Fact]
    public async Task Authentic_NewPhotoThatNobodyElseUses_StaysAuthentic()
    {
        using var network = await ReviewedNetwork.OfAsync(Young);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");
        network.Time.Advance(TimeSpan.FromDays(1));

        var report = await network.CheckAsync(Young with { Photo = ProfilePhoto.FromFingerprint(Photo(3)) });

        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
        Assert.Equal(["reviewed-authentic"], report.Signal("review").Codes());
    }

    [Fact]
    public async Task Authentic_SamePhotoEncodedAnew_IsStillCovered()
    {
        using var network = await ReviewedNetwork.OfAsync(Young, Rival);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");
        network.Time.Advance(TimeSpan.FromDays(1));

        var again = Young with { Photo = ProfilePhoto.FromFingerprint(Photo(1, distance: 5)) };
        var first = await network.CheckAsync(again);
        await network.EnrollAsync(again);
        var second = await network.CheckAsync(again);

        Assert.Equal((AuthenticityVerdict.NoAdverseEvidence, AuthenticityVerdict.NoAdverseEvidence), (first.Verdict, second.Verdict));
    }

    [Fact]
    public async Task Authentic_PhotoThatCannotBeRead_GoesToReview()
    {
        using var network = await ReviewedNetwork.OfAsync(Young);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        var report = await network.CheckAsync(Young with { Photo = ProfilePhoto.FromEncoded(new byte[] { 1 }) });

        Assert.Equal(AuthenticityVerdict.InsufficientEvidence, report.Verdict);
    }

    [Fact]
    public async Task Authentic_Erased_IsForgotten()
    {
        using var network = await ReviewedNetwork.OfAsync(Young, Rival);
        var before = await network.CheckAsync(Young);
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        await network.Registry.EraseAsync("young", TestContext.Current.CancellationToken);
        await network.EnrollAsync(Young);

        Assert.Equal(before.Probability, (await network.CheckAsync(Young)).Probability);
        Assert.Empty(await network.Decisions.FindAsync(["young"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Erase_ProfileThatIsNotEnrolled_RemovesItsDecisionsAllTheSame()
    {
        using var network = await ReviewedNetwork.OfAsync();
        await network.DecideAsync(ReviewDecisionKind.Authentic, "young");

        Assert.False((await network.Registry.EraseAsync("young", TestContext.Current.CancellationToken)).WasStored);
        Assert.Empty(await network.Decisions.FindAsync(["young"], TestContext.Current.CancellationToken));
    }
}
