using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Registry;

/// <summary>Keeps profiles in memory: for tests, for the command-line tool, and for networks that reload at start.</summary>
/// <threadsafety>Safe for many readers and writers.</threadsafety>
public sealed class InMemoryProfileStore : IProfileStore
{
    private readonly ConcurrentDictionary<string, StoredProfile> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, StoredProfile> _byKey = new();
    private readonly Lock _writing = new();
    private long _nextKey;

    /// <inheritdoc/>
    public ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default)
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

    /// <inheritdoc/>
    public ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_byId.GetValueOrDefault(profileId));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredProfile>> ReadAsync(
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
    public ValueTask<bool> DeleteAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            if (!_byId.TryRemove(profileId, out var stored))
            {
                return new(false);
            }

            _byKey.TryRemove(stored.Key, out _);
            return new(true);
        }
    }
}
