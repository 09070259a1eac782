using FakeProfileDetector.Checking;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>A network whose reviewers decide.</summary>
internal sealed class ReviewedNetwork : IDisposable
{
    private readonly ProfileRegistry _registry;

    internal ReviewedNetwork(IReviewDecisionStore? decisions = null)
    {
        Decisions = decisions ?? new InMemoryReviewDecisionStore();
        _registry = new(NoDecoder.Fingerprinter, time: Time, decisions: Decisions);
    }

    internal FakeTimeProvider Time { get; } = new(Now);

    internal IReviewDecisionStore Decisions { get; }

    internal IProfileRegistry Registry => _registry;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<ReviewedNetwork> OfAsync(params Profile[] members)
    {
        var network = new ReviewedNetwork();
        await network.EnrollAsync(members);
        return network;
    }

    internal async Task EnrollAsync(params Profile[] members)
    {
        foreach (var member in members)
        {
            await _registry.EnrollAsync(member, Token);
        }
    }

    internal async Task DecideAsync(ReviewDecisionKind kind, string id) => await Decisions.RecordAsync(
        kind == ReviewDecisionKind.Authentic ? ReviewDecision.Authentic(id, Time.GetUtcNow()) : ReviewDecision.ConfirmedFake(id, Time.GetUtcNow()), Token);

    internal async Task JoinAsync(string a, string b) => await Decisions.RecordAsync(ReviewDecision.SamePerson(a, b, Time.GetUtcNow()), Token);

    internal Task<AuthenticityReport> CheckAsync(
        Profile member, FakeProfileDetectorOptions? options = null, ILogger<ProfileAuthenticityChecker>? logger = null, IProfileRegistry? registry = null) =>
        ((IProfileAuthenticityChecker)new ProfileAuthenticityChecker(
            registry ?? _registry,
            NoDecoder.Fingerprinter,
            [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create()],
            options,
            Time,
            logger,
            Decisions)).CheckAsync(member, Token).AsTask();

    public void Dispose() => _registry.Dispose();
}
