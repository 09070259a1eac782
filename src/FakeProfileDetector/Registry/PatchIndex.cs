using System.Runtime.InteropServices;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Registry;

/// <summary>Finds the photos that share local descriptors with another: candidates for <see cref="PatchMatcher"/>.</summary>
/// <remarks>Approximate: a few bands of each descriptor are looked up exactly, and one of a photo's dozens that is found is enough.</remarks>
/// <threadsafety>Safe for many readers and writers at once.</threadsafety>
internal sealed class PatchIndex : IDisposable
{
    private const int Variants = 6;

    // A search with more hits than this gives their memory back.
    private const int KeptHits = 1 << 16;

    [ThreadStatic]
    private static List<HammingMatch>? _matchesOfThread;

    private readonly MultiIndexHashIndex _descriptors = MultiIndexHashIndex.CreateSampled();

    internal long DescriptorCount => _descriptors.Count;

    /// <summary>Bytes that the index holds now.</summary>
    internal long Bytes => _descriptors.GetMemoryUsage().TotalBytes;

    internal void Add(PhotoPatches patches, long photo)
    {
        Span<HammingEntry> entries = stackalloc HammingEntry[patches.Count];
        Fill(patches, photo, entries);
        _descriptors.AddRange(entries);
    }

    /// <summary>Adds many photos at once.</summary>
    internal void AddRange(IEnumerable<(PhotoPatches Patches, long Photo)> photos, CancellationToken cancellationToken)
    {
        _descriptors.AddRange(Entries(), cancellationToken);

        IEnumerable<HammingEntry> Entries()
        {
            var entries = new HammingEntry[PhotoPatches.MaximumCount];
            foreach (var (patches, photo) in photos)
            {
                Fill(patches, photo, entries.AsSpan(0, patches.Count));
                for (var i = 0; i < patches.Count; i++)
                {
                    yield return entries[i];
                }
            }
        }
    }

    /// <summary>Removes a photo; what was never added is passed over.</summary>
    internal void Remove(PhotoPatches patches, long photo)
    {
        for (var i = 0; i < patches.Count; i++)
        {
            _descriptors.Remove(patches.Hashes[i], KeyOf(photo, i));
        }
    }

    /// <summary>The photos that share most descriptors with another, most first.</summary>
    /// <param name="query">The photo's patches.</param>
    /// <param name="maximum">How many at most.</param>
    /// <param name="except">Photos to leave out: those that were judged already.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal IReadOnlyList<long> Find(PhotoPatches query, int maximum, JudgedProfiles except, CancellationToken cancellationToken)
    {
        Span<PhotoHash> hashes = stackalloc PhotoHash[PhotoPatches.MaximumCount * Variants];
        var count = 0;
        foreach (var hash in query.Hashes)
        {
            hashes[count++] = hash;
            hashes[count++] = PatchDescriptor.Mirror(hash);
        }

        foreach (var hash in query.Turned)
        {
            hashes[count++] = hash;
            hashes[count++] = PatchDescriptor.Mirror(hash);
        }

        var matches = _matchesOfThread ??= [];
        _descriptors.SearchBatch(hashes[..count], PatchMatches.Radius, matches, cancellationToken);
        var votes = new Dictionary<long, ulong>();
        foreach (var (key, _) in matches)
        {
            // A stored patch counts once, however many turns of the other it resembles.
            CollectionsMarshal.GetValueRefOrAddDefault(votes, key / PhotoPatches.MaximumCount, out _) |= 1UL << (int)(key % PhotoPatches.MaximumCount);
        }

        except.TakeOut(votes);
        matches.Clear();
        if (matches.Capacity > KeptHits)
        {
            _matchesOfThread = null;
        }

        return [.. votes.OrderByDescending(vote => ulong.PopCount(vote.Value)).ThenBy(vote => vote.Key).Take(maximum).Select(vote => vote.Key)];
    }

    public void Dispose() => _descriptors.Dispose();

    private static void Fill(PhotoPatches patches, long photo, Span<HammingEntry> entries)
    {
        for (var i = 0; i < patches.Count; i++)
        {
            entries[i] = new(patches.Hashes[i], KeyOf(photo, i));
        }
    }

    private static long KeyOf(long photo, int patch) => checked((photo * PhotoPatches.MaximumCount) + patch);
}
