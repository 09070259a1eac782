using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Collects entries and makes a segment of them on all cores.</summary>
internal sealed unsafe class SegmentBuilder : IDisposable
{
    // Each worker needs eight bytes an entry; more workers than this would need more memory than the index itself.
    private const int MaximumWorkers = 8;
    private const int KeyBlockLength = 1 << 20;

    private readonly MemoryAccount _account;
    private readonly HashStore _hashes;
    private readonly List<NativeBuffer> _keyBlocks = [];
    private bool _isBuilt;

    internal SegmentBuilder(MemoryAccount account)
    {
        _account = account;
        _hashes = new(account);
    }

    internal int Count { get; private set; }

    /// <summary>Makes room for as many entries more at once.</summary>
    internal void Reserve(int count) => _hashes.Reserve((long)Count + count);

    /// <summary>Adds an entry.</summary>
    /// <param name="hash">The hash in the order of the index's bits.</param>
    /// <param name="key">The key.</param>
    internal void Add(PhotoHash hash, long key)
    {
        if (Count % HashStore.BlockLength == 0)
        {
            _hashes.Reserve(Count + 1L);
        }

        if (Count % KeyBlockLength == 0 && Count / KeyBlockLength == _keyBlocks.Count)
        {
            _keyBlocks.Add(NativeBuffer.Allocate(KeyBlockLength * sizeof(long), _account));
        }

        *_hashes.Address(Count) = hash;
        *KeyAt(Count) = key;
        Count++;
    }

    /// <summary>Makes the segment; nothing may be added afterwards.</summary>
    /// <param name="threads">How many threads to use.</param>
    /// <param name="cancellationToken">Stops it; the entries are lost.</param>
    /// <param name="plan">The bands; null chooses by the number of entries.</param>
    internal Segment Build(int threads, CancellationToken cancellationToken, BandPlan? plan = null)
    {
        var listed = GroupDuplicates(threads, cancellationToken);
        var keys = CreateKeys(listed);
        plan ??= BandPlan.For(Count);
        Postings[] bands;
        try
        {
            bands = BuildBands(plan, _hashes, slots: null, Count, Count, threads, _account, cancellationToken);
        }
        catch
        {
            keys.Dispose();
            throw;
        }

        _isBuilt = true;
        return new(plan, bands, _hashes, keys, new(), _account);
    }

    public void Dispose()
    {
        foreach (var block in _keyBlocks)
        {
            block.Dispose();
        }

        _keyBlocks.Clear();
        if (!_isBuilt)
        {
            _hashes.Dispose();
        }
    }

    private long* KeyAt(int slot) => (long*)_keyBlocks[slot / KeyBlockLength].Pointer + (slot % KeyBlockLength);

    /// <summary>Leaves each different hash in one slot, without gaps, and returns the keys of those that have several.</summary>
    private List<SlotKey> GroupDuplicates(int threads, CancellationToken cancellationToken)
    {
        var duplicates = DuplicateFinder.Find(_hashes, Count, threads, _account, cancellationToken);
        var listed = new List<SlotKey>();
        if (duplicates.Count > 0)
        {
            var firsts = new Dictionary<int, List<long>>();
            foreach (var (slot, first) in duplicates)
            {
                if (!firsts.TryGetValue(first, out var others))
                {
                    firsts.Add(first, others = []);
                }

                others.Add(*KeyAt(slot));
            }

            var kept = 0;
            var next = 0;
            for (var slot = 0; slot < Count; slot++)
            {
                if (next < duplicates.Count && duplicates[next].Slot == slot)
                {
                    next++;
                    continue;
                }

                if (firsts.TryGetValue(slot, out var others))
                {
                    listed.Add(new(kept, *KeyAt(slot)));
                    listed.AddRange(others.Select(key => new SlotKey(kept, key)));
                }

                *_hashes.Address(kept) = *_hashes.Address(slot);
                *KeyAt(kept) = *KeyAt(slot);
                kept++;
            }

            Count = kept;
        }

        return listed;
    }

    private KeyTable CreateKeys(List<SlotKey> listed)
    {
        var several = new HashSet<int>(listed.Select(entry => entry.Slot));
        for (var slot = 0; slot < Count; slot++)
        {
            if (*KeyAt(slot) > KeyTable.MaximumPackedKey && !several.Contains(slot))
            {
                listed.Add(new(slot, *KeyAt(slot)));
            }
        }

        listed.Sort();
        var table = KeyTableBuilder.Create(slot => *KeyAt(slot), Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(listed), _account);
        foreach (var block in _keyBlocks)
        {
            block.Dispose();
        }

        _keyBlocks.Clear();
        return table;
    }

    /// <summary>Builds the tables of all bands.</summary>
    /// <param name="plan">The bands.</param>
    /// <param name="hashes">The hashes.</param>
    /// <param name="slots">The slots to name; null: all from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="slotCount">All slots that there are.</param>
    /// <param name="threads">How many threads to use at most.</param>
    /// <param name="account">Counts the memory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static Postings[] BuildBands(
        BandPlan plan,
        HashStore hashes,
        int* slots,
        int count,
        int slotCount,
        int threads,
        MemoryAccount account,
        CancellationToken cancellationToken)
    {
        var slotWidth = PackedIntegers.WidthFor((ulong)Math.Max(slotCount - 1, 0));
        var bands = new Postings?[plan.Bands.Length];
        var next = -1;
        try
        {
            Parallel.For(0, Math.Min(threads, MaximumWorkers), new() { CancellationToken = cancellationToken }, _ =>
            {
                using var builder = new PostingsBuilder(hashes, slots, count, slotWidth, account);
                for (var band = Interlocked.Increment(ref next); band < bands.Length; band = Interlocked.Increment(ref next))
                {
                    bands[band] = builder.Build(plan.Bands[band], cancellationToken);
                }
            });
        }
        catch
        {
            foreach (var band in bands)
            {
                band?.Dispose();
            }

            throw;
        }

        return bands!;
    }
}
