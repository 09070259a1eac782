using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Reviews;

/// <summary>Keeps decisions in memory: for tests, and for applications that record them anew at start.</summary>
/// <threadsafety>Safe for many readers and writers; readers never wait.</threadsafety>
public sealed class InMemoryReviewDecisionStore : IReviewDecisionStore
{
    // Under each of the profiles that it names a decision stands once.
    private readonly ConcurrentDictionary<string, ImmutableArray<ReviewDecision>> _byProfile = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private readonly TimeProvider _time;

    /// <summary>Creates an empty store.</summary>
    /// <param name="time">The clock of the receipts; null takes the system's.</param>
    public InMemoryReviewDecisionStore(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <summary>Whether nothing was decided, so that a check need not look.</summary>
    internal bool IsEmpty => _byProfile.IsEmpty;

    ValueTask IReviewDecisionStore.RecordAsync(ReviewDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            foreach (var id in Ids(decision))
            {
                var others = Of(id).RemoveAll(known => IsOnTheSame(known, decision));
                _byProfile[id] = others.Add(decision);
            }
        }

        return default;
    }

    ValueTask<bool> IReviewDecisionStore.WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            var standing = Of(decision.ProfileId).FirstOrDefault(known => known.Kind == decision.Kind && IsOnTheSame(known, decision));
            if (standing is not null)
            {
                Remove(standing);
            }

            return new(standing is not null);
        }
    }

    ValueTask<IReadOnlyList<ReviewDecision>> IReviewDecisionStore.FindAsync(
        IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profileIds);
        cancellationToken.ThrowIfCancellationRequested();
        HashSet<ReviewDecision>? found = null;
        if (!_byProfile.IsEmpty)
        {
            foreach (var id in profileIds)
            {
                if (_byProfile.TryGetValue(id, out var decisions))
                {
                    // Both profiles of a pair may be asked about, and one profile twice.
                    (found ??= []).UnionWith(decisions);
                }
            }
        }

        return new(found is null ? [] : [.. found]);
    }

    async IAsyncEnumerable<ReviewDecision> IReviewDecisionStore.ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var (id, decisions) in _byProfile)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var decision in decisions.Where(decision => decision.ProfileId == id))
            {
                yield return decision;
            }
        }
    }

    ValueTask<ErasureReceipt> IReviewDecisionStore.EraseAsync(string profileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            var decisions = Of(profileId);
            foreach (var decision in decisions)
            {
                Remove(decision);
            }

            return new(new ErasureReceipt(!decisions.IsEmpty, _time.GetUtcNow()));
        }
    }

    private static IEnumerable<string> Ids(ReviewDecision decision) =>
        decision.OtherProfileId is { } other ? [decision.ProfileId, other] : [decision.ProfileId];

    private static bool IsOnTheSame(ReviewDecision a, ReviewDecision b) => a.ProfileId == b.ProfileId && a.OtherProfileId == b.OtherProfileId;

    private ImmutableArray<ReviewDecision> Of(string profileId) => _byProfile.GetValueOrDefault(profileId, []);

    private void Remove(ReviewDecision decision)
    {
        foreach (var id in Ids(decision))
        {
            var left = Of(id).Remove(decision);
            if (left.IsEmpty)
            {
                _byProfile.TryRemove(id, out _);
            }
            else
            {
                _byProfile[id] = left;
            }
        }
    }
}
