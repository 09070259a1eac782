using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>How a check asks for decisions, and what happens where it cannot.</summary>
public sealed class DecisionLookupTests
{
    private static readonly Profile Owner = Member("owner", "Ana Horvat", Photo(1), Established);
    private static readonly Profile Taker = Member("taker", "Boris Kovac", Photo(1), Thin);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_AnyProfile_AsksOnceAboutAllThatShareThePhoto()
    {
        var store = new SpyStore(ids => []);
        using var network = new ReviewedNetwork(store);
        await network.EnrollAsync(Owner, Taker, Member("stranger", "Carla Moretti", Photo(2)));

        await network.CheckAsync(Taker);
        await network.CheckAsync(Taker with { Photo = null });

        Assert.Equal(["taker owner", "taker"], store.Asked);
    }

    [Fact]
    public async Task Check_NothingDecided_ReportsAsWithoutAStore()
    {
        using var network = await ReviewedNetwork.OfAsync(Owner, Taker);

        var report = await network.CheckAsync(Taker);

        Assert.Equal(["image-reuse", "name-mismatch", "sparse-history"], report.Signals.Select(signal => signal.Name));
        Assert.Equal((await CheckAll(Owner, Taker))["taker"].Probability, report.Probability);
    }

    [Fact]
    public async Task Check_StoreThatFails_GoesOnWithoutSaysSoAndAcceptsNobody()
    {
        var logger = new ListLogger();
        using var network = new ReviewedNetwork(new SpyStore(_ => throw new IOException("Ana Horvat's file")));
        await network.EnrollAsync(Owner, Taker);

        var taker = await network.CheckAsync(Taker);
        var alone = await network.CheckAsync(Member("alone", "Carla Moretti", photo: null, Established), logger: logger);

        // The photo is judged as if nothing were decided.
        Assert.Equal(AuthenticityVerdict.LikelyFake, taker.Verdict);
        Assert.Equal((await CheckAll(Owner, Taker))["taker"].Probability, taker.Probability);
        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (alone.Verdict, alone.RecommendedAction));
        foreach (var review in new[] { taker.Signal("review"), alone.Signal("review") })
        {
            Assert.Equal((SignalOutcome.Failed, 0.0), (review.Outcome, review.WeightBits));
            Assert.Equal(["decisions-unavailable"], review.Codes());
            Assert.DoesNotContain("Ana", review.Reasons[0].Text, StringComparison.Ordinal);
        }

        Assert.Contains(logger.Lines, line => line.Contains("IOException", StringComparison.Ordinal));
        Assert.DoesNotContain(logger.Lines, line => line.Contains("Ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_StoreThatBlocksItsThread_IsGivenUp()
    {
        using var released = new ManualResetEventSlim();
        using var network = new ReviewedNetwork(new SpyStore(_ =>
        {
            released.Wait(CancellationToken.None);
            return [];
        }));
        var report = await WhileTimePasses(network.Time, network.CheckAsync(Owner with { Photo = null }));
        released.Set();

        Assert.Equal(["decisions-unavailable"], report.Signal("review").Codes());
    }

    [Fact]
    public async Task Check_PhotoSearchThatFails_StillKnowsAConfirmedFake()
    {
        using var network = await ReviewedNetwork.OfAsync();
        await network.DecideAsync(ReviewDecisionKind.ConfirmedFake, "taker");

        var report = await network.CheckAsync(Taker, registry: new BrokenRegistry());

        Assert.Equal(SignalOutcome.Failed, report.Signal(ImageReuseSignal.SignalName).Outcome);
        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Check_DecisionWithReviewerAndNote_ShowsAndLogsNeither()
    {
        var logger = new ListLogger();
        using var network = await ReviewedNetwork.OfAsync(Owner, Taker);
        await network.Decisions.RecordAsync(
            ReviewDecision.ConfirmedFake("taker", Now) with { Reviewer = "moderator-0815", Note = "a secret" }, Token);

        var report = await network.CheckAsync(Taker, logger: logger);

        var reason = Assert.Single(report.Signal("review").Reasons);
        Assert.All(
            logger.Lines.Append(reason.Text).Append(reason.ToString()).Concat(reason.Facts.Values),
            text => Assert.All(["0815", "secret"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Constructor_SignalNamedLikeTheReview_IsRefused()
    {
        using var registry = NewRegistry();

        Assert.Contains("review", Assert.Throws<ArgumentException>(() => Checker(registry, null, new Impostor())).Message, StringComparison.Ordinal);
    }

    private sealed class SpyStore(Func<IReadOnlyCollection<string>, IReadOnlyList<ReviewDecision>> find) : IReviewDecisionStore
    {
        internal List<string> Asked { get; } = [];

        public ValueTask RecordAsync(ReviewDecision decision, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<bool> WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<ReviewDecision>> FindAsync(IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default)
        {
            lock (Asked)
            {
                Asked.Add(string.Join(' ', profileIds));
            }

            return new(find(profileIds));
        }

        public IAsyncEnumerable<ReviewDecision> ReadAllAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class BrokenRegistry : IProfileRegistry
    {
        public RegistryStatus GetStatus() => new(isReady: true);

        public ValueTask LoadAsync(CancellationToken cancellationToken = default) => default;

        public ValueTask EnrollAsync(Profile profile, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<RegisteredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<PhotoUseResult> FindPhotoUsesAsync(
            FakeProfileDetector.Photos.PhotoFingerprint photo, string? exceptProfileId = null, CancellationToken cancellationToken = default) =>
            throw new IOException();
    }

    private sealed class Impostor : IProfileSignal
    {
        public string Name => "review";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
