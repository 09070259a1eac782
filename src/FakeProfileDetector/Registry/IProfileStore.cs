using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>Persists enrolled profiles and reads them back; finding by photo is the index's work, not the store's.</summary>
/// <remarks>
/// A store gives every profile a key, a number of 0 or more that stays the same while the profile is stored and is never
/// given to another one while both exist.
/// </remarks>
/// <threadsafety>All members may be called from many threads at once.</threadsafety>
public interface IProfileStore
{
    /// <summary>Inserts or replaces a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The profile's key.</returns>
    ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default);

    /// <summary>Reads one profile by its identifier.</summary>
    /// <param name="profileId">The identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profile and its key; null when it is not stored.</returns>
    ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default);

    /// <summary>Reads profiles by their keys.</summary>
    /// <param name="keys">Distinct keys; unknown ones are left out of the result.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profiles found, in any order.</returns>
    ValueTask<IReadOnlyList<StoredProfile>> ReadAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default);

    /// <summary>Reads every profile, to fill an index at start.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profiles, in any order.</returns>
    IAsyncEnumerable<StoredProfile> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a profile and everything stored of it.</summary>
    /// <param name="profileId">The identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the removal before it takes effect.</param>
    /// <returns>Whether it was stored.</returns>
    ValueTask<bool> DeleteAsync(string profileId, CancellationToken cancellationToken = default);
}

/// <summary>A profile and the number under which the store and the index know it.</summary>
/// <param name="Key">The number.</param>
/// <param name="Profile">The profile.</param>
public sealed record StoredProfile(long Key, RegisteredProfile Profile);
