using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The newest entries: a small table to which entries are added while searches read it.</summary>
/// <remarks>
/// <para>
/// One writer at a time. A hash is written before the postings that name it, and each bucket's place and length are published
/// as one word, so that a search sees whole postings only. A bucket that is full moves to a place twice as long; searches that
/// still read the old one find what was there when they came.
/// </para>
/// <para>
/// Bands are eight bits wide, so that a search looks into 32 buckets whatever it is for; or those of the index's plan where
/// that is sampled, so that what is found does not depend on where an entry lies.
/// </para>
/// </remarks>
internal sealed unsafe class Memtable : IDisposable
{
    /// <summary>The greatest capacity: slots are 16-bit numbers here.</summary>
    internal const int MaximumCapacity = 1 << 16;

    // Most buckets of a sampled plan stay with one or two postings: memory that is never touched is never fetched nor cleared.
    private const int FirstBucketCapacity = 4;
    private const int PlaceUnit = FirstBucketCapacity * PostingLength;
    private const int MaximumBands = 32;
    private const int ArenaBlockLength = 1 << ArenaBlockShift;
    private const int ArenaBlockShift = 21;
    private const int PostingLength = 2 * sizeof(ushort);
    private const int None = -1;

    // Enough for every bucket to have moved at each doubling.
    private const int MaximumArenaBlocks = 128;

    private readonly MemoryAccount _account;
    private readonly NativeBuffer _hashes;
    private readonly NativeBuffer _newest;
    private readonly NativeBuffer _keys;
    private readonly NativeBuffer _older;
    private readonly NativeBuffer _removed;
    private readonly NativeBuffer _slotsByHash;
    private readonly NativeBuffer _buckets;
    private readonly NativeBuffer?[] _arena = new NativeBuffer?[MaximumArenaBlocks];
    private readonly int _tableMask;
    private readonly int _bucketsOfBand;
    private long _arenaLength;
    private int _entryCount;
    private int _slotCount;
    private int _liveCount;
    private bool _isSealed;

    /// <summary>An empty memtable.</summary>
    /// <param name="plan">The bands, all of one width.</param>
    /// <param name="capacity">A power of two up to <see cref="MaximumCapacity"/>.</param>
    /// <param name="account">Counts the memory.</param>
    internal Memtable(BandPlan plan, int capacity, MemoryAccount account)
    {
        (Plan, Capacity, _account) = (plan, capacity, account);
        _bucketsOfBand = plan.Bands[0].BucketCount;
        _hashes = NativeBuffer.Allocate((long)capacity * sizeof(PhotoHash), account);
        _newest = NativeBuffer.Allocate((long)capacity * sizeof(int), account);
        _keys = NativeBuffer.Allocate((long)capacity * sizeof(long), account);
        _older = NativeBuffer.Allocate((long)capacity * sizeof(int), account);
        _removed = NativeBuffer.AllocateZeroed(capacity, account);
        _slotsByHash = NativeBuffer.AllocateZeroed(2L * capacity * sizeof(int), account);
        _buckets = NativeBuffer.AllocateZeroed((long)plan.Bands.Length * _bucketsOfBand * sizeof(ulong), account);
        _tableMask = (2 * capacity) - 1;
    }

    internal BandPlan Plan { get; }

    internal int Capacity { get; }

    /// <summary>Whether it takes no more entries.</summary>
    internal bool IsFull => _isSealed || _entryCount == Capacity;

    /// <summary>Entries added, removed ones among them.</summary>
    internal int EntryCount => _entryCount;

    /// <summary>Entries that are not removed.</summary>
    internal int LiveCount => _liveCount;

    /// <summary>Different hashes, which lie in <see cref="Hashes"/>.</summary>
    internal int SlotCount => Volatile.Read(ref _slotCount);

    internal PhotoHash* Hashes => (PhotoHash*)_hashes.Pointer;

    private int* Newest => (int*)_newest.Pointer;

    private long* Keys => (long*)_keys.Pointer;

    private int* Older => (int*)_older.Pointer;

    private byte* Removed => _removed.Pointer;

    /// <summary>For each bucket of a band where its postings lie and, in the low half, how many there are.</summary>
    internal ulong* Buckets(int band) => (ulong*)_buckets.Pointer + ((long)band * _bucketsOfBand);

