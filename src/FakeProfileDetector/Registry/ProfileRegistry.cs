using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Registry;

/// <summary>The registry of one process: a store that persists, and an index in memory over the photos in it.</summary>
/// <remarks>The index is filled from the store when the registry is first used.</remarks>
/// <threadsafety>Safe to call from many threads at once; searches never wait for enrollment.</threadsafety>
public sealed partial class ProfileRegistry : IProfileRegistry, IDisposable
{
    private const int LockCount = 64;

    // A thread keeps its lists up to this many matches; a default avatar's may be a million.
    private const int KeptMatches = 4096;

    [ThreadStatic]
    private static List<HammingMatch>? _uprightOfThread;

    [ThreadStatic]
    private static List<HammingMatch>? _turnedOfThread;

    private readonly IPhotoFingerprinter _fingerprinter;
    private readonly IProfileStore _store;
    private readonly IHammingIndex _index;
    private readonly MultiIndexHashIndex? _ownIndex;
    private readonly BenignPhotoBank _benignPhotos;
    private readonly ProfileRegistryOptions _options;
    private readonly TimeProvider _time;
    private readonly IReviewDecisionStore? _decisions;
    private readonly SemaphoreSlim _loading = new(1);

    // Two changes of one profile must not interleave; profiles share locks, because 64 are enough for any core count.
    private readonly ImmutableArray<SemaphoreSlim> _changing = [.. Enumerable.Range(0, LockCount).Select(_ => new SemaphoreSlim(1))];
    private volatile bool _isLoaded;

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
    /// <exception cref="ArgumentNullException"><paramref name="fingerprinter"/> is null.</exception>
    public ProfileRegistry(
        IPhotoFingerprinter fingerprinter,
        IProfileStore? store = null,
        IHammingIndex? index = null,
        BenignPhotoBank? benignPhotos = null,
        ProfileRegistryOptions? options = null,
        TimeProvider? time = null,
        IReviewDecisionStore? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(fingerprinter);
        _fingerprinter = fingerprinter;
        _store = store ?? new InMemoryProfileStore();
        _benignPhotos = benignPhotos ?? new BenignPhotoBank();
        _options = OptionsGuard.Checked(options, new ProfileRegistryOptionsValidator()).Copy();
        _index = index ?? (_ownIndex = new());
        _time = time ?? TimeProvider.System;
        _decisions = decisions;
        _patches = _options.AlteredCopies == AlteredCopySearch.Off ? null : new();
    }

