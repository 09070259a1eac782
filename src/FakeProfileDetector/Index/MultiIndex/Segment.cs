namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>One version of a sealed part of the index: nothing in it changes but the marks of removal in its keys.</summary>
/// <remarks>
/// Every different hash has a slot; each band's postings name it once. While more entries are merged in band by band, tables
/// already name slots whose keys the version does not know yet: they count as empty.
/// </remarks>
internal sealed unsafe class Segment
{
    private readonly NativeBuffer _views;
    private readonly Postings[] _bands;

    /// <summary>Puts the parts together; it owns none of them, because versions share them.</summary>
    internal Segment(BandPlan plan, Postings[] bands, HashStore hashes, KeyTable keys, FreeSlots freeSlots, MemoryAccount account)
    {
        (Plan, _bands, Hashes, Keys, FreeSlots) = (plan, bands, hashes, keys, freeSlots);
        _views = NativeBuffer.Allocate((long)bands.Length * sizeof(PostingsView), account);
        for (var i = 0; i < bands.Length; i++)
        {
            Views[i] = bands[i].View;
        }
    }

    internal BandPlan Plan { get; }

    internal ReadOnlySpan<Postings> Bands => _bands;

    /// <summary>Where each band's table lies.</summary>
    internal PostingsView* Views => (PostingsView*)_views.Pointer;

    internal HashStore Hashes { get; }

    internal KeyTable Keys { get; }

    /// <summary>Slots that no table names and no search can reach any more.</summary>
    internal FreeSlots FreeSlots { get; }

    /// <summary>Postings in each table, removed ones among them.</summary>
    internal long PostingCount => _bands[0].Count;

    /// <summary>Removed entries that still take memory: slots that the tables name, and keys in lists.</summary>
    internal long RemovedCount => PostingCount - Keys.LiveSlots + Keys.RemovedListedCount;

    /// <summary>A version with other tables.</summary>
    internal Segment With(Postings[] bands, MemoryAccount account) => new(Plan, bands, Hashes, Keys, FreeSlots, account);

    /// <summary>Appends every live entry.</summary>
    /// <param name="keys">The segment's keys, frozen.</param>
    /// <param name="entries">Receives them, hashes in the order of the index's bits.</param>
    internal void CopyEntries(KeyTable keys, List<HammingEntry> entries)
    {
        var list = new List<long>();
        for (var slot = 0; slot < keys.SlotCount; slot++)
        {
            list.Clear();
            keys.CopyLiveKeys(slot, list);
            foreach (var key in list)
            {
                entries.Add(new(*Hashes.Address(slot), key));
            }
        }
    }

    /// <summary>Frees what this version has alone: not the tables, hashes and keys.</summary>
    internal void DisposeViews() => _views.Dispose();

    /// <summary>Frees everything.</summary>
    internal void DisposeAll()
    {
        DisposeViews();
        Hashes.Dispose();
        Keys.Dispose();
        foreach (var band in _bands)
        {
            band.Dispose();
        }
    }
}
