using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>Persists enrolled profiles and reads them back; finding by photo is the index's work, not the store's.</summary>
/// <remarks>
/// A store gives every profile a key, a number of 0 or more that stays the same while the profile is stored and is never
/// given to another one while both exist. A profile that cannot be read is left out of every read and can be replaced and
/// erased like any other.
/// </remarks>
/// <threadsafety>All members may be called from many threads at once.</threadsafety>
public interface IProfileStore
{
    /// <summary>Identifiers of profiles that turned out to be unreadable and were neither replaced nor erased since; none by default.</summary>
    IReadOnlyCollection<string> UnreadableProfileIds => [];

    /// <summary>Inserts or replaces a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The profile's key.</returns>
    ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default);

    /// <summary>Inserts or replaces profiles; where the store can, all of them or none. One after the other by default.</summary>
    /// <param name="profiles">Profiles with distinct identifiers.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The profiles' keys, in the order of the profiles.</returns>
    async ValueTask<IReadOnlyList<long>> SaveManyAsync(
        IReadOnlyList<RegisteredProfile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var keys = new long[profiles.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = await SaveAsync(profiles[i], cancellationToken).ConfigureAwait(false);
        }

        return keys;
    }

    /// <summary>Finds one profile by its identifier.</summary>
    /// <param name="profileId">The identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profile and its key; null when it is not stored.</returns>
    ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default);

    /// <summary>Finds profiles by their keys.</summary>
    /// <param name="keys">Distinct keys; unknown ones are left out of the result.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profiles found, in any order.</returns>
    ValueTask<IReadOnlyList<StoredProfile>> FindManyAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default);

    /// <summary>Reads every profile, to fill an index at start.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profiles, in any order.</returns>
    IAsyncEnumerable<StoredProfile> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what changed since a position, some of it at a time, so that an index can follow other processes.</summary>
    /// <param name="position">What the last call returned; null asks for the position of now, without changes.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The next changes; null where the store cannot tell, as by default.</returns>
    ValueTask<ProfileChanges?> ReadChangesAsync(string? position, CancellationToken cancellationToken = default) =>
        new((ProfileChanges?)null);

    /// <summary>Removes a profile and everything stored of it.</summary>
    /// <param name="profileId">The identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the removal before it takes effect; after that it stops waiting for <see cref="ErasureReceipt.IsComplete"/>.</param>
    /// <returns>Whether it was stored, and whether every copy is gone.</returns>
    ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default);
}
