using FakeProfileDetector.Connections;
using FakeProfileDetector.Profiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Connections;

public sealed class ConnectionRequestAdvisorTests
{
    private static readonly ConnectionPreferences Eager = new()
    {
        TargetCompanies = ["Contoso"],
        TargetIndustries = ["Banking"],
        OwnConnections = 40,
    };

    private static readonly ConnectionRequest Dream = DreamOf(ReportOf(AuthenticityVerdict.NoAdverseEvidence), Eager);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Preferences_Null_AreRefused() => Assert.Throws<ArgumentNullException>(() => new ConnectionRequest(Dream.Report!) { Preferences = null! });

    [Fact]
    public async Task Advise_StolenPhoto_IsToBeReportedWhateverTheMemberPrefers()
    {
        var sender = Member("taker", "Boris Kovac", Photo(1), Thin);
        using var registry = await Enrolled(Member("owner", "Ana Horvat", Photo(1), Established), sender);
        var request = new ConnectionRequest(sender) { Preferences = Eager, Company = "Contoso", IsRecruiter = true, SharedConnections = 50, Closeness = 2 };

        var advice = await ((IConnectionRequestAdvisor)new ConnectionRequestAdvisor(Checker(registry))).AdviseAsync(request, Token);

        Assert.Equal(ConnectionAction.Report, advice.Action);
        Assert.Equal(["sender-photo-under-other-names"], Codes(advice));
        Assert.Equal("taker", advice.Report.ProfileId);
    }

    [Theory]
    [InlineData(AuthenticityVerdict.LikelyFake, ConnectionAction.Report, "sender-likely-fake")]
    [InlineData(AuthenticityVerdict.Suspicious, ConnectionAction.Review, "sender-suspicious")]
    [InlineData(AuthenticityVerdict.InsufficientEvidence, ConnectionAction.Review, "sender-unknown")]
    public async Task Advise_AdverseVerdict_ComesBeforeEveryPreference(AuthenticityVerdict verdict, ConnectionAction action, string code)
    {
        var advice = await AdviseAsync(DreamOf(ReportOf(verdict), Eager));

        Assert.Equal((action, code), (advice.Action, Assert.Single(Codes(advice))));
    }

    [Fact]
    public async Task Advise_StrangerWithNothingAgainst_IsAccepted()
    {
        var advice = await AdviseAsync(new(ReportOf(AuthenticityVerdict.NoAdverseEvidence)));

        Assert.Equal((ConnectionAction.Accept, "sender-nothing-against"), (advice.Action, Assert.Single(Codes(advice))));
    }

