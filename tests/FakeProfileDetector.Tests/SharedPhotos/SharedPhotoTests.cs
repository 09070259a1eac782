using FakeProfileDetector.Checking;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>The rules on photos that several profiles share, each as a behavior.</summary>
public sealed class SharedPhotoTests
{
    private static readonly string[] Names =
    [
        "Ana Horvat", "Boris Kovac", "Carla Moretti", "Dario Lindqvist", "Elin Farkas", "Felix Novik", "Greta Tamm", "Hugo Salonen",
        "Ines Petrik", "Jonas Ekman", "Karin Rossen", "Leo Drobny",
    ];

    [Fact]
    public async Task StolenPhoto_ThinTakerAndEstablishedOwner_AccusesTheTakerOnly()
    {
        var reports = await CheckAll(
            Member("owner", Names[0], Photo(1), Established), Member("taker", Names[1], Photo(1, distance: 6), Thin));

        Assert.Equal(AuthenticityVerdict.LikelyFake, reports["taker"].Verdict);
        Assert.Equal(RecommendedAction.Report, reports["taker"].RecommendedAction);
        Assert.Equal(["photo-reused-under-other-name", "photo-likely-taken"], reports["taker"].Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, reports["owner"].Verdict);
        Assert.Equal(["photo-reused-under-other-name", "photo-likely-original"], reports["owner"].Signal(ImageReuseSignal.SignalName).Codes());
        Assert.True(reports["owner"].Signal(ImageReuseSignal.SignalName).WeightBits < reports["taker"].Signal(ImageReuseSignal.SignalName).WeightBits);
    }

    [Fact]
    public async Task StolenPhoto_TakenByANewcomer_AccusesTheNewcomer()
    {
        var reports = await CheckAll(
            Member("owner", Names[0], Photo(1), Established), Member("taker", Names[1], Photo(1), New));

        Assert.Equal(AuthenticityVerdict.LikelyFake, reports["taker"].Verdict);
    }

    [Fact]
    public async Task SamePhoto_TwoEqualAccounts_AccusesNeitherButAsksForReview()
    {
        var reports = await CheckAll(
            Member("a", Names[0], Photo(1), Established), Member("b", Names[1], Photo(1), Established));

        Assert.All(reports.Values, report => Assert.Equal(AuthenticityVerdict.Suspicious, report.Verdict));
    }