    /// <summary>Where the postings of a bucket begin: fingerprints first, then as many slots.</summary>
    /// <param name="bucket">An element of what <see cref="Buckets"/> gives.</param>
    internal ushort* Fingerprints(ulong bucket) => At((long)(bucket >> 32) * PlaceUnit);

    /// <summary>Where the slots of a bucket begin.</summary>
    internal ushort* Slots(ulong bucket) => Fingerprints(bucket) + CapacityFor((int)(uint)bucket);

    /// <summary>Takes no more entries from now on.</summary>
    internal void Seal() => _isSealed = true;

    /// <summary>Begins to fetch what adding a hash will read: some time before, since nearly all of it lies far apart.</summary>
    internal void Prefetch(PhotoHash* hash)
    {
        Memory.Prefetch((int*)_slotsByHash.Pointer + FirstTableEntry(hash));
        for (var band = 0; band < Plan.Bands.Length; band++)
        {
            Memory.Prefetch(BucketOf(hash, band, out _));
        }
    }

    /// <summary>Begins to fetch where postings will be written, once <see cref="Prefetch"/> has had its time.</summary>
    internal void PrefetchPostings(PhotoHash* hash)
    {
        for (var band = 0; band < Plan.Bands.Length; band++)
        {
            var bucket = *BucketOf(hash, band, out _);
            if ((uint)bucket != 0)
            {
                Memory.Prefetch(Fingerprints(bucket));
            }
        }
    }

    /// <summary>Adds an entry; there must be room.</summary>
    internal void Add(PhotoHash* hash, long key)
    {
        var entry = _entryCount;
        Keys[entry] = key;
        ref var known = ref TableEntryFor(hash);
        if (known != 0)
        {
            Older[entry] = Newest[known - 1];
            Volatile.Write(ref Newest[known - 1], entry);
        }
        else
        {
            var slot = _slotCount;
            var buckets = stackalloc ulong*[MaximumBands];
            var fingerprints = stackalloc ushort[MaximumBands];
            Reserve(hash, buckets, fingerprints);
            Older[entry] = None;
            Newest[slot] = entry;
            Hashes[slot] = *hash;
            for (var band = 0; band < Plan.Bands.Length; band++)
            {
                Append(buckets[band], fingerprints[band], (ushort)slot);
            }

            known = slot + 1;
            Volatile.Write(ref _slotCount, slot + 1);
        }

        _entryCount++;
        _liveCount++;
    }

    /// <summary>Removes one entry with this hash and key.</summary>
    internal bool TryRemove(PhotoHash* hash, long key)
    {
        var entry = LiveEntryOf(hash, key);
        if (entry == None)
        {
            return false;
        }

        Volatile.Write(ref Removed[entry], 1);
        _liveCount--;
        return true;
    }

    /// <summary>How many live entries there are with this hash, at most a limit. Nobody may add meanwhile.</summary>
    internal int CountAtMost(PhotoHash* hash, int limit)
    {
        var count = 0;
        for (var entry = NewestOf(hash); entry != None && count < limit; entry = Older[entry])
        {
            count += 1 - Removed[entry];
        }

        return count;
    }

    /// <summary>Whether there is a live entry with this hash and key. Nobody may add meanwhile.</summary>
    internal bool Contains(PhotoHash* hash, long key) => LiveEntryOf(hash, key) != None;

    /// <summary>Reports the live entries of a slot as matches.</summary>
    internal void AddMatches(int slot, int query, int distance, MatchBuffer matches)
    {
        for (var entry = Volatile.Read(ref Newest[slot]); entry != None; entry = Older[entry])
        {
            if (Volatile.Read(ref Removed[entry]) == 0)
            {
                matches.Add(query, Keys[entry], distance);
            }
        }
    }

    /// <summary>Appends every live entry. Nobody may add or remove meanwhile.</summary>
    internal void CopyEntries(List<HammingEntry> entries)
    {
        for (var slot = 0; slot < _slotCount; slot++)
        {
            for (var entry = Newest[slot]; entry != None; entry = Older[entry])
            {
                if (Removed[entry] == 0)
                {
                    entries.Add(new(Hashes[slot], Keys[entry]));
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<NativeBuffer>)[_hashes, _newest, _keys, _older, _removed, _slotsByHash, _buckets])
        {
            buffer.Dispose();
        }

        foreach (var block in _arena)
        {
            block?.Dispose();
        }
    }

    private static int CapacityFor(int count) =>
        Math.Max(FirstBucketCapacity, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count));

