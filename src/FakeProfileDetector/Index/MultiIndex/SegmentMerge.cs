using System.Runtime.InteropServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Adds entries to a segment, and drops removed ones from it, one band after the other.</summary>
/// <remarks>
/// The new hashes get slots that the current keys do not know, so that tables which name them already can be searched before
/// all are done: only one table exists twice at a time. A merge that fails half-way goes on where it stopped.
/// </remarks>
internal sealed unsafe class SegmentMerge : IDisposable
{
    private readonly Segment _target;
    private readonly MemoryAccount _account;
    private readonly bool _dropsRemoved;
    private readonly KeyTable _keys;
    private readonly FreeSlots _freeSlots;
    private readonly NativeBuffer _newSlots;
    private readonly PostingsBuilder _builder;
    private readonly int _slotWidth;
    private readonly Postings[] _bands;
    private Postings? _spare;
    private int _done;
    private bool _isHandedOver;

    /// <summary>Prepares: finds or makes the slots of the new entries and their keys.</summary>
    /// <param name="target">The segment.</param>
    /// <param name="frozen">Its keys; removals after this copy was made are the caller's to repeat.</param>
    /// <param name="entries">The new entries, hashes in the order of the index's bits.</param>
    /// <param name="dropsRemoved">Whether to drop removed entries from the tables.</param>
    /// <param name="searcher">Finds equal hashes.</param>
    /// <param name="account">Counts the memory.</param>
    internal SegmentMerge(
        Segment target, KeyTable frozen, List<HammingEntry> entries, bool dropsRemoved, SegmentSearcher searcher, MemoryAccount account)
    {
        (_target, _dropsRemoved, _account) = (target, dropsRemoved, account);
        _bands = target.Bands.ToArray();
        var newSlots = new List<int>();
        var added = new List<SlotKey>(entries.Count);
        var slotCount = frozen.SlotCount;
        var slots = new Dictionary<PhotoHash, int>(entries.Count);
        foreach (var (hash, key) in entries)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, hash, out var isKnown);
            if (!isKnown)
            {
                var wanted = hash;
                slot = searcher.FindSlot(target, frozen, &wanted);
                if (slot < 0)
                {
                    if (!target.FreeSlots.TryTake(out slot))
                    {
                        slot = slotCount++;
                        target.Hashes.Reserve(slotCount);
                    }

                    *target.Hashes.Address(slot) = hash;
                    newSlots.Add(slot);
                }
            }

            added.Add(new(slot, key));
        }

        added.Sort();
        newSlots.Sort();
        _keys = KeyTableBuilder.Extend(frozen, slotCount, CollectionsMarshal.AsSpan(added), account);
        _newSlots = NativeBuffer.Allocate((long)newSlots.Count * sizeof(int), account);
        CollectionsMarshal.AsSpan(newSlots).CopyTo(new(_newSlots.Pointer, newSlots.Count));
        _slotWidth = PackedIntegers.WidthFor((ulong)Math.Max(slotCount - 1, 0));
        _builder = new(target.Hashes, (int*)_newSlots.Pointer, newSlots.Count, _slotWidth, account);
        _freeSlots = dropsRemoved ? FreeSlots.Of(_keys) : target.FreeSlots;
    }

    internal bool IsDone => _done == _bands.Length;

    /// <summary>Merges the next table.</summary>
    /// <returns>The table it replaces, to be freed or recycled once nobody reads it.</returns>
    internal Postings MergeNextBand()
    {
        var old = _bands[_done];
        using (var added = _builder.Build(old.Band, CancellationToken.None))
        {
            var spare = _spare;
            _spare = null;
            _bands[_done] = _dropsRemoved
                ? PostingsMerger.MergeLive(old, added, _keys, _keys.LiveSlots, _slotWidth, _account, spare)
                : PostingsMerger.Merge(old, added, _slotWidth, _account, spare);
        }

        _done++;
        return old;
    }

    /// <summary>Takes a table that nobody reads any more, to write the next into its memory.</summary>
    internal void Recycle(Postings replaced) => _spare = replaced;

    /// <summary>A version with the tables as they are now, and the old keys.</summary>
    internal Segment Current() => _target.With([.. _bands], _account);

    /// <summary>The merged segment, in which removals since the beginning are still to be repeated.</summary>
    internal Segment Finish()
    {
        var segment = new Segment(_target.Plan, _bands, _target.Hashes, _keys, _freeSlots, _account);
        _isHandedOver = true;
        return segment;
    }

    /// <summary>Frees the tables that were merged, where nobody has seen any of them.</summary>
    internal void DisposeMergedBands()
    {
        for (var i = 0; i < _done; i++)
        {
            _bands[i].Dispose();
        }
    }

    public void Dispose()
    {
        _builder.Dispose();
        _newSlots.Dispose();
        _spare?.Dispose();
        if (!_isHandedOver)
        {
            _keys.Dispose();
        }
    }
}
