using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>"Confirmed fake": what it means for the profile itself and for those that share its photo.</summary>
public sealed class ConfirmedFakeTests
{
    private static readonly Profile Fake = Member("fake", "Boris Kovac", Photo(1), Thin);

    [Fact]
    public async Task ConfirmedFake_Itself_IsCalledLikelyFakeWhateverTheEvidence()
    {
        var convincing = Member("fake", "Boris Kovac", Photo(1), Established with { IsVerified = true });
        using var network = await ReviewedNetwork.OfAsync(convincing);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var report = await network.CheckAsync(convincing);

        Assert.Equal((AuthenticityVerdict.LikelyFake, RecommendedAction.Report), (report.Verdict, report.RecommendedAction));
        Assert.Equal(["confirmed-fake"], report.Signal("review").Codes());
        Assert.Equal(report.PriorBits + report.Signals.Sum(signal => signal.WeightBits), report.PosteriorBits, precision: 9);
        Assert.True(report.Probability > 0.999);
    }

    [Theory]
    [InlineData("Ana Horvat")]
    [InlineData("Boris Kovac")]
    [InlineData("Ana")]
    [InlineData(null)]
    public async Task EstablishedVictim_OfAConfirmedThief_IsLessLikelyFakeThanBefore(string? name)
    {
        var victim = Member("victim", name, Photo(1), Established);
        using var network = await ReviewedNetwork.OfAsync(victim, Fake);
        var before = await network.CheckAsync(victim);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var after = await network.CheckAsync(victim);

        Assert.True(after.Probability < before.Probability, $"{before.Probability} → {after.Probability}");
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, after.Verdict);
        var codes = after.Signal(ImageReuseSignal.SignalName).Codes().ToArray();
        Assert.Contains("photo-of-confirmed-fake", codes);
        Assert.Contains("photo-likely-original", codes);
    }

    [Theory]
    [InlineData("Ana Horvat")]
    [InlineData("Boris Kovac")]
    [InlineData("Ana")]
    [InlineData(null)]
    public async Task Newcomer_BesideAConfirmedFake_IsMoreLikelyFakeThanBefore(string? name)
    {
        var newcomer = Member("newcomer", name, Photo(1), New);
        var young = Fake with { History = New };
        using var network = await ReviewedNetwork.OfAsync(newcomer, young);
        var before = await network.CheckAsync(newcomer);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var after = await network.CheckAsync(newcomer);

        Assert.True(after.Probability > before.Probability + 0.05, $"{before.Probability} → {after.Probability}");
        Assert.Equal(AuthenticityVerdict.LikelyFake, after.Verdict);
        Assert.Contains("photo-of-confirmed-fake", after.Signal(ImageReuseSignal.SignalName).Codes());
    }

    [Fact]
    public async Task ThinAccount_BesideAConfirmedFakeThatLookedEstablished_IsNotClearedByIt()
    {
        var thin = Member("thin", "Ana Horvat", Photo(1), Thin);
        using var network = await ReviewedNetwork.OfAsync(thin, Fake with { History = Established });
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        Assert.Equal(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(thin)).Verdict);
    }

    [Fact]
    public async Task AccountOfUnknownHistory_BesideAConfirmedFake_GoesToReviewAndIsNotAccused()
    {
        var unknown = Member("unknown", "Ana Horvat", Photo(1));
        using var network = await ReviewedNetwork.OfAsync(unknown, Fake);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        Assert.Equal(AuthenticityVerdict.Suspicious, (await network.CheckAsync(unknown)).Verdict);
    }

    [Theory]
    [InlineData("Ana Horvat")]
    [InlineData("Ana")]
    public async Task EstablishedVictim_OfAFakeThatLookedEstablished_IsClearedByTheDecision(string name)
    {
        var victim = Member("victim", name, Photo(1), Established);
        using var network = await ReviewedNetwork.OfAsync(victim, Fake with { History = Established });
        var before = await network.CheckAsync(victim);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var after = await network.CheckAsync(victim);

        Assert.True(after.Probability < before.Probability, $"{before.Probability} → {after.Probability}");
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, after.Verdict);
    }

    [Fact]
    public async Task Newcomer_BesideAConfirmedFakeAndABetterOwner_IsATakerAndTheOwnerIsNot()
    {
        var owner = Member("owner", "Ana Horvat", Photo(1), Established);
        var newcomer = Member("newcomer", "Carla Moretti", Photo(1), New);
        using var network = await ReviewedNetwork.OfAsync(owner, newcomer, Fake);
        var before = await network.CheckAsync(owner);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var after = await network.CheckAsync(owner);

        Assert.Equal(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(newcomer)).Verdict);
        Assert.True(after.Probability <= before.Probability, $"{before.Probability} → {after.Probability}");
    }

    [Fact]
    public async Task AuthenticNewcomer_BesideAConfirmedFake_IsTheOwner()
    {
        var newcomer = Member("newcomer", "Ana Horvat", Photo(1), New);
        using var network = await ReviewedNetwork.OfAsync(newcomer, Fake);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");
        await network.DecideAsync(ReviewDecisionKind.Authentic, "newcomer");

        var report = await network.CheckAsync(newcomer);

        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
        Assert.Contains("photo-likely-original", report.Signal(ImageReuseSignal.SignalName).Codes());
    }

    [Fact]
    public async Task Ring_WithOneConfirmed_IsMoreLikelyARingThanBefore()
    {
        var names = new[] { "Ana Horvat", "Carla Moretti", "Dario Lindqvist" };
        var ring = names.Select((name, i) => Member($"m{i}", name, Photo(1), New)).ToArray();
        using var network = await ReviewedNetwork.OfAsync([.. ring, Fake with { History = New }]);
        var before = await network.CheckAsync(ring[0]);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        foreach (var member in ring)
        {
            var after = await network.CheckAsync(member);
            Assert.True(after.Probability > before.Probability, $"{before.Probability} → {after.Probability}");
            Assert.Equal(AuthenticityVerdict.LikelyFake, after.Verdict);
            Assert.Contains("photo-ring", after.Signal(ImageReuseSignal.SignalName).Codes());
        }
    }

    [Fact]
    public async Task StockPicture_WithOneConfirmedFakeAmongItsUsers_AccusesNobodyElse()
    {
        var users = Enumerable.Range(0, 12).Select(i =>
            Member($"m{i}", $"Ana{(char)('b' + i)} Horvat{(char)('b' + i)}", Photo(1), i % 3 == 0 ? Thin : Established)).ToArray();
        using var network = await ReviewedNetwork.OfAsync([.. users, Fake]);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        foreach (var user in users)
        {
            Assert.NotEqual(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(user)).Verdict);
        }
    }

    [Fact]
    public async Task Victim_WhoseNameTheFakeCopied_IsToldApartAndNoNamesAreSaidToConflict()
    {
        var victim = Member("victim", "Boris Kovac", Photo(1), Established);
        using var network = await ReviewedNetwork.OfAsync(victim, Fake);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var report = await network.CheckAsync(victim);

        Assert.Equal(
            ["photo-shared", "photo-likely-original", "photo-of-confirmed-fake"], report.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.DoesNotContain("names-conflict-on-shared-photo", report.Signal(NameMismatchSignal.SignalName).Codes());
    }

    [Fact]
    public async Task MarriedName_BesideAConfirmedFake_IsStillNotAccused()
    {
        var bride = Member("bride", "Ana Kovac", Photo(1), Thin);
        using var network = await ReviewedNetwork.OfAsync(bride, Member("before", "Ana Horvat", Photo(1), Established), Fake);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(bride)).Verdict);
    }

    [Fact]
    public async Task NameThatCannotBeCompared_BesideAFakeAndSomebodyElse_IsNotJudged()
    {
        var unnamed = Member("unnamed", "Ana", Photo(1), Thin);
        using var network = await ReviewedNetwork.OfAsync(unnamed, Member("owner", "Carla Moretti", Photo(1), Established), Fake);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");

        var photo = (await network.CheckAsync(unnamed)).Signal(ImageReuseSignal.SignalName);

        Assert.Equal(["photo-shared-names-unknown", "photo-of-confirmed-fake"], photo.Codes());
        Assert.Equal(0, photo.WeightBits);
    }

    [Fact]
    public async Task ConfirmedFake_DecidedToBeTheSamePerson_IsADuplicateAndStillFakeItself()
    {
        var other = Member("other", "Ana Horvat", Photo(1), Established);
        using var network = await ReviewedNetwork.OfAsync(other, Fake);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "fake");
        await network.JoinAsync("fake", "other");

        Assert.Equal(
            ["duplicate-account", "photo-of-confirmed-fake", "confirmed-same-person"],
            (await network.CheckAsync(other)).Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(AuthenticityVerdict.LikelyFake, (await network.CheckAsync(Fake)).Verdict);
    }

    [Fact]
    public async Task Check_ConfirmedFake_AblationsRestOnTheReview()
    {
        var member = Member("taker", "Boris Kovac", Photo(1), Established);
        using var network = await ReviewedNetwork.OfAsync(Member("owner", "Ana Horvat", Photo(1), Thin), member);
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "taker");

        var report = await network.CheckAsync(member);

        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        Assert.NotEmpty(report.Ablations.Where(ablation => ablation.Signal != "review"));
        Assert.All(
            report.Ablations.Where(ablation => ablation.Signal != "review"),
            ablation => Assert.Equal(AuthenticityVerdict.LikelyFake, ablation.Verdict));
        var without = Assert.Single(report.Ablations, ablation => ablation.Signal == "review");
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, without.Verdict);
        Assert.Equal(report.PosteriorBits, report.PriorBits + report.Signals.Sum(signal => signal.WeightBits), precision: 9);
    }
}