    /// <inheritdoc/>
    public async ValueTask EnrollAsync(Profile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var photo = Kept(profile.Photo?.GetFingerprint(_fingerprinter, cancellationToken).Fingerprint);
        await LoadAsync(cancellationToken).ConfigureAwait(false);

        var changing = LockOf(profile.Id);
        await changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var known = await _store.FindAsync(profile.Id, cancellationToken).ConfigureAwait(false);

            // The same photo encoded anew is the same photo: whatever a reviewer said of it still holds.
            var since = known is { Profile: { Photo: { } same, PhotoSince: var then } }
                && photo is not null && same.Hash.DistanceTo(photo.Hash) <= _options.MatchRadius ? then : _time.GetUtcNow();
            var key = await _store.SaveAsync(
                new RegisteredProfile(profile.Id)
                {
                    DisplayName = profile.DisplayName,
                    OtherNames = profile.OtherNames,
                    Handle = profile.Handle,
                    History = profile.History,
                    Photo = photo,
                    PhotoSince = since,
                },
                cancellationToken).ConfigureAwait(false);
            Reindex(known?.Profile.Photo, photo, key);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RegisteredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        return (await _store.FindAsync(profileId, cancellationToken).ConfigureAwait(false))?.Profile;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> EraseAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var changing = LockOf(profileId);
        await changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The decisions first: an erasure that fails half-way is repeated, and then still finds the profile.
            if (_decisions is not null)
            {
                await _decisions.EraseAsync(profileId, cancellationToken).ConfigureAwait(false);
            }

            var known = await _store.FindAsync(profileId, cancellationToken).ConfigureAwait(false);
            if (known is null || !await _store.DeleteAsync(profileId, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            Reindex(known.Profile.Photo, after: null, known.Key);
            return true;
        }
        finally
        {
            changing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<PhotoUseResult> FindPhotoUsesAsync(
        PhotoFingerprint photo, string? exceptProfileId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        if (!IsComparable(photo))
        {
            return PhotoUseResult.NotCompared;
        }

        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var whole = await FindWholeAsync(photo, exceptProfileId, cancellationToken).ConfigureAwait(false);
        return await AddAlteredAsync(whole, photo, exceptProfileId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds uses by the hash of the whole photo.</summary>
    private async ValueTask<PhotoUseResult> FindWholeAsync(
        PhotoFingerprint photo, string? exceptProfileId, CancellationToken cancellationToken)
    {
        var benign = _benignPhotos.Find(photo, _options.MatchRadius);
        var nearest = FindNearest(photo, cancellationToken);
        if (nearest.Count == 0)
        {
            return new() { Uses = [], TotalCount = 0, BenignPicture = benign };
        }

        // Far matches count only once the second hash confirms them, so they cannot crowd out the near ones, and strangers
        // among them are not counted. One more than asked for, because the profile that asks may be among them.
        var order = nearest.OrderBy(entry => entry.Value.Distance).ThenBy(entry => entry.Key).ToArray();
        var near = order.Count(entry => entry.Value.Distance <= _options.MatchRadius);
        var read = order.Take(Math.Min(near, _options.MaximumUses + 1)).Concat(order.Skip(near).Take(_options.MaximumUses));
        var stored = await _store.ReadAsync([.. read.Select(entry => entry.Key)], cancellationToken).ConfigureAwait(false);

        var uses = new List<PhotoUse>(stored.Count);
        var dropped = 0;
        foreach (var (key, profile) in stored)
        {
            var match = nearest[key];
            if (profile.ProfileId != exceptProfileId && IsCopy(photo, profile, match))
            {
                uses.Add(new() { Holder = PhotoHolder.FromProfile(profile), Distance = match.Distance, Transform = match.Transform });
            }
            else if (match.Distance <= _options.MatchRadius)
            {
                dropped++;
            }
        }

        uses.Sort(static (a, b) => a.Distance != b.Distance
            ? a.Distance.CompareTo(b.Distance)
            : string.CompareOrdinal(a.Holder.Id, b.Holder.Id));
        var confirmed = uses.Count(use => use.Distance > _options.MatchRadius);
        return new()
        {
            Uses = [.. uses.Take(_options.MaximumUses)],
            TotalCount = near - dropped + confirmed,
            BenignPicture = benign,
        };
    }

    /// <summary>Fills the index from the store, if that has not been done; any other call does so too when it comes first.</summary>
    /// <param name="cancellationToken">Stops the load; the next call begins anew.</param>
    /// <returns>Completes when the index is filled.</returns>
    /// <remarks>Call it at start where the store is large: a check that has to wait for it reports its search as failed.</remarks>
    public async ValueTask LoadAsync(CancellationToken cancellationToken = default)
    {
        if (_isLoaded)
        {
            return;
        }

        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isLoaded)
            {
                return;
            }

            // Collected first: a load that fails half-way must leave the index empty for the next try.
            var entries = new List<HammingEntry>();
            using var patches = new PatchLoad(this);
            await foreach (var (key, profile) in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (IndexedHash(profile.Photo) is { } hash)
                {
                    entries.Add(new(hash, key));
                }

                patches.Add(profile.Photo, key, cancellationToken);
            }

            patches.Complete(cancellationToken);
            _index.AddRange(CollectionsMarshal.AsSpan(entries));
            _isLoaded = true;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Frees the locks, and the index if the registry created it. The store and a given index belong to the caller.</summary>
    public void Dispose()
    {
        _ownIndex?.Dispose();
        _patches?.Dispose();
        _loading.Dispose();
        foreach (var changing in _changing)
        {
            changing.Dispose();
        }
    }

    private Dictionary<long, (int Distance, DihedralTransform Transform)> FindNearest(
        PhotoFingerprint photo, CancellationToken cancellationToken)
    {
        var upright = _uprightOfThread ??= [];
        var turned = _turnedOfThread ??= [];
        try
        {
            var dihedral = photo.Dihedral;
            ReadOnlySpan<PhotoHash> hashes = dihedral;
            var inBatch = 0;
            if (photo.SecondHash is not null)
            {
                // Without a second hash no far match can be confirmed, and the upright one is searched like the turned ones.
                _index.Search(hashes[0], _options.ConfirmedMatchRadius, upright, cancellationToken);
                inBatch = 1;
            }

            _index.SearchBatch(hashes[inBatch..], _options.MatchRadius, turned, cancellationToken);

            var nearest = new Dictionary<long, (int Distance, DihedralTransform Transform)>(upright.Count);
            foreach (var (key, distance) in upright)
            {
                Keep(nearest, key, distance, DihedralTransform.None);
            }

            foreach (var match in turned)
            {
                Keep(nearest, match.Key, match.Distance, (DihedralTransform)(match.Query + inBatch));
            }

            return nearest;
        }
        finally
        {
            Empty(ref _uprightOfThread, upright);
            Empty(ref _turnedOfThread, turned);
        }
    }

    /// <summary>The first transform wins a tie, so that a symmetric picture is reported as it is.</summary>
    private static void Keep(
        Dictionary<long, (int Distance, DihedralTransform Transform)> nearest, long key, int distance, DihedralTransform transform)
    {
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(nearest, key, out var exists);
        if (!exists || distance < best.Distance || (distance == best.Distance && transform < best.Transform))
        {
            best = (distance, transform);
        }
    }

    private static void Empty<T>(ref List<T>? ofThread, List<T> matches)
    {
        matches.Clear();
        ofThread = matches.Capacity <= KeptMatches ? matches : null;
    }

    /// <summary>
    /// The index may run ahead of the store by one change, so the stored hash decides. The second hash has no turned
    /// variants and is asked about upright matches only: it confirms a far one and rejects one that looks crafted.
    /// </summary>
    private bool IsCopy(PhotoFingerprint photo, RegisteredProfile profile, (int Distance, DihedralTransform Transform) match)
    {
        if (profile.Photo is not { } other || photo.Dihedral.Get(match.Transform).DistanceTo(other.Hash) != match.Distance)
        {
            return false;
        }

        var near = match.Distance <= _options.MatchRadius;
        return match.Transform == DihedralTransform.None && photo.SecondHash is { } ours && other.SecondHash is { } theirs
            ? BitOperations.PopCount(ours ^ theirs) <= (near ? _options.MaximumSecondHashDistance : _options.ConfirmingSecondHashDistance)
            : near;
    }

    private bool IsComparable(PhotoFingerprint photo) => photo.Quality >= _options.MinimumQuality;

    private PhotoHash? IndexedHash(PhotoFingerprint? photo) => photo is not null && IsComparable(photo) ? photo.Hash : null;

    private void Reindex(PhotoFingerprint? before, PhotoFingerprint? after, long key)
    {
        var (old, current) = (IndexedHash(before), IndexedHash(after));
        if (old != current && current is { } added)
        {
            _index.Add(added, key);
        }

        if (old != current && old is { } removed)
        {
            _index.Remove(removed, key);
        }

        ReindexPatches(before, after, key);
    }

    private SemaphoreSlim LockOf(string profileId) =>
        _changing[(int)((uint)StringComparer.Ordinal.GetHashCode(profileId) % LockCount)];
}
