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

    /// <inheritdoc/>
    public ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            var key = _byId.TryGetValue(profile.ProfileId, out var known) ? known.Key : _nextKey++;
            var stored = new StoredProfile { Key = key, Profile = profile };
            _byKey[key] = stored;
            _byId[profile.ProfileId] = stored;
            return new(key);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_byId.GetValueOrDefault(profileId));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredProfile>> FindManyAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
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

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredProfile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var (_, stored) in _byId)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            if (_byId.TryRemove(profileId, out var stored))
            {
                _byKey.TryRemove(stored.Key, out _);
            }

            return new(new ErasureReceipt { WasStored = stored is not null, At = _time.GetUtcNow() });
        }
    }
}
