using System.Numerics;
using System.Runtime.InteropServices;
using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <content>The search by the hash of the whole photo.</content>
public sealed partial class ProfileRegistry
{
    // A thread keeps its lists up to this many matches; a default avatar's may be a million.
    private const int KeptMatches = 4096;

    [ThreadStatic]
    private static List<HammingMatch>? _uprightOfThread;

    [ThreadStatic]
    private static List<HammingMatch>? _turnedOfThread;

    /// <inheritdoc/>
    public async ValueTask<PhotoUseResult> FindPhotoUsesAsync(
        PhotoFingerprint photo, string? exceptProfileId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (!IsComparable(photo))
        {
            return PhotoUseResult.NotCompared;
        }

        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var judged = new JudgedProfiles();
        var comparison = new StoredPhotoComparison(photo);
        var whole = await FindWholeAsync(photo, comparison, exceptProfileId, judged, cancellationToken).ConfigureAwait(false);
        return await AddAlteredAsync(whole, photo, comparison, exceptProfileId, judged, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="photo">The photo.</param>
    /// <param name="comparison">Compares it.</param>
    /// <param name="exceptProfileId">The profile that asks.</param>
    /// <param name="judged">Receives the profiles that need not be looked at again.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    private async ValueTask<PhotoUseResult> FindWholeAsync(
        PhotoFingerprint photo, StoredPhotoComparison comparison, string? exceptProfileId, JudgedProfiles judged, CancellationToken cancellationToken)
    {
        var benign = _benignPhotos.Find(photo, _options.MatchRadius);
        var nearest = FindNearest(photo, judged, cancellationToken);
        if (nearest.Matches.Count == 0)
        {
            return new([], 0) { BenignPicture = benign };
        }

        var found = await _store.FindManyAsync([.. nearest.Matches.Keys], cancellationToken).ConfigureAwait(false);
        var uses = new List<PhotoUse>(found.Count);
        foreach (var stored in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stored.Profile.ProfileId != exceptProfileId && Confirm(photo, stored.Profile, nearest.Matches[stored.Key]) is { } match
                && comparison.IsUse(stored.Profile.Photo!, match.Variant, out var alteration))
            {
                judged.Add(stored.Key);
                uses.Add(new(PhotoHolder.FromProfile(stored.Profile), match.Distance, match.Variant.Transform) { Alteration = alteration });
            }
        }

        // Copies before what shares a template with the photo.
        uses.Sort(static (a, b) => (a.Alteration is not null).CompareTo(b.Alteration is not null) is var order and not 0 ? order
            : a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance)
            : string.CompareOrdinal(a.Holder.Id, b.Holder.Id));
        return new([.. uses.Take(_options.MaximumUses)], nearest.Unread + uses.Count) { BenignPicture = benign };
    }

    /// <summary>The profiles to read, and how many more have the photo.</summary>
    private Nearest FindNearest(PhotoFingerprint photo, JudgedProfiles judged, CancellationToken cancellationToken)
    {
        var upright = _uprightOfThread ??= [];
        var turned = _turnedOfThread ??= [];
        try
        {
            var dihedral = photo.Dihedral;
            Span<PhotoHash> hashes = stackalloc PhotoHash[PhotoVariant.All.Count];
            for (var i = 0; i < hashes.Length; i++)
            {
                hashes[i] = PhotoVariant.All[i].HashOf(dihedral);
            }

            var inBatch = 0;
            if (photo.SecondHash is not null)
            {
                // Without a second hash no far match can be confirmed, and the upright one is searched like the turned ones.
                _index.Search(hashes[0], _options.ConfirmedMatchRadius, upright, cancellationToken);
                inBatch = 1;
            }

            _index.SearchBatch(hashes[inBatch..], _options.MatchRadius, turned, cancellationToken);
            if (turned.Count > 0)
            {
                // The first transform wins a tie, so that a symmetric picture is reported as it is.
                var best = new Dictionary<long, HammingMatch>(upright.Count);
                foreach (var match in upright)
                {
                    Keep(best, match);
                }

                foreach (var match in turned)
                {
                    Keep(best, new(match.Key, match.Distance, match.Query + inBatch));
                }

                upright.Clear();
                upright.AddRange(best.Values);
            }

            return Select(upright, judged);
        }
        finally
        {
            Empty(ref _uprightOfThread, upright);
            Empty(ref _turnedOfThread, turned);
        }
    }

    /// <summary>Selects whom to read: the nearest, in one pass however many there are.</summary>
    private Nearest Select(List<HammingMatch> matches, JudgedProfiles judged)
    {
        // Far matches count only once the second hash confirms them, so they cannot crowd out the near ones, and strangers
        // among them are not counted. One more than asked for, because the profile that asks may be among them.
        var near = new NearestMatches(_options.MaximumUses + 1);
        var far = new NearestMatches(_options.MaximumUses);
        foreach (var match in matches)
        {
            (match.Distance <= _options.MatchRadius ? near : far).Add(match);
        }

        var read = new Dictionary<long, Match>();
        foreach (var match in near.Matches.Concat(far.Matches))
        {
            // A profile whose photo is changing may be there with both.
            read.TryAdd(match.Key, new(match.Distance, PhotoVariant.All[match.Query]));
        }

        var unread = near.Count - near.Matches.Count;
        if (unread > 0)
        {
            // Copies by their hash: there are enough of them without a look at each.
            judged.AddAll([.. matches.Where(match => match.Distance <= _options.MatchRadius && !read.ContainsKey(match.Key)).Select(match => match.Key)]);
        }

        return new(read, unread);
    }

    private static void Keep(Dictionary<long, HammingMatch> matches, HammingMatch match)
    {
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(matches, match.Key, out var exists);
        if (!exists || match.Distance < best.Distance || (match.Distance == best.Distance && match.Query < best.Query))
        {
            best = match;
        }
    }

    private static void Empty<T>(ref List<T>? ofThread, List<T> matches)
    {
        matches.Clear();
        ofThread = matches.Capacity <= KeptMatches ? matches : null;
    }

    /// <summary>The match with what is stored; null when that is no copy.</summary>
    /// <remarks>
    /// The index may run ahead of the store by one change, or behind it where another process writes: the stored hash decides.
    /// </remarks>
    private Match? Confirm(PhotoFingerprint photo, RegisteredProfile profile, Match match)
    {
        if (profile.Photo is not { } other || !IsComparable(other))
        {
            return null;
        }

        var dihedral = photo.Dihedral;
        if (match.Variant.HashOf(dihedral).DistanceTo(other.Hash) != match.Distance)
        {
            var (distance, transform) = dihedral.Nearest(other.Hash);
            match = new(distance, new(transform));
        }

        return IsCopy(photo, other, match) ? match : null;
    }

    /// <summary>
    /// The second hash has no turned variants and is asked about upright matches only: it confirms a far one and rejects one
    /// that looks crafted.
    /// </summary>
    private bool IsCopy(PhotoFingerprint photo, PhotoFingerprint other, Match match)
    {
        var isNear = match.Distance <= _options.MatchRadius;
        return match.Variant == default && photo.SecondHash is { } ours && other.SecondHash is { } theirs
            ? match.Distance <= _options.ConfirmedMatchRadius
                && BitOperations.PopCount(ours ^ theirs) <= (isNear ? _options.MaximumSecondHashDistance : _options.ConfirmingSecondHashDistance)
            : isNear;
    }

    private readonly record struct Match(int Distance, PhotoVariant Variant);

    /// <param name="Matches">The profiles to read, by their keys.</param>
    /// <param name="Unread">How many more have the photo.</param>
    private readonly record struct Nearest(Dictionary<long, Match> Matches, int Unread);
}
