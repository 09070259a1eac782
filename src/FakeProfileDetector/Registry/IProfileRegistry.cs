using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>The enrolled profiles of a network and the search for the uses of a photo among them.</summary>
/// <remarks>What is enrolled or erased is seen by every search that starts after the call has completed.</remarks>
/// <threadsafety>All members may be called from many threads at once; searches never wait for enrollment.</threadsafety>
public interface IProfileRegistry
{
    /// <summary>Adds a profile, or replaces what is known of it. A photo given as bytes is fingerprinted.</summary>
    /// <param name="profile">
    /// The profile. Without a usable photo it is stored and found by no search; one that cannot be read takes the place of
    /// an earlier one.
    /// </param>
    /// <param name="cancellationToken">Stops the work before it takes effect.</param>
    /// <returns>Completes when the next search sees the profile.</returns>
    ValueTask EnrollAsync(Profile profile, CancellationToken cancellationToken = default);

    /// <summary>Reads what is known of an enrolled profile.</summary>
    /// <param name="profileId">The profile's identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The profile; null when it is not enrolled.</returns>
    ValueTask<RegisteredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default);

    /// <summary>Removes a profile from the store and the index, and what reviewers decided about it.</summary>
    /// <param name="profileId">The profile's identifier.</param>
    /// <param name="cancellationToken">Stops the work before it takes effect.</param>
    /// <returns>Whether it was enrolled.</returns>
    ValueTask<bool> EraseAsync(string profileId, CancellationToken cancellationToken = default);

    /// <summary>Finds the enrolled profiles that use a photo, also turned or mirrored.</summary>
    /// <param name="photo">The photo's fingerprint.</param>
    /// <param name="exceptProfileId">A profile to leave out: the one being checked; null for none.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The uses, nearest first.</returns>
    ValueTask<PhotoUseResult> FindPhotoUsesAsync(
        PhotoFingerprint photo, string? exceptProfileId = null, CancellationToken cancellationToken = default);
}
