using System.Runtime.InteropServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <content>Altered copies: found by patches where the hash of the whole photo fails.</content>
public sealed partial class ProfileRegistry
{
    // Photos whose patches are compared one by one, the likeliest first. Strangers share a patch by chance.
    private const int MaximumCompared = 64;

    // Of so many surely altered copies further ones tell nothing new: those that share most with the photo come first.
    private const int EnoughAltered = 32;

    // Of the uses that are returned, at most a quarter is kept free for altered copies.
    private const int ShareForAltered = 4;

    // A picture on so many profiles is a default avatar or the like: more of it would only slow every search down.
    private const int MaximumIndexedCopies = 64;

    private PatchIndex? _patches;

    /// <summary>Patches in the index.</summary>
    internal long PatchCount => _patches?.DescriptorCount ?? 0;

    /// <summary>Adds the profiles whose photo is an altered copy.</summary>
    private async ValueTask<PhotoUseResult> AddAlteredAsync(
        PhotoUseResult whole,
        PhotoFingerprint photo,
        StoredPhotoComparison comparison,
        string? exceptProfileId,
        JudgedProfiles judged,
        CancellationToken cancellationToken)
    {
        if (_patches is null || photo.Patches is not { Count: > 0 } patches || whole.BenignPicture is not null)
        {
            return whole;
        }

        var candidates = _patches.Find(patches, MaximumCompared, judged, cancellationToken);
        if (candidates.Count == 0)
        {
            return whole;
        }

        var found = whole.Uses.Select(use => use.Holder.Id).ToHashSet(StringComparer.Ordinal);
        var uses = new List<PhotoUse>();
        var read = await _store.FindManyAsync([.. candidates], cancellationToken).ConfigureAwait(false);
        var stored = read.ToDictionary(profile => profile.Key, profile => profile.Profile);
        var exact = 0;
        foreach (var key in candidates.TakeWhile(_ => exact < EnoughAltered))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stored.TryGetValue(key, out var profile)
                && profile.ProfileId != exceptProfileId
                && !found.Contains(profile.ProfileId)
                && profile.Photo is { } other
                && _benignPhotos.Find(other, _options.MatchRadius) is null
                && comparison.Match(other, cancellationToken) is { } alteration)
            {
                uses.Add(new(PhotoHolder.FromProfile(profile), photo.Hash.DistanceTo(other.Hash)) { Alteration = alteration });
                exact += alteration.Grade == PhotoCopyGrade.Exact ? 1 : 0;
            }
        }

        // What is surely the same picture first, and of those what was altered least.
        uses.Sort(static (a, b) => (b.Alteration!.Grade, b.Alteration.MatchedPatches).CompareTo((a.Alteration!.Grade, a.Alteration.MatchedPatches)) is var order and not 0
            ? order
            : string.CompareOrdinal(a.Holder.Id, b.Holder.Id));

        // However many accounts have the very same file, the one that it was cut out of is among those returned.
        var kept = Math.Max(_options.MaximumUses - uses.Count, _options.MaximumUses - (_options.MaximumUses / ShareForAltered));
        return new([.. whole.Uses.Take(kept).Concat(uses).Take(_options.MaximumUses)], whole.TotalCount + uses.Count)
        {
            BenignPicture = whole.BenignPicture,
        };
    }

    /// <summary>The fingerprint as it is kept.</summary>
    private PhotoFingerprint? Kept(PhotoFingerprint? photo) => photo switch
    {
        { Patches: not null } when _patches is null => photo.With(patches: null),
        { Patches: { } patches } => photo.With(_options.KeepThumbnails ? patches.Stored() : patches.Stored().WithoutThumbnail()),
        _ => photo,
    };

    private PhotoPatches? IndexedPatches(PhotoFingerprint? photo) =>
        photo is not null && IsComparable(photo) && _benignPhotos.Find(photo, _options.MatchRadius) is null ? photo.Patches : null;

    /// <summary>Fills the patch index from a store, in parts, and keeps it only if all was read.</summary>
    private sealed class PatchLoad(ProfileRegistry registry) : IDisposable
    {
        private const int PartLength = 1 << 15;

        private readonly Dictionary<PhotoHash, int> _copies = [];
        private readonly List<(PhotoPatches Patches, long Photo)> _part = [];
        private PatchIndex? _loaded = registry._patches is null ? null : new();

        internal void Add(PhotoFingerprint? photo, long key, CancellationToken cancellationToken)
        {
            if (_loaded is null || registry.IndexedPatches(photo) is not { } patches
                || ++CollectionsMarshal.GetValueRefOrAddDefault(_copies, photo!.Hash, out _) > MaximumIndexedCopies)
            {
                return;
            }

            _part.Add((patches, key));
            if (_part.Count == PartLength)
            {
                Flush(cancellationToken);
            }
        }

        internal void Flush(CancellationToken cancellationToken)
        {
            if (_loaded is not null)
            {
                _loaded.AddRange(_part, cancellationToken);
                _part.Clear();
            }
        }

        /// <summary>Puts what was loaded in place of the empty index; that one is disposed of with this.</summary>
        internal void Publish() => (registry._patches, _loaded) = (_loaded, registry._patches);

        public void Dispose() => _loaded?.Dispose();
    }
}
