using System.Collections.Concurrent;
using System.Collections.Immutable;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FakeProfileDetector.Registry;

/// <summary>The registry of one process: a store that persists, and an index in memory over the photos in it.</summary>
/// <remarks>
/// The index is filled from the store when the registry is first used. What other processes change in the store is not
/// followed: searches drop what no longer agrees with the store, and miss what others enrolled.
/// After it is disposed of, every call throws <see cref="ObjectDisposedException"/>, also those that wait.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once; searches never wait for enrollment.</threadsafety>
public sealed partial class ProfileRegistry : IProfileRegistry, IDisposable, IAsyncDisposable
{
    private const int LockCount = 64;

    private readonly IPhotoFingerprinter _fingerprinter;
    private readonly IProfileStore _store;
    private readonly IHammingIndex _index;
    private readonly MultiIndexHashIndex? _ownIndex;
    private readonly BenignPhotoBank _benignPhotos;
    private readonly ProfileRegistryOptions _options;
    private readonly TimeProvider _time;
    private readonly IReviewDecisionStore? _decisions;
    private readonly ILogger _logger;

    // Two changes of one profile must not interleave; profiles share locks, because 64 are enough for any core count.
    // They are never disposed of: whoever waits for a disposed one waits forever.
    private readonly ImmutableArray<SemaphoreSlim> _changing = [.. Enumerable.Range(0, LockCount).Select(_ => new SemaphoreSlim(1))];

    // What the index holds of profiles whose last change may or may not have reached the store. Of all others it holds
    // what the store does.
    private readonly ConcurrentDictionary<string, Held> _inDoubt = new(StringComparer.Ordinal);
    private long _profiles;

    /// <summary>Creates a registry.</summary>
    /// <param name="fingerprinter">Fingerprints photos that are enrolled as bytes.</param>
    /// <param name="store">Where profiles persist; null keeps them in memory.</param>
    /// <param name="index">
    /// The index to fill, empty and used by nobody else, which the caller disposes of; null takes a
    /// <see cref="MultiIndexHashIndex"/> that the registry disposes of.
    /// </param>
    /// <param name="benignPhotos">Pictures never held against anyone; null takes the known default avatars.</param>
    /// <param name="options">How photos are compared; null takes the defaults.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <param name="decisions">Where reviewers' decisions are kept, to be erased with a profile; null for nowhere.</param>
    /// <param name="logger">Receives how many profiles could not be read; null logs nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fingerprinter"/> is null.</exception>
    public ProfileRegistry(
        IPhotoFingerprinter fingerprinter,
        IProfileStore? store = null,
        IHammingIndex? index = null,
        BenignPhotoBank? benignPhotos = null,
        ProfileRegistryOptions? options = null,
        TimeProvider? time = null,
        IReviewDecisionStore? decisions = null,
        ILogger<ProfileRegistry>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(fingerprinter);
        _closed = _closing.Token;
        _fingerprinter = fingerprinter;
        _benignPhotos = benignPhotos ?? new BenignPhotoBank();
        _options = OptionsGuard.Checked(options, new ProfileRegistryOptionsValidator()).Copy();
        _index = index ?? (_ownIndex = new());
        _time = time ?? TimeProvider.System;
        _store = store ?? new InMemoryProfileStore(_time);
        _decisions = decisions;
        _logger = logger ?? NullLogger<ProfileRegistry>.Instance;
        _patches = _options.AlteredCopies == AlteredCopySearch.Off ? null : new();
    }