    [Theory]
    [InlineData("Ana Horvat", "A. Horvat")]
    [InlineData("Ana Horvat", "Horvat, Ana")]
    [InlineData("Elizabeth Novik", "Liz Novik")]
    [InlineData("Dr. Ana Horvat, MBA", "Ana M. Horvat")]
    public async Task SamePhoto_CompatibleNames_IsADuplicateAccountAndNoFake(string first, string second)
    {
        var reports = await CheckAll(Member("a", first, Photo(1), Established), Member("b", second, Photo(1), Thin));

        Assert.All(reports.Values, report => Assert.Equal(["duplicate-account"], report.Signal(ImageReuseSignal.SignalName).Codes()));
        Assert.All(reports.Values, report => Assert.Equal(0, report.Signal(ImageReuseSignal.SignalName).WeightBits));
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["b"].Verdict);
    }

    [Fact]
    public async Task SamePhoto_GivenNameOnlyInCommon_WeighsLessThanStrangers()
    {
        var bride = await CheckAll(Member("a", "Ana Horvat", Photo(1), Established), Member("b", "Ana Kovac", Photo(1), Thin));
        var strangers = await CheckAll(Member("a", "Ana Horvat", Photo(1), Established), Member("b", "Mia Kovac", Photo(1), Thin));

        Assert.Contains("names-partly-agree", bride["b"].Signal(ImageReuseSignal.SignalName).Codes());
        Assert.True(bride["b"].Probability < strangers["b"].Probability);
    }

    [Theory]
    [InlineData("Ana Horvat", "Ana Kovac")]
    [InlineData("Ana Horvat", "Petra Horvat")]
    public async Task SamePhoto_MarriageOrFamily_IsNotCalledFake(string first, string second)
    {
        // By the library's own weights such names are more likely one person's or one family's than strangers'.
        foreach (var history in new[] { Thin, New })
        {
            var reports = await CheckAll(Member("a", first, Photo(1), history), Member("b", second, Photo(1), Established));
            Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["a"].Verdict);
        }
    }

    [Fact]
    public async Task StolenPhoto_HistoryOfTheOwnerHidden_DoesNotAccuseTheOwner()
    {
        var reports = await CheckAll(Member("owner", Names[0], Photo(1)), Member("taker", Names[1], Photo(1), Established));

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["owner"].Verdict);
    }

    [Fact]
    public async Task StolenPhoto_BridgingName_AbsolvesNobody()
    {
        var reports = await CheckAll(
            Member("owner", "Ana Horvat", Photo(1), Established),
            Member("taker", "Boris Kovac", Photo(1), Thin),
            Member("bridge", "Ana Horvat Boris Kovac", Photo(1), Thin));

        Assert.Equal(AuthenticityVerdict.LikelyFake, reports["taker"].Verdict);
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, reports["owner"].Verdict);
    }

    [Fact]
    public async Task SharedPicture_ThreeQuartersThin_IsNoStockImage()
    {
        var reports = await CheckAll(
            [.. Names.Select((name, i) => Member($"m{i}", name, Photo(1), i % 4 == 0 ? Established : Thin))]);

        Assert.All(reports.Values, report => Assert.DoesNotContain("shared-stock-image", report.Signal(ImageReuseSignal.SignalName).Codes()));
    }

    [Fact]
    public async Task Weight_WithoutTheOtherSignals_IsTheWholeEvidence()
    {
        // What nobody else counts must not be taken off.
        var member = Member("a", Names[0], Photo(1), Established);
        using var registry = await Enrolled(member, Member("b", Names[1], Photo(1), Established));
        IProfileAuthenticityChecker alone = new ProfileAuthenticityChecker(registry, NoDecoder.Fingerprinter, [ImageReuseSignal.Create()], time: new FixedTime(Now));

        var whole = await Checker(registry).CheckAsync(member, TestContext.Current.CancellationToken);
        var report = await alone.CheckAsync(member, TestContext.Current.CancellationToken);

        Assert.Equal(whole.Probability, report.Probability, precision: 9);
    }

    [Theory]
    [InlineData("Ana")]
    [InlineData("ana_horvat88")]
    [InlineData(null)]
    public async Task SamePhoto_NameThatCannotBeCompared_AccusesNobody(string? name)
    {
        var reports = await CheckAll(Member("a", Names[1], Photo(1), Established), Member("b", name, Photo(1), Thin));

        Assert.Equal(["photo-shared-names-unknown"], reports["b"].Signal(ImageReuseSignal.SignalName).Codes());
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["b"].Verdict);
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, reports["a"].Verdict);
    }

    [Fact]
    public async Task Ring_UniformlyThin_IsAccusedWhole()
    {
        var reports = await CheckAll([.. Names.Take(6).Select((name, i) => Member($"m{i}", name, Photo(1, distance: i), Thin))]);

        Assert.All(reports.Values, report => Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict));
        Assert.All(reports.Values, report => Assert.Contains("photo-ring", report.Signal(ImageReuseSignal.SignalName).Codes()));
    }

    [Fact]
    public async Task Ring_OfNewcomers_IsAccusedWhole()
    {
        var reports = await CheckAll([.. Names.Take(6).Select((name, i) => Member($"m{i}", name, Photo(1), New))]);

        Assert.All(reports.Values, report => Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict));
    }

    [Fact]
    public async Task SharedPicture_MostlyEstablishedUsers_IsAStockImage()
    {
        // Every third user of an unknown default avatar is thin; nobody may be accused for that.
        var reports = await CheckAll(
            [.. Names.Select((name, i) => Member($"m{i}", name, Photo(1), i % 3 == 0 ? Thin : Established))]);

        Assert.All(reports.Values, report => Assert.Equal(SignalOutcome.Abstained, report.Signal(ImageReuseSignal.SignalName).Outcome));
        Assert.All(reports.Values, report => Assert.Equal(["shared-stock-image"], report.Signal(ImageReuseSignal.SignalName).Codes()));
        Assert.DoesNotContain(reports.Values, report => report.Verdict == AuthenticityVerdict.LikelyFake);
    }

    [Fact]
    public async Task SharedPicture_SameCount_IsJudgedByTheGroupAndNotByTheCount()
    {
        var ring = await CheckAll([.. Names.Select((name, i) => Member($"m{i}", name, Photo(1), Thin))]);
        var stock = await CheckAll([.. Names.Select((name, i) => Member($"m{i}", name, Photo(1), Established))]);

        Assert.All(ring.Values, report => Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict));
        Assert.All(stock.Values, report => Assert.Equal(["shared-stock-image"], report.Signal(ImageReuseSignal.SignalName).Codes()));
    }

    [Fact]
    public async Task SharedPicture_NothingKnownOfAnybody_DoesNotSayWhoIsFake()
    {
        var reports = await CheckAll(Member("a", Names[0], Photo(1)), Member("b", Names[1], Photo(1)));

        Assert.All(reports.Values, report => Assert.InRange(report.Probability, 0.45, 0.6));
    }

    [Fact]
    public async Task StolenPhoto_SecondAccountOfTheOwner_IsJudgedByTheFirstOnesHistory()
    {
        var reports = await CheckAll(
            Member("second", Names[0], Photo(1), Thin), Member("first", Names[0], Photo(1), Established), Member("taker", Names[1], Photo(1), Thin));

        Assert.Equal(AuthenticityVerdict.LikelyFake, reports["taker"].Verdict);
        Assert.Contains("photo-likely-original", reports["second"].Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Contains("photo-likely-original", reports["first"].Signal(ImageReuseSignal.SignalName).Codes());
    }

    [Theory]
    [InlineData(2, 0.05)]
    [InlineData(3, 0.2)]
    [InlineData(4, 0.8)]
    [InlineData(6, 12.8)]
    [InlineData(9, 20)]
    public async Task FakeProbability_NothingKnownOfAnybody_IsThatOfNotBeingTheOneOwner(int people, double ring)
    {
        // One of them is the owner, each equally likely; or nobody is, which is the likelier the more there are.
        Profile[] members = [.. Names.Take(people).Select((name, i) => Member($"m{i}", name, Photo(1, distance: i)))];
        using var registry = await Enrolled(members);

        var shared = (await ContextOf(members[0], registry)).SharedPhoto!;

        Assert.Equal(1 - (1 / (people + ring)), shared.FakeProbability, precision: 9);
        Assert.Equal(ring / (people + ring), shared.RingProbability, precision: 9);
    }

    [Fact]
    public async Task StolenPhoto_UnknownHistories_LargerCopyIsTheLikelierOwner()
    {
        var reports = await CheckAll(
            Member("large", Names[0], Photo(1, width: 800, height: 800)), Member("small", Names[1], Photo(1, width: 200, height: 200)));

        Assert.True(reports["large"].Probability < reports["small"].Probability);
    }

    [Fact]
    public async Task StolenPhoto_UnknownHistories_ColoredCopyIsTheLikelierOwner()
    {
        var reports = await CheckAll(
            Member("colour", Names[0], Photo(1, hasColor: true)), Member("grey", Names[1], Photo(1, hasColor: false)));

        // A copy alone tells a source from a copy, and no owner from somebody who has it from elsewhere.
        Assert.Equal(AuthenticityVerdict.Suspicious, reports["grey"].Verdict);
        Assert.True(reports["colour"].Probability < reports["grey"].Probability);
    }

    [Fact]
    public async Task StolenPhoto_HistoriesThatWeighTheSame_TheBetterConnectedIsTheLikelierOwner()
    {
        // From 3,000 connections on, the weights of a history tell no difference.
        var reports = await CheckAll(
            Member("known", Names[0], Photo(1), Established with { Connections = 300_000, Following = null }),
            Member("obscure", Names[1], Photo(1), Established with { Connections = 3_000, Following = null }));

        Assert.True(reports["known"].Probability < reports["obscure"].Probability);
        var role = Assert.Single(reports["known"].Signal(ImageReuseSignal.SignalName).Reasons, reason => reason.Code == "photo-likely-original");
        Assert.Equal("Of the profiles that share it this is the likeliest owner of the photo, by more connections.", role.Text);
    }

    [Fact]
    public async Task StolenPhoto_VerifiedOwnerWithoutHistory_IsNotAccused()
    {
        var reports = await CheckAll(
            Member("owner", Names[0], Photo(1), new AccountHistory { IsVerified = true }), Member("taker", Names[1], Photo(1), Established));

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["owner"].Verdict);
        Assert.True(reports["owner"].Probability < reports["taker"].Probability);
    }

    [Fact]
    public async Task Probability_OfSharedPhoto_DoesNotDependOnWhoEnrolledFirst()
    {
        var owner = Member("owner", Names[0], Photo(1), Established);
        var taker = Member("taker", Names[1], Photo(1, distance: 4), Thin);

        var ownerFirst = await CheckAll(owner, taker);
        var takerFirst = await CheckAll(taker, owner);

        Assert.Equal(ownerFirst["taker"].Probability, takerFirst["taker"].Probability);
        Assert.Equal(ownerFirst["owner"].Probability, takerFirst["owner"].Probability);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public async Task Probability_OfTwoEqualHolders_IsAHalfWhateverThePrior(double prior)
    {
        // One of two who claim a photo took it: how common fakes are elsewhere says nothing about which.
        var member = Member("a", Names[0], Photo(1));
        using var registry = await Enrolled(member, Member("b", Names[1], Photo(1)));

        var report = await Checker(registry, new() { PriorProbability = prior, SuspiciousThreshold = 0.3 })
            .CheckAsync(member, TestContext.Current.CancellationToken);

        Assert.InRange(report.Probability, 0.47, 0.58);
    }
}
