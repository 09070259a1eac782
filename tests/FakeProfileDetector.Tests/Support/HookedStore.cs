using System.Runtime.CompilerServices;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Tests.Support;

/// <summary>A store in memory that fails or waits where a test says so.</summary>
internal sealed class HookedStore : IProfileStore
{
    private readonly IProfileStore _store = new InMemoryProfileStore();

    /// <summary>Runs before a profile is saved, found or erased.</summary>
    internal Func<ValueTask> Before { get; set; } = static () => default;

    /// <summary>Runs when that has taken effect, and before it is reported.</summary>
    internal Func<ValueTask> After { get; set; } = static () => default;

    /// <summary>Runs after each profile of a read of all.</summary>
    internal Func<ValueTask> AfterRead { get; set; } = static () => default;

    /// <summary>How often everything was read.</summary>
    internal int Loads { get; private set; }

    internal IProfileStore Inner => _store;

    public IReadOnlyCollection<string> UnreadableProfileIds { get; set; } = [];

    public ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default) =>
        HookedAsync(() => _store.SaveAsync(profile, cancellationToken));

    public ValueTask<IReadOnlyList<long>> SaveManyAsync(IReadOnlyList<RegisteredProfile> profiles, CancellationToken cancellationToken = default) =>
        HookedAsync(() => ((IProfileStore)_store).SaveManyAsync(profiles, cancellationToken));

    public ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default) =>
        HookedAsync(() => _store.FindAsync(profileId, cancellationToken));

    public ValueTask<IReadOnlyList<StoredProfile>> FindManyAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default) =>
        _store.FindManyAsync(keys, cancellationToken);

    public async IAsyncEnumerable<StoredProfile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Loads++;
        await foreach (var stored in _store.ReadAllAsync(cancellationToken))
        {
            yield return stored;
            await AfterRead();
        }
    }

    public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default) =>
        HookedAsync(() => _store.EraseAsync(profileId, cancellationToken));

    private async ValueTask<T> HookedAsync<T>(Func<ValueTask<T>> call)
    {
        await Before();
        var result = await call();
        await After();
        return result;
    }
}