    /// <inheritdoc/>
    public RegistryStatus GetStatus()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var unreadable = _store.UnreadableProfileIds;
        return new(
            _isLoaded,
            Interlocked.Read(ref _profiles),
            _index.Count,
            unreadable.Count,
            [.. unreadable.Take(RegistryStatus.MaximumUnreadableProfileIds)]);
    }

    /// <inheritdoc/>
    public async ValueTask EnrollAsync(Profile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var photo = PhotoOf(profile, cancellationToken);
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var changing = LockOf(profile.Id);
        await EnterAsync(_changing[changing], cancellationToken).ConfigureAwait(false);
        try
        {
            await EnrollLockedAsync([(profile, photo)], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _changing[changing].Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RegisteredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return (await _store.FindAsync(profileId, cancellationToken).ConfigureAwait(false))?.Profile;
    }

    /// <inheritdoc/>
    public async ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var changing = LockOf(profileId);
        await EnterAsync(_changing[changing], cancellationToken).ConfigureAwait(false);
        try
        {
            return await EraseLockedAsync(profileId, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _changing[changing].Release();
        }
    }

    private async ValueTask<ErasureReceipt> EraseLockedAsync(string profileId, CancellationToken cancellationToken)
    {
        // The decisions first: an erasure that fails half-way is repeated, and then still finds the profile.
        var decisions = _decisions is null ? null : await _decisions.EraseAsync(profileId, cancellationToken).ConfigureAwait(false);
        var known = await _store.FindAsync(profileId, cancellationToken).ConfigureAwait(false);
        var held = HeldOf(profileId, known);
        _inDoubt[profileId] = held;

        // Also where nothing was found: a profile that cannot be read is erased too, and an earlier erasure may be pending.
        var receipt = await _store.EraseAsync(profileId, cancellationToken).ConfigureAwait(false);
        Reindex(held, photo: null, key: 0);
        _inDoubt.TryRemove(profileId, out _);
        if (held.Stored is not null)
        {
            Interlocked.Decrement(ref _profiles);
        }

        if (decisions is { IsComplete: false })
        {
            // Both may share one log, which is empty by now.
            decisions = await _decisions!.EraseAsync(profileId, cancellationToken).ConfigureAwait(false);
        }

        // A removal whose answer was lost counts, too.
        return new(
            receipt.WasStored || (known is null && held.Stored is not null),
            _time.GetUtcNow(),
            receipt.Pending | (decisions?.Pending ?? ProfileCopies.None));
    }

    /// <summary>Stores and indexes profiles with distinct identifiers, whose locks are held.</summary>
    private async ValueTask EnrollLockedAsync(
        IReadOnlyList<(Profile Profile, PhotoFingerprint? Photo)> profiles, CancellationToken cancellationToken)
    {
        var held = new Held[profiles.Count];
        var records = new RegisteredProfile[profiles.Count];
        for (var i = 0; i < profiles.Count; i++)
        {
            var (profile, photo) = profiles[i];
            var known = await _store.FindAsync(profile.Id, cancellationToken).ConfigureAwait(false);
            held[i] = HeldOf(profile.Id, known);
            records[i] = RecordOf(profile, photo, known?.Profile);
        }

        for (var i = 0; i < profiles.Count; i++)
        {
            _inDoubt[records[i].ProfileId] = held[i];
        }

        var keys = profiles.Count == 1
            ? [await _store.SaveAsync(records[0], cancellationToken).ConfigureAwait(false)]
            : await _store.SaveManyAsync(records, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < profiles.Count; i++)
        {
            Reindex(held[i], records[i].Photo, keys[i]);
            _inDoubt.TryRemove(records[i].ProfileId, out _);
            if (held[i].Stored is null)
            {
                Interlocked.Increment(ref _profiles);
            }
        }
    }

    /// <summary>What the index holds of a profile: what the store does, unless a change since then is in doubt.</summary>
    private Held HeldOf(string profileId, StoredProfile? stored) => _inDoubt.TryGetValue(profileId, out var held) ? held with { IsNew = false } : new(stored, IsNew: stored is null);

    private PhotoFingerprint? PhotoOf(Profile profile, CancellationToken cancellationToken) =>
        Kept(profile.Photo?.GetFingerprint(_fingerprinter, cancellationToken).Fingerprint);

    private RegisteredProfile RecordOf(Profile profile, PhotoFingerprint? photo, RegisteredProfile? known)
    {
        // The same photo encoded anew is the same photo: whatever a reviewer said of it still holds.
        var isSame = known?.Photo is { } before && photo is not null && before.Hash.DistanceTo(photo.Hash) <= _options.MatchRadius;
        return new(profile.Id)
        {
            DisplayName = profile.DisplayName,
            OtherNames = profile.OtherNames,
            Handle = profile.Handle,
            Organization = profile.Organization,
            PhotoShownSince = profile.PhotoSince,
            History = profile.History,
            Photo = photo,
            PhotoSince = isSame ? known!.PhotoSince : _time.GetUtcNow(),
        };
    }

    private static int LockOf(string profileId) => (int)((uint)StringComparer.Ordinal.GetHashCode(profileId) % LockCount);

    /// <summary>What the index holds of one profile.</summary>
    /// <param name="Stored">The profile; null for nothing.</param>
    /// <param name="IsNew">Whether it was never stored nor, that is known of, tried to be.</param>
    private readonly record struct Held(StoredProfile? Stored, bool IsNew);
}
