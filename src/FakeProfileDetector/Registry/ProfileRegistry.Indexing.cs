using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <content>What of a profile the indexes hold.</content>
public sealed partial class ProfileRegistry
{
    private bool IsComparable(PhotoFingerprint photo) => photo.Quality >= _options.MinimumQuality;

    private PhotoHash? IndexedHash(PhotoFingerprint? photo) => photo is not null && IsComparable(photo) ? photo.Hash : null;

    /// <summary>Makes the indexes hold a photo in place of another; doing it again changes nothing.</summary>
    /// <param name="held">The profile as the indexes hold it.</param>
    /// <param name="photo">The photo to hold under the key; null for none.</param>
    /// <param name="key">The profile's key.</param>
    private void Reindex(in Held held, PhotoFingerprint? photo, long key)
    {
        var (isCommon, isIndexed) = (false, false);
        if (IndexedHash(photo) is { } added)
        {
            // Asked of the index: another process may have stored a photo that this index has never seen. What nobody stored
            // before needs no asking.
            isIndexed = !held.IsNew && IsIndexed(added, key);
            isCommon = _patches is not null && CountCopies(added, MaximumIndexedCopies + 1) + (isIndexed ? 0 : 1) > MaximumIndexedCopies;
            if (!isIndexed)
            {
                _index.Add(added, key);
            }
        }

        // Removed last, so that a search meanwhile finds the profile by one of both.
        var stored = held.Stored;
        if (IndexedHash(stored?.Profile.Photo) is { } removed && (stored!.Key != key || removed != IndexedHash(photo)))
        {
            _index.Remove(removed, stored.Key);
        }

        ReindexPatches(stored, photo, key, isIndexed, isCommon);
    }

    private int CountCopies(PhotoHash hash, int limit) =>
        _index is MultiIndexHashIndex own ? own.CountAtMost(hash, limit) : CopiesOf(hash).Count;

    private bool IsIndexed(PhotoHash hash, long key) =>
        _index is MultiIndexHashIndex own ? own.Contains(hash, key) : CopiesOf(hash).Exists(copy => copy.Key == key);

    /// <summary>All entries with this hash, of an index that cannot be asked for less.</summary>
    private List<HammingMatch> CopiesOf(PhotoHash hash)
    {
        var copies = new List<HammingMatch>();
        _index.Search(hash, 0, copies);
        return copies;
    }

    private void ReindexPatches(StoredProfile? held, PhotoFingerprint? photo, long key, bool isIndexed, bool isCommon)
    {
        if (_patches is null)
        {
            return;
        }

        // Removed first: patches that stay have the same keys.
        if (held?.Profile.Photo?.Patches is { } old)
        {
            _patches.Remove(old, held.Key);
        }

        if (IndexedPatches(photo) is { } added)
        {
            if (isIndexed)
            {
                _patches.Remove(added, key);
            }

            if (!isCommon)
            {
                _patches.Add(added, key);
            }
        }
    }
}
