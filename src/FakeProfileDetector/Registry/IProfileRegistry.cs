using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>The enrolled profiles of a network and the search for the uses of a photo among them.</summary>
/// <remarks>
/// What is enrolled or erased is seen by every search that starts after the call has completed. A call that failed or was
/// canceled may or may not have taken effect; repeating it sets that right.
/// </remarks>
/// <threadsafety>All members may be called from many threads at once; searches never wait for enrollment.</threadsafety>
public interface IProfileRegistry
{
    /// <summary>Whether the registry is ready, and how much it holds. Returns at once.</summary>
    /// <returns>The status at this moment.</returns>
    RegistryStatus GetStatus();

    /// <summary>Makes the registry ready; any other call does so too when it comes first.</summary>
    /// <param name="cancellationToken">Stops waiting, for this caller only: loading goes on for the others and the next.</param>
    /// <returns>Completes when the registry is ready. After a failure the next call begins anew.</returns>
    ValueTask LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a profile, or replaces what is known of it. A photo given as bytes is fingerprinted.</summary>
    /// <param name="profile">
    /// The profile. Without a usable photo it is stored and found by no search; one that cannot be read takes the place of
    /// an earlier one.
    /// </param>
    /// <param name="cancellationToken">Stops the work before it takes effect.</param>
    /// <returns>Completes when the next search sees the profile.</returns>
    ValueTask EnrollAsync(Profile profile, CancellationToken cancellationToken = default);

    /// <summary>Enrolls many profiles, a part at a time: for importing a network.</summary>
    /// <param name="profiles">The profiles, read as they are needed; of several with one identifier the last counts.</param>
    /// <param name="cancellationToken">Stops the work; parts that were finished stay enrolled.</param>
    /// <returns>Completes when the next search sees all of them.</returns>
    async ValueTask EnrollAllAsync(IAsyncEnumerable<Profile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        await foreach (var profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await EnrollAsync(profile, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads what is known of an enrolled profile.</summary>
    /// <param name="profileId">The profile's identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profile; null when it is not enrolled.</returns>
    ValueTask<RegisteredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default);

    /// <summary>Removes a profile from the store and the index, and what reviewers decided about it.</summary>
    /// <param name="profileId">The profile's identifier.</param>
    /// <param name="cancellationToken">Stops the work before it takes effect.</param>
    /// <returns>Whether it was enrolled, and whether every copy is gone.</returns>
    ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default);

    /// <summary>Finds the enrolled profiles that use a photo, also turned or mirrored.</summary>
    /// <param name="photo">The photo's fingerprint.</param>
    /// <param name="exceptProfileId">A profile to leave out: the one being checked; null for none.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The uses, nearest first.</returns>
    ValueTask<PhotoUseResult> FindPhotoUsesAsync(
        PhotoFingerprint photo, string? exceptProfileId = null, CancellationToken cancellationToken = default);
}
