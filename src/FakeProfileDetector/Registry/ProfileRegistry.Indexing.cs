using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <content>What of a profile the indexes hold.</content>
public sealed partial class ProfileRegistry
{
    private bool IsComparable(PhotoFingerprint photo) => photo.Quality >= _options.MinimumQuality;

    private PhotoHash? IndexedHash(PhotoFingerprint? photo) => photo is not null && IsComparable(photo) ? photo.Hash : null;

    /// <summary>Makes the indexes hold a photo in place of another; doing it again changes nothing.</summary>
    /// <param name="held">The profile as the indexes hold it; null for nothing.</param>
    /// <param name="photo">The photo to hold under the key; null for none.</param>
    /// <param name="key">The profile's key.</param>
    private void Reindex(StoredProfile? held, PhotoFingerprint? photo, long key)
    {
        var copies = 0;
        if (IndexedHash(photo) is { } added)
        {
            // Asked of the index: another process may have stored a photo that this index has never seen.
            copies = CountCopies(added, key, out var isIndexed);
            if (!isIndexed)
            {
                _index.Add(added, key);
                copies++;
            }
        }

        // Removed last, so that a search meanwhile finds the profile by one of both.
        if (IndexedHash(held?.Profile.Photo) is { } removed && (held!.Key != key || removed != IndexedHash(photo)))
        {
            _index.Remove(removed, held.Key);
        }

        ReindexPatches(held, photo, key, copies);
    }

    private int CountCopies(PhotoHash hash, long key, out bool isIndexed)
    {
        var copies = _uprightOfThread ??= [];
        try
        {
            _index.Search(hash, 0, copies);
            isIndexed = copies.Exists(copy => copy.Key == key);
            return copies.Count;
        }
        finally
        {
            Empty(ref _uprightOfThread, copies);
        }
    }

    private void ReindexPatches(StoredProfile? held, PhotoFingerprint? photo, long key, int copies)
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
            _patches.Remove(added, key);
            if (copies <= MaximumIndexedCopies)
            {
                _patches.Add(added, key);
            }
        }
    }
}