    /// <summary>The newest entry with a hash, from which the older ones follow.</summary>
    private int NewestOf(PhotoHash* hash) => TableEntryFor(hash) is > 0 and var known ? Newest[known - 1] : None;

    private int LiveEntryOf(PhotoHash* hash, long key)
    {
        var entry = NewestOf(hash);
        while (entry != None && (Keys[entry] != key || Removed[entry] != 0))
        {
            entry = Older[entry];
        }

        return entry;
    }

    /// <summary>The hash table's entry: the slot plus one, or 0 where the hash is not known and may be entered.</summary>
    private ref int TableEntryFor(PhotoHash* hash)
    {
        var table = (int*)_slotsByHash.Pointer;
        for (var at = FirstTableEntry(hash); ; at = (at + 1) & _tableMask)
        {
            if (table[at] == 0 || Hashes[table[at] - 1] == *hash)
            {
                return ref table[at];
            }
        }
    }

    private int FirstTableEntry(PhotoHash* hash)
    {
        var words = (ulong*)hash;
        var mixed = ((words[0] ^ words[2]) * 0x9E3779B97F4A7C15) ^ ((words[1] ^ words[3]) * 0xC2B2AE3D27D4EB4F);
        return (int)(mixed >> 32) & _tableMask;
    }

    /// <summary>Finds the buckets of a new slot and takes what naming it there needs, so that nothing is half done where memory runs out.</summary>
    private void Reserve(PhotoHash* hash, ulong** buckets, ushort* fingerprints)
    {
        var length = _arenaLength;
        for (var band = 0; band < Plan.Bands.Length; band++)
        {
            buckets[band] = BucketOf(hash, band, out fingerprints[band]);
            var moved = LengthToMove(*buckets[band]);
            if (moved > 0)
            {
                length = PlaceFor(length, moved) + moved;
                _arena[(length - 1) >> ArenaBlockShift] ??= NativeBuffer.Allocate(ArenaBlockLength, _account);
            }
        }
    }

    private ulong* BucketOf(PhotoHash* hash, int band, out ushort fingerprint)
    {
        var place = Plan.Bands[band];
        var bits = CircularBits.Read(hash, place.Start);
        fingerprint = (ushort)(bits >> place.Width);
        return Buckets(band) + ((uint)bits & place.Mask);
    }

    /// <summary>Bytes of the place to which a bucket moves before it takes another posting; 0 where it need not.</summary>
    private static int LengthToMove(ulong bucket)
    {
        var count = (int)(uint)bucket;
        return count == 0 ? FirstBucketCapacity * PostingLength : count == CapacityFor(count) ? 2 * count * PostingLength : 0;
    }

    private void Append(ulong* place, ushort fingerprint, ushort slot)
    {
        var bucket = *place;
        var count = (int)(uint)bucket;
        var next = bucket + 1;
        if (LengthToMove(bucket) is > 0 and var moved)
        {
            next = ((ulong)Allocate(moved) << 32) | (uint)(count + 1);
            if (count > 0)
            {
                new ReadOnlySpan<ushort>(Fingerprints(bucket), count).CopyTo(new(Fingerprints(next), count));
                new ReadOnlySpan<ushort>(Slots(bucket), count).CopyTo(new(Fingerprints(next) + (moved / PostingLength), count));
            }
        }

        Fingerprints(next)[count] = fingerprint;
        Slots(next)[count] = slot;
        Volatile.Write(ref *place, next);
    }

    /// <summary>Takes reserved memory from the arena; the place in units, as buckets tell it.</summary>
    private long Allocate(int length)
    {
        var place = PlaceFor(_arenaLength, length);
        _arenaLength = place + length;
        return place / PlaceUnit;
    }

    /// <summary>Behind what is taken, in as few lines of the cache as can be, and so within one block: lengths are powers of two.</summary>
    private static long PlaceFor(long taken, int length)
    {
        var alignment = Math.Min(length, NativeBuffer.PaddingBytes);
        var place = (taken + alignment - 1) & -alignment;
        return (place & (ArenaBlockLength - 1)) + length <= ArenaBlockLength ? place : (place + ArenaBlockLength - 1) & -ArenaBlockLength;
    }

    private ushort* At(long place) =>
        (ushort*)(_arena[place >> ArenaBlockShift]!.Pointer + (place & (ArenaBlockLength - 1)));
}