    [Fact]
    public async Task Advise_EverythingTheMemberLooksFor_IsAcceptedWithThanksAndAllReasons()
    {
        var advice = await AdviseAsync(Dream);

        Assert.Equal(ConnectionAction.AcceptAndThank, advice.Action);
        Assert.Equal(
            [
                "target-company", "target-industry", "recruiter", "personal-message", "sender-nothing-against", "shared-connections",
                "closeness-second-degree", "network-small",
            ],
            Codes(advice));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1, "closeness-direct")]
    [InlineData(2, "closeness-second-degree")]
    [InlineData(3, "closeness-widens-network")]
    [InlineData(6, "closeness-widens-network")]
    public async Task Advise_Closeness_IsAReasonAndNoCondition(int? closeness, string? code)
    {
        var advice = await AdviseAsync(new(ReportOf(AuthenticityVerdict.NoAdverseEvidence)) { Closeness = closeness });

        Assert.Equal(ConnectionAction.Accept, advice.Action);
        Assert.Equal(code, Codes(advice).Skip(1).SingleOrDefault());
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, "Senior Recruiter", false)]
    [InlineData(null, "Senior Recruiter at Contoso", true)]
    [InlineData(null, "Head of Talent Acquisition", true)]
    [InlineData(null, "Recruited athlete", false)]
    [InlineData(null, "Talent for acquisition of companies", false)]
    [InlineData(null, null, false)]
    public async Task Advise_Recruiter_IsWelcomeByDefault(bool? isRecruiter, string? headline, bool expected)
    {
        var advice = await AdviseAsync(new(ReportOf(AuthenticityVerdict.NoAdverseEvidence)) { IsRecruiter = isRecruiter, Headline = headline });

        Assert.Equal(expected, Codes(advice).Contains("recruiter"));
        Assert.Equal(expected ? ConnectionAction.AcceptAndThank : ConnectionAction.Accept, advice.Action);
    }

    [Fact]
    public async Task Advise_RecruiterWhoIsNotWelcome_IsLeftToTheMemberAndNeverRejected()
    {
        var advice = await AdviseAsync(
            DreamOf(ReportOf(AuthenticityVerdict.NoAdverseEvidence), new() { TargetCompanies = ["Contoso"], WelcomesRecruiters = false }));

        Assert.Equal((ConnectionAction.Review, "recruiter-not-welcome"), (advice.Action, advice.Reasons[0].Code));
        Assert.Contains("target-company", Codes(advice));
        Assert.DoesNotContain("Reject", Enum.GetNames<ConnectionAction>());
    }

    [Fact]
    public async Task Advise_ReportThatRecommendsReview_IsNotMadeMilder()
    {
        var report = new AuthenticityReport(ReportOf(AuthenticityVerdict.NoAdverseEvidence)) { RecommendedAction = RecommendedAction.Review };

        var advice = await AdviseAsync(new(report) { Preferences = Eager, Company = "Contoso" });

        Assert.Equal((ConnectionAction.Review, "sender-review-recommended"), (advice.Action, Assert.Single(Codes(advice))));
    }

    /// <summary>Whatever a report holds, only one in which nothing failed and nothing speaks against the sender leads to accepting.</summary>
    [Fact]
    public async Task Advise_AnyReport_AcceptsOnlyWhatWasLookedAtAndCleared()
    {
        foreach (var verdict in Enum.GetValues<AuthenticityVerdict>().Append((AuthenticityVerdict)99))
        {
            foreach (var action in Enum.GetValues<RecommendedAction>())
            {
                foreach (var outcome in Enum.GetValues<SignalOutcome>())
                {
                    var report = new AuthenticityReport("sender") { Verdict = verdict, RecommendedAction = action, Signals = [new("own", outcome, 0, [], [])] };

                    var advice = await AdviseAsync(DreamOf(report, Eager));

                    var isCleared = verdict == AuthenticityVerdict.NoAdverseEvidence && outcome != SignalOutcome.Failed
                        && (action is RecommendedAction.None or RecommendedAction.Accept);
                    Assert.Equal(isCleared, advice.Action is ConnectionAction.Accept or ConnectionAction.AcceptAndThank);
                    Assert.NotEmpty(advice.Reasons);
                }
            }
        }
    }

    [Fact]
    public async Task Advise_SignalThatFailed_IsToBeLookedAt()
    {
        var report = new AuthenticityReport(ReportOf(AuthenticityVerdict.NoAdverseEvidence)) { Signals = [new("own", SignalOutcome.Failed, 0, [], [])] };

        var advice = await AdviseAsync(DreamOf(report, Eager));

        Assert.Equal((ConnectionAction.Review, "sender-check-incomplete"), (advice.Action, Assert.Single(Codes(advice))));
    }

    [Theory]
    [InlineData(AuthenticityVerdict.LikelyFake, "sender-likely-fake")]
    [InlineData(AuthenticityVerdict.NoAdverseEvidence, "sender-nothing-against")]
    public async Task Advise_Observing_GivesReasonsAndNoAdvice(AuthenticityVerdict verdict, string code)
    {
        var report = new AuthenticityReport(ReportOf(verdict)) { Mode = DetectorMode.Observe, RecommendedAction = RecommendedAction.None };

        var advice = await AdviseAsync(new(report));

        Assert.Equal((ConnectionAction.None, code), (advice.Action, Assert.Single(Codes(advice))));
    }

    [Theory]
    [InlineData(499, true)]
    [InlineData(500, false)]
    [InlineData(null, false)]
    public async Task Advise_OwnNetwork_IsNamedWhereItIsSmall(int? own, bool expected)
    {
        var advice = await AdviseAsync(new(ReportOf(AuthenticityVerdict.NoAdverseEvidence)) { Preferences = new() { OwnConnections = own } });

        Assert.Equal(expected, Codes(advice).Contains("network-small"));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Advise_SharedConnections_AreNamedFromThree(int shared, bool expected)
    {
        var advice = await AdviseAsync(new(ReportOf(AuthenticityVerdict.NoAdverseEvidence)) { SharedConnections = shared });

        Assert.Equal(expected, Codes(advice).Contains("shared-connections"));
    }

    [Fact]
    public async Task Advise_ReportAtHand_AsksTheCheckerNoMore()
    {
        var advice = await ((IConnectionRequestAdvisor)new ConnectionRequestAdvisor(new NoChecker())).AdviseAsync(Dream, Token);

        Assert.Same(Dream.Report, advice.Report);
    }

    [Fact]
    public async Task Advise_NullOrCanceled_Throws()
    {
        IConnectionRequestAdvisor advisor = new ConnectionRequestAdvisor(new NoChecker());

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await advisor.AdviseAsync(null!, Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await advisor.AdviseAsync(Dream, new(canceled: true)));
    }

    [Fact]
    public void Request_ValuesThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new ConnectionRequest((Profile)null!));
        Assert.Throws<ArgumentNullException>(() => new ConnectionRequest((AuthenticityReport)null!));
        Assert.Equal("Closeness", Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectionRequest(Dream.Report!) { Closeness = 0 }).ParamName);
        Assert.Equal("SharedConnections", Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectionRequest(Dream.Report!) { SharedConnections = -1 }).ParamName);
        Assert.Equal("OwnConnections", Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectionPreferences { OwnConnections = -1 }).ParamName);
        Assert.Equal("TargetCompanies", Assert.Throws<ArgumentException>(() => new ConnectionPreferences { TargetCompanies = ["Contoso", " — "] }).ParamName);
        Assert.Equal("TargetIndustries", Assert.Throws<ArgumentException>(() => new ConnectionPreferences { TargetIndustries = [""] }).ParamName);
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new ConnectionAdvisorOptions();

        Assert.Equal((500, 3), (options.ActiveNetworkSize, options.ManySharedConnections));
        Assert.True(new ConnectionPreferences().WelcomesRecruiters);
    }

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        var exception = Assert.Throws<OptionsValidationException>(
            () => new ConnectionRequestAdvisor(new NoChecker(), new() { ActiveNetworkSize = -1, ManySharedConnections = 0 }));

        Assert.Contains("ActiveNetworkSize", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ManySharedConnections", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddFakeProfileDetector_Advisor_IsThereAndConfigured()
    {
        var services = new ServiceCollection();
        FakeProfileDetectorBuilderExtensions.ConfigureConnectionAdvice(
            services.AddFakeProfileDetector(), options => options.ManySharedConnections = 1);
        await using var provider = services.BuildServiceProvider();

        var advice = await provider.GetRequiredService<IConnectionRequestAdvisor>().AdviseAsync(
            new(Member("a", "Ana Horvat", photo: null, Established)) { SharedConnections = 1 }, Token);

        Assert.Equal(ConnectionAction.Accept, advice.Action);
        Assert.Contains("shared-connections", Codes(advice));
    }

    /// <summary>A sender in whom everything speaks for the connection but, perhaps, the report.</summary>
    private static ConnectionRequest DreamOf(AuthenticityReport report, ConnectionPreferences preferences) => new(report)
    {
        Preferences = preferences,
        Company = "Contoso Ltd.",
        Industry = "Investment banking",
        IsRecruiter = true,
        Closeness = 2,
        SharedConnections = 30,
        Message = "Hello!",
    };

    private static AuthenticityReport ReportOf(AuthenticityVerdict verdict) => new("sender")
    {
        Verdict = verdict,
        RecommendedAction = new FakeProfileDetectorOptions().ActionFor(verdict),
    };

    private static async Task<ConnectionAdvice> AdviseAsync(ConnectionRequest request) =>
        await ((IConnectionRequestAdvisor)new ConnectionRequestAdvisor(new NoChecker())).AdviseAsync(request, Token);

    private static IEnumerable<string> Codes(ConnectionAdvice advice) => advice.Reasons.Select(reason => reason.Code);

    private sealed class NoChecker : IProfileAuthenticityChecker
    {
        public ValueTask<AuthenticityReport> CheckAndEnrollAsync(Profile profile, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<AuthenticityReport> CheckAsync(Profile profile, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<AuthenticityReport> CheckAllAsync(IAsyncEnumerable<Profile> profiles, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
