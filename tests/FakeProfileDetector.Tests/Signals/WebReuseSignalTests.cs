using FakeProfileDetector.Checking;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Signals.WebReuse;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Web;
using Microsoft.Extensions.Time.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

/// <summary>What the pages of the web that show a photo say of a profile.</summary>
public sealed class WebReuseSignalTests
{
    private static readonly PhotoFingerprint Portrait = Photo(1);

    [Theory]
    [InlineData("new")]
    [InlineData("thin")]
    [InlineData("unknown")]
    public async Task Check_CopiesOnTwoSitesUnderOtherNames_IsLikelyFake(string what)
    {
        var report = await CheckAsync(Boris(Of(what)), LinkedIn("Ana Horvat"), Instagram("Ana Horvat", "ana.horvat"));

        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        var reason = report.Signal(WebReuseSignal.SignalName).Reasons[0];
        Assert.Equal(ReasonCodes.PhotoOnWebUnderOtherNames, reason.Code);
        Assert.Equal(("2", "2", "1"), (reason.Facts["pages"], reason.Facts["sites"], reason.Facts["people"]));
        Assert.Contains("linkedin.com/in/ana-horvat", reason.Facts["page-01"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_VaryingNames_AreCounted()
    {
        var report = await CheckAsync(Boris(Thin), LinkedIn("Ana Horvat"), Instagram("Carla Moretti", "carla.m"), Page("https://github.com/elin", "elin (Elin Salonen) · GitHub"));

        Assert.Equal("3", report.Signal(WebReuseSignal.SignalName).Reasons[0].Facts["people"]);
        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Check_OneSite_IsAtMostSuspicious()
    {
        var report = await CheckAsync(Boris(Thin), LinkedIn("Ana Horvat"), Page("https://hr.linkedin.com/in/ana-horvat-2", "Ana Horvat - Engineer | LinkedIn"));

        Assert.Equal(AuthenticityVerdict.Suspicious, report.Verdict);
    }

    [Theory]
    [InlineData("Boris Kovac")]
    [InlineData("Борис Ковач")]
    [InlineData("Kovac Boris")]
    public async Task Check_OwnNameOnTheWebAsWell_IsNotReported(string own)
    {
        var report = await CheckAsync(Boris(New), LinkedIn("Ana Horvat"), Instagram("Carla Moretti", "carla.m"), Page("https://www.xing.com/profile/x", $"{own} - Engineer | XING"));

        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
        Assert.Contains(ReasonCodes.PhotoOnOwnPages, Codes(report));
    }

    [Fact]
    public async Task Check_OnlyOwnPages_SpeakForTheProfileALittle()
    {
        var report = await CheckAsync(Boris(New), LinkedIn("Boris Kovac"), Instagram("Boris Kovač", "b.kovac"));

        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
        Assert.InRange(report.Signal(WebReuseSignal.SignalName).WeightBits, -2, -0.5);
    }

    /// <summary>A bride, a brother: a word in common accuses nobody.</summary>
    [Theory]
    [InlineData("Boris Horvat")]
    [InlineData("Ana Kovac")]
    [InlineData("Boris")]
    public async Task Check_NamesWithAWordInCommon_WeighNothing(string other)
    {
        var report = await CheckAsync(Boris(New), LinkedIn(other), Instagram(other, "somebody"), Page("https://github.com/x1", $"x1 ({other}) · GitHub"));

        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
        Assert.Equal(0, Math.Max(0, report.Signal(WebReuseSignal.SignalName).WeightBits));
    }

    [Fact]
    public async Task Check_PreviousName_IsTheProfilesOwn()
    {
        var profile = Boris(New) with { OtherNames = ["Ana Horvat"] };

        var report = await CheckAsync(profile, LinkedIn("Ana Horvat"), Instagram("Ana Horvat", "ana.horvat"));

        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
    }

    [Fact]
    public async Task Check_OwnHandle_IsLeftOut()
    {
        var profile = Boris(New) with { Handle = "@AnaH" };

        var report = await CheckAsync(profile, Instagram("Ana Horvat", "anah"), Page("https://github.com/anah", "anah (Ana Horvat) · GitHub"));

        Assert.Contains(ReasonCodes.PhotoNotOnWeb, Codes(report));
    }

    /// <summary>One handle everywhere, and the same name: pages of her own.</summary>
    [Fact]
    public async Task Check_OwnHandleAndName_AreAPageOfOnesOwn()
    {
        var profile = Boris(New) with { Handle = "@boris.k" };

        var report = await CheckAsync(profile, Instagram("Boris Kovac", "boris.k"), LinkedIn("Ana Horvat"), Page("https://github.com/elin", "elin (Elin Salonen) · GitHub"));

        Assert.Contains(ReasonCodes.PhotoOnOwnPages, Codes(report));
        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
    }

    /// <summary>Robbed by many, and elsewhere under the name that she had before her wedding.</summary>
    [Fact]
    public async Task Check_NameLikeTheProfilesAmongOthers_IsNotReported()
    {
        var report = await CheckAsync(Boris(New), LinkedIn("Boris Horvat"), Instagram("Carla Moretti", "carla.m"), Page("https://github.com/elin", "elin (Elin Salonen) · GitHub"));

        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
    }

    /// <summary>A page that the provider itself calls a look-alike, and a copy that was encoded anew.</summary>
    [Fact]
    public async Task Check_LookAlikesAndReencodedCopies_AreToldApart()
    {
        WebPhotoPage similar = new() { Url = new("https://www.linkedin.com/in/ana-horvat"), Title = "Ana Horvat - Engineer | LinkedIn", Match = WebPhotoMatch.Similar };
        var copy = Photo(1, distance: 20);

        Assert.Equal([ReasonCodes.PhotoNotOnWeb], Codes(await CheckAsync(Boris(New), similar)));
        Assert.Equal(AuthenticityVerdict.LikelyFake, (await CheckAsync(Boris(New), LinkedIn("Ana Horvat", copy), Instagram("Ana Horvat", "ah", copy))).Verdict);
    }

    [Fact]
    public async Task MayReport_OwnPageOrVerified_IsNot()
    {
        WebPhotoUse[] others = [Use("https://www.linkedin.com/in/a", "Ana Horvat"), Use("https://github.com/a", "Ana Horvat")];

        Assert.True(await MayReport(Boris(New), others));
        Assert.False(await MayReport(Boris(New), [.. others, Use("https://www.xing.com/profile/b", "Boris Kovac", isConfirmed: false)]));
        Assert.False(await MayReport(Boris(New with { IsVerified = true }), others));

        static async Task<bool> MayReport(Profile profile, WebPhotoUse[] uses) => WebReportRule.MayReport(await ContextOf(profile), WebPhotos.Of(profile, uses));

        static WebPhotoUse Use(string url, string name, bool isConfirmed = true) => new(
            new(url), new() { Site = new Uri(url).Host, Kind = WebPageKind.Profile, Name = name }, HolderNames.Of(name, []), FirstSeen: null, isConfirmed);
    }

    /// <summary>A provider's word is no proof, and a picture that is another one counts for nothing.</summary>
    [Theory]
    [InlineData(false, ReasonCodes.WebCopiesUnconfirmed)]
    [InlineData(true, ReasonCodes.PhotoNotOnWeb)]
    public async Task Check_CopiesThatAreNotConfirmed_NeverReport(bool isAnotherPicture, string code)
    {
        var copy = isAnotherPicture ? Photo(2) : null;

        var report = await CheckAsync(Boris(New), LinkedIn("Ana Horvat", copy), Page("https://github.com/x", "x (Ana Horvat) · GitHub", copy), Page("https://www.xing.com/profile/y", "Ana Horvat | XING", copy));

        Assert.Contains(code, Codes(report));
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(null)]
    public async Task Check_PictureThatIsNoPortrait_IsNotReported(int? people)
    {
        var photo = Photo(1, people: people);

        var report = await CheckAsync(Boris(New) with { Photo = ProfilePhoto.FromFingerprint(photo) }, LinkedIn("Ana Horvat", photo), Instagram("Carla Moretti", "cm", photo));

        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
    }

    [Fact]
    public async Task Check_ProfileThatShowedItFirst_IsNotReported()
    {
        var profile = Boris(New) with { PhotoSince = Now.AddDays(-3) };
        var later = Now.AddDays(-1);

        var report = await CheckAsync(profile, LinkedIn("Ana Horvat", seen: later), Instagram("Carla Moretti", "cm", seen: later));

        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
        Assert.Contains("before", report.Signal(WebReuseSignal.SignalName).Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_HistoryThatSpeaksForTheProfile_IsNotReported()
    {
        var report = await CheckAsync(Boris(Established), LinkedIn("Ana Horvat"), Instagram("Carla Moretti", "carla.m"));

        Assert.Equal(AuthenticityVerdict.Suspicious, report.Verdict);
    }

    [Theory]
    [InlineData("https://www.shutterstock.com/image-photo/smiling-woman-1", "Smiling woman stock photo | Shutterstock", ReasonCodes.StockPhotoOnWeb)]
    [InlineData("https://www.scamdigger.com/xyz", "Romance scammer photos", ReasonCodes.PhotoOnScamWarning)]
    public async Task Check_StockAndScamPages_GiveTheirReasonAndReportNobody(string url, string title, string code)
    {
        var report = await CheckAsync(Boris(New), Page(url, title));

        Assert.Contains(code, Codes(report));
        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
    }

    /// <summary>What a library sells may stand under many names in good faith.</summary>
    [Fact]
    public async Task Check_StockPictureUnderOtherNames_IsNotReported()
    {
        var report = await CheckAsync(
            Boris(New), LinkedIn("Ana Horvat"), Instagram("Carla Moretti", "cm"), Page("https://www.shutterstock.com/image-photo/smiling-woman-1", "Smiling woman stock photo | Shutterstock"));

        Assert.True(report.Verdict < AuthenticityVerdict.LikelyFake, report.Verdict.ToString());
    }

    [Fact]
    public async Task Check_PublicFiguresPhoto_SaysSo()
    {
        var report = await CheckAsync(Boris(Thin), Page("https://en.wikipedia.org/wiki/Ana_Horvat", "Ana Horvat - Wikipedia"), LinkedIn("Ana Horvat"));

        Assert.Contains(ReasonCodes.PhotoOfPublicFigure, Codes(report));
        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Theory]
    [InlineData(WebPhotoSearchFailure.OverBudget, ReasonCodes.WebSearchOverBudget)]
    [InlineData(WebPhotoSearchFailure.TimedOut, ReasonCodes.WebSearchTimedOut)]
    [InlineData(WebPhotoSearchFailure.Unavailable, ReasonCodes.WebSearchFailed)]
    [InlineData(WebPhotoSearchFailure.KeyRefused, ReasonCodes.WebSearchFailed)]
    public async Task Check_SearchThatFails_AcceptsNobodyAndSaysWhy(WebPhotoSearchFailure failure, string code)
    {
        var search = new Search(_ => throw new WebPhotoSearchException(failure, "secret"));

        var report = await CheckAsync(Boris(Established), search);
        var lenient = await CheckAsync(Boris(Established), search, signal: new() { FailureIsInconclusive = false });

        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, code), (report.Verdict, Codes(report).Single()));
        Assert.Equal((AuthenticityVerdict.NoAdverseEvidence, code), (lenient.Verdict, Codes(lenient).Single()));
        Assert.DoesNotContain("secret", report.Signal(WebReuseSignal.SignalName).Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SearchThatThrowsOrHangs_CostsItselfOnly()
    {
        var time = new FakeTimeProvider(Now);
        var thrown = await CheckAsync(Boris(New), new Search(_ => throw new NotSupportedException("secret")));
        var hanging = await WhileTimePasses(time, CheckAsync(Boris(New), new Search(_ => new TaskCompletionSource<WebPhotoSearchResult>().Task), time: time));

        Assert.Equal([ReasonCodes.WebSearchFailed], Codes(thrown));
        Assert.Equal([ReasonCodes.WebSearchTimedOut], Codes(hanging));
        Assert.Equal(AuthenticityVerdict.InsufficientEvidence, hanging.Verdict);
    }

    [Fact]
    public async Task Check_Canceled_Cancels()
    {
        using var canceling = new CancellationTokenSource();
        var search = new Search(_ =>
        {
            canceling.Cancel();
            return new TaskCompletionSource<WebPhotoSearchResult>().Task;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Checker(search).CheckAsync(Boris(New), canceling.Token));
    }

    /// <summary>Who is verified, reviewed or surely a thief already costs no search.</summary>
    [Theory]
    [InlineData(WebSearchPolicy.Never, 0, 0, 0, 0)]
    [InlineData(WebSearchPolicy.WhenUndecided, 1, 0, 0, 0)]
    [InlineData(WebSearchPolicy.Always, 1, 1, 1, 1)]
    public async Task Check_Policy_DecidesWhenItIsSearched(WebSearchPolicy policy, int open, int verified, int reviewed, int taker)
    {
        Assert.Equal(open, await Count(Boris(New)));
        Assert.Equal(verified, await Count(Boris(New with { IsVerified = true })));
        Assert.Equal(reviewed, await Count(Boris(New), decision: ReviewDecision.Authentic("m", Now)));
        Assert.Equal(taker, await Count(Boris(Thin), Member("owner", "Ana Horvat", Portrait, Established)));

        async Task<int> Count(Profile profile, Profile? enrolled = null, ReviewDecision? decision = null)
        {
            var search = new Search(_ => Task.FromResult(Result()));
            await using var registry = NewRegistry();
            if (enrolled is not null)
            {
                await registry.EnrollAsync(enrolled, TestContext.Current.CancellationToken);
            }

            var decisions = new InMemoryReviewDecisionStore();
            if (decision is not null)
            {
                await ((IReviewDecisionStore)decisions).RecordAsync(decision, TestContext.Current.CancellationToken);
            }

            IProfileAuthenticityChecker checker = new ProfileAuthenticityCheckerFactory(registry, decisions, search, policy).Create();
            await checker.CheckAsync(profile, TestContext.Current.CancellationToken);
            return search.Count;
        }
    }

    /// <summary>A tile, an identicon, a silhouette and a network's avatar are on the web a million times: looking costs money and tells nothing.</summary>
    [Theory]
    [InlineData(WebSearchPolicy.WhenUndecided)]
    [InlineData(WebSearchPolicy.Always)]
    public async Task Check_PictureOfNobody_CostsNoSearch(WebSearchPolicy policy)
    {
        var logo = Photo(9, people: 0);
        var bank = new BenignPhotoBank();
        bank.Add(logo.Hash, "logo");
        PhotoFingerprint[] pictures =
        [
            Drawn(FlatDrawings.Tile("EP", 240)), Drawn(FlatDrawings.Identicon(3, 240)), Drawn(FlatDrawings.Silhouette(240)), Drawn(Scene.Paint(240, 240, (_, _) => 130)),
            logo,
        ];
        var search = new Search(_ => Task.FromResult(Result()));
        await using var registry = NewRegistry(bank: bank);

        // The picture itself tells, where the enrolled ones cannot be searched.
        var broken = NewRegistry();
        await broken.DisposeAsync();
        foreach (var picture in pictures)
        {
            foreach (var each in (IProfileRegistry[])(ReferenceEquals(picture, logo) ? [registry] : [registry, broken]))
            {
                var checker = new ProfileAuthenticityCheckerFactory(each, new InMemoryReviewDecisionStore(), search, policy).Create();
                await checker.CheckAsync(Member("m", "Boris Kovac", picture, New), TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(0, search.Count);

        static PhotoFingerprint Drawn(Scene scene)
        {
            using var image = scene.Image();
            return PhotoFingerprinter.Fingerprint(image);
        }
    }

    [Fact]
    public async Task Check_WithoutASearch_SaysThatNobodySearched()
    {
        var report = await CheckAsync(Boris(New), search: null);

        Assert.Equal([ReasonCodes.WebNotSearched], Codes(report));
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict);
    }

    [Fact]
    public async Task Check_OwnSites_AreLeftOut()
    {
        var search = new Search(_ => Task.FromResult(Result(LinkedIn("Ana Horvat"), Instagram("Ana Horvat", "ana.horvat"))));
        var options = new WebReuseOptions();
        options.OwnSites.Add("LinkedIn.com");

        var report = await CheckAsync(Boris(Thin), search, signal: options);

        Assert.Equal("1", report.Signal(WebReuseSignal.SignalName).Reasons[0].Facts["sites"]);
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Check_MaximumPages_BoundsTheAddressesNamed()
    {
        var search = new Search(_ => Task.FromResult(Result(LinkedIn("Ana Horvat"), Instagram("Ana Horvat", "ana.horvat"))));

        var report = await CheckAsync(Boris(Thin), search, signal: new() { MaximumPages = 1 });

        Assert.Equal(["page-01"], report.Signal(WebReuseSignal.SignalName).Reasons[0].Facts.Keys.Where(key => key.StartsWith("page-", StringComparison.Ordinal)));
    }

    /// <summary>Pages of its own elsewhere tell the quiet owner from the rich account that took the photo.</summary>
    [Fact]
    public async Task Check_HoldersWithPagesOfTheirOwn_AreTheLikelierOwners()
    {
        var owner = Member("owner", "Ana Horvat", Portrait, Established with { Connections = 60, Following = 80, Posts = 2, BioLength = 0, HasUrl = false });
        var thief = Member("thief", "Boris Kovac", Portrait, Established);
        await using var registry = await Enrolled(owner, thief);
        var search = new Search(_ => Task.FromResult(Result(LinkedIn("Ana Horvat"), Instagram("Ana Horvat", "ana.horvat"))));
        IProfileAuthenticityChecker checker = new ProfileAuthenticityCheckerFactory(registry, new InMemoryReviewDecisionStore(), search, WebSearchPolicy.Always).Create();

        var without = await new ProfileAuthenticityCheckerFactory(registry, new InMemoryReviewDecisionStore(), search, WebSearchPolicy.Never).Create().CheckAsync(owner, TestContext.Current.CancellationToken);
        var with = await checker.CheckAsync(owner, TestContext.Current.CancellationToken);

        Assert.True(with.Probability < without.Probability, $"{with.Probability} is not below {without.Probability}");
        Assert.NotEqual(AuthenticityVerdict.NoAdverseEvidence, (await checker.CheckAsync(thief, TestContext.Current.CancellationToken)).Verdict);
    }

    private static AccountHistory? Of(string what) => what switch
    {
        "new" => New,
        "thin" => Thin,
        _ => null,
    };

    private static Profile Boris(AccountHistory? history) => Member("m", "Boris Kovac", Portrait, history);

    private static WebPhotoPage LinkedIn(string name, PhotoFingerprint? copy, DateTimeOffset? seen = null) =>
        Page($"https://www.linkedin.com/in/{name.ToLowerInvariant().Replace(' ', '-')}", $"{name} - Product Manager - Contoso | LinkedIn", copy, seen);

    private static WebPhotoPage LinkedIn(string name, DateTimeOffset? seen = null) => LinkedIn(name, Portrait, seen);

    private static WebPhotoPage Instagram(string name, string handle, PhotoFingerprint? copy = null, DateTimeOffset? seen = null) =>
        Page($"https://www.instagram.com/{handle}/", $"{name} (@{handle}) • Instagram photos and videos", copy ?? Portrait, seen);

    private static WebPhotoPage Page(string url, string title) => Page(url, title, Portrait);

    private static WebPhotoPage Page(string url, string title, PhotoFingerprint? copy, DateTimeOffset? seen = null) =>
        new() { Url = new(url), Title = title, Match = WebPhotoMatch.Full, FirstSeen = seen, Copy = copy };

    private static WebPhotoSearchResult Result(params WebPhotoPage[] pages) => new() { Provider = "test", SearchedAt = Now, Pages = [.. pages] };

    private static Task<AuthenticityReport> CheckAsync(Profile profile, params WebPhotoPage[] pages) =>
        CheckAsync(profile, new Search(_ => Task.FromResult(Result(pages))));

    private static async Task<AuthenticityReport> CheckAsync(Profile profile, Search? search, WebReuseOptions? signal = null, TimeProvider? time = null) =>
        await Checker(search, signal, time).CheckAsync(profile, TestContext.Current.CancellationToken);

    private static IProfileAuthenticityChecker Checker(Search? search, WebReuseOptions? signal = null, TimeProvider? time = null) =>
        new ProfileAuthenticityCheckerFactory(NewRegistry(), new InMemoryReviewDecisionStore(), search, WebSearchPolicy.WhenUndecided, signal, time).Create();

    private static IEnumerable<string> Codes(AuthenticityReport report) => report.Signal(WebReuseSignal.SignalName).Reasons.Select(reason => reason.Code);

    internal sealed record ProfileAuthenticityCheckerFactory(
        IProfileRegistry Registry, IReviewDecisionStore Decisions, IWebPhotoSearch? Search, WebSearchPolicy Policy, WebReuseOptions? Signal = null, TimeProvider? Time = null)
    {
        internal IProfileAuthenticityChecker Create() => new ProfileAuthenticityChecker(
            Registry,
            NoDecoder.Fingerprinter,
            [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create(), WebReuseSignal.Create(Signal)],
            new() { WebSearchPolicy = Policy },
            Time ?? new FixedTime(Now),
            decisions: Decisions,
            webSearch: Search);
    }

    internal sealed class Search(Func<WebPhotoQuery, Task<WebPhotoSearchResult>> answer) : IWebPhotoSearch
    {
        private int _count;

        public string Provider => "test";

        internal int Count => _count;

        public ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return new(answer(query));
        }
    }
}
