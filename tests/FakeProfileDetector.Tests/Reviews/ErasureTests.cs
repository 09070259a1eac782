using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>What the registry knows and forgets of a profile and of the decisions about it.</summary>
public sealed class ErasureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_Registry_KnowsWhoIsEnrolled()
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)));

        Assert.Equal(("Ana Horvat", Now), (await registry.FindAsync("a", Token)) is { } found ? (found.DisplayName, found.PhotoSince) : default);
        Assert.Null(await registry.FindAsync("A", Token));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await registry.FindAsync(null!, Token));
    }

    [Fact]
    public async Task EraseAsync_DecisionsThatCannotBeErased_FailsAndCanBeRepeated()
    {
        var decisions = new FailingOnce();
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter, decisions: decisions);
        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        await decisions.RecordAsync(ReviewDecision.Authentic("a", Now), Token);

        // Half an erasure must not look like a whole one.
        await Assert.ThrowsAsync<IOException>(async () => await registry.EraseAsync("a", Token));
        Assert.NotNull(await registry.FindAsync("a", Token));

        Assert.True((await registry.EraseAsync("a", Token)).WasStored);
        Assert.Null(await registry.FindAsync("a", Token));
        Assert.Empty(await decisions.FindAsync(["a"], Token));
    }

    /// <summary>Decisions and profiles may share one log, which the erasure of the profile empties: then nothing is pending after all.</summary>
    [Theory]
    [InlineData(1, ProfileCopies.None)]
    [InlineData(2, ProfileCopies.WriteAheadLog)]
    public async Task EraseAsync_DecisionsThatAreStillPending_AreErasedOnceMore(int pendingTimes, ProfileCopies pending)
    {
        var decisions = new PendingAtFirst(pendingTimes);
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter, decisions: decisions);
        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);

        var receipt = await registry.EraseAsync("a", Token);

        Assert.Equal((true, pending, 2), (receipt.WasStored, receipt.Pending, decisions.Erasures));
    }

    private sealed class PendingAtFirst(int times) : IReviewDecisionStore
    {
        internal int Erasures { get; private set; }

        public ValueTask RecordAsync(ReviewDecision decision, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<bool> WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<ReviewDecision>> FindAsync(IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default) => new([]);

        public IAsyncEnumerable<ReviewDecision> ReadAllAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default) =>
            new(new ErasureReceipt(wasStored: true, Now, Erasures++ < times ? ProfileCopies.WriteAheadLog : ProfileCopies.None));
    }

    private sealed class FailingOnce : IReviewDecisionStore
    {
        private readonly IReviewDecisionStore _store = new InMemoryReviewDecisionStore();
        private bool _hasFailed;

        public ValueTask RecordAsync(ReviewDecision decision, CancellationToken cancellationToken = default) => _store.RecordAsync(decision, cancellationToken);

        public ValueTask<bool> WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken = default) => _store.WithdrawAsync(decision, cancellationToken);

        public ValueTask<IReadOnlyList<ReviewDecision>> FindAsync(IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default) =>
            _store.FindAsync(profileIds, cancellationToken);

        public IAsyncEnumerable<ReviewDecision> ReadAllAsync(CancellationToken cancellationToken = default) => _store.ReadAllAsync(cancellationToken);

        public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new IOException();
            }

            return _store.EraseAsync(profileId, cancellationToken);
        }
    }
}
