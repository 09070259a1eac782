namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>A segment while it is loaded; owns its parts until it is taken.</summary>
internal sealed unsafe class LoadedSegment(SegmentShape shape, MemoryAccount account) : IDisposable
{
    private readonly List<Postings> _bands = [];
    private HashStore? _hashes;
    private KeyColumns? _columns;
    private NativeBuffer? _removedSlots;
    private NativeBuffer? _removedKeys;
    private KeyTable? _keys;
    private Segment? _segment;

    /// <summary>Allocates all columns and appends where they lie.</summary>
    internal void Allocate(List<ColumnMemory> memory)
    {
        _hashes = new(account);
        _hashes.Reserve(shape.SlotCount);
        _columns = new(shape.SlotCount, shape.KeyWidth, shape.ListCount, shape.ListedKeyCount, account);
        _removedSlots = NativeBuffer.Allocate(KeyTable.WordsFor(shape.SlotCount) * sizeof(ulong), account);
        _removedKeys = NativeBuffer.Allocate(KeyTable.WordsFor(shape.ListedKeyCount) * sizeof(ulong), account);
        foreach (var band in BandPlan.All[shape.Plan].Bands)
        {
            _bands.Add(new(band, shape.PostingCount, shape.SlotWidth, account));
        }

        ColumnMemory.Append(memory, _hashes, _columns, _removedSlots.Pointer, _removedKeys.Pointer, _bands.ToArray());
    }

    /// <summary>Makes the segment, once the columns are filled.</summary>
    /// <returns>Whether they fit together.</returns>
    internal bool TryComplete()
    {
        if (!AreSound(_columns!) || !_bands.TrueForAll(AreSound))
        {
            return false;
        }

        _keys = new(_columns!, account);
        _keys.Restore(_removedSlots!, _removedKeys!);
        _segment = new(BandPlan.All[shape.Plan], [.. _bands], _hashes!, _keys, FindFreeSlots(), account);
        return true;
    }

    /// <summary>Hands the segment over.</summary>
    internal Segment Take()
    {
        var taken = _segment!;
        (_segment, _keys, _columns, _hashes) = (null, null, null, null);
        _bands.Clear();
        return taken;
    }

    public void Dispose()
    {
        _removedSlots?.Dispose();
        _removedKeys?.Dispose();
        _segment?.DisposeViews();
        _hashes?.Dispose();
        _keys?.Dispose();
        _columns?.Dispose();
        _bands.ForEach(band => band.Dispose());
    }

    private static bool AreSound(KeyColumns columns)
    {
        var isSound = columns.ListStarts[0] == 0 && columns.ListStarts[columns.ListCount] == columns.ListedKeyCount;
        var slot = -1;
        for (var list = 0; list < columns.ListCount; list++)
        {
            isSound &= columns.ListStarts[list] < columns.ListStarts[list + 1] && columns.ListSlots[list] > slot;
            slot = columns.ListSlots[list];
        }

        return isSound && slot < columns.SlotCount;
    }

    private static bool AreSound(Postings band)
    {
        var offsets = band.View.Offsets;
        var isSound = offsets[0] == 0 && offsets[band.Band.BucketCount] == band.Count;
        for (var bucket = 0; bucket < band.Band.BucketCount; bucket++)
        {
            isSound &= offsets[bucket] <= offsets[bucket + 1];
        }

        return isSound;
    }

    /// <summary>The slots that hold nothing and that no posting names: an entry that was removed is still named.</summary>
    private FreeSlots FindFreeSlots()
    {
        if (_keys!.LiveSlots == shape.PostingCount)
        {
            // Every live slot is named once, so that nothing else is.
            return FreeSlots.Of(_keys);
        }

        var isNamed = new System.Collections.BitArray(shape.SlotCount);
        var slots = _bands[0].View.Slots;
        for (var posting = 0L; posting < shape.PostingCount; posting++)
        {
            isNamed[(int)slots.Get(posting)] = true;
        }

        var free = new FreeSlots();
        for (var slot = _keys.NextRemovedSlot(0); slot < shape.SlotCount; slot = _keys.NextRemovedSlot(slot + 1))
        {
            if (!isNamed[slot])
            {
                free.Add(slot);
            }
        }

        return free;
    }
}
