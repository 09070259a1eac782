using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>Keeps profiles in memory: for tests, for the command-line tool, and for networks that reload at start.</summary>
/// <threadsafety>Safe for many readers and writers.</threadsafety>
public sealed class InMemoryProfileStore : IProfileStore
{
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, StoredProfile> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, StoredProfile> _byKey = new();
    private readonly Lock _writing = new();
    private long _nextKey;

    /// <summary>Creates an empty store.</summary>
    /// <param name="time">The clock of the receipts; null takes the system's.</param>
    public InMemoryProfileStore(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    ValueTask<long> IProfileStore.SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            var key = _byId.TryGetValue(profile.ProfileId, out var known) ? known.Key : _nextKey++;
            var stored = new StoredProfile(key, profile);
            _byKey[key] = stored;
            _byId[profile.ProfileId] = stored;
            return new(key);
        }
    }

    ValueTask<StoredProfile?> IProfileStore.FindAsync(string profileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_byId.GetValueOrDefault(profileId));
    }

    ValueTask<IReadOnlyList<StoredProfile>> IProfileStore.FindManyAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var found = new List<StoredProfile>(keys.Count);
        foreach (var key in keys)
        {
            if (_byKey.TryGetValue(key, out var stored))
            {
                found.Add(stored);
            }
        }

        return new(found);
    }

    async IAsyncEnumerable<StoredProfile> IProfileStore.ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var (_, stored) in _byId)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    ValueTask<ErasureReceipt> IProfileStore.EraseAsync(string profileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            if (_byId.TryRemove(profileId, out var stored))
            {
                _byKey.TryRemove(stored.Key, out _);
            }

            return new(new ErasureReceipt(stored is not null, _time.GetUtcNow()));
        }
    }
}
