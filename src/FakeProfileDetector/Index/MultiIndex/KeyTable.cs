using System.Numerics;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The keys of each slot of a segment: one packed number, or a list where entries have equal hashes; and which are removed.</summary>
/// <remarks>
/// A slot's number is its key doubled, or, odd, twice the position of its list plus one. Lists are sorted by slot and, inside, by
/// key. Only the marks of removal ever change: one writer at a time sets them, searches read them meanwhile.
/// </remarks>
internal sealed unsafe class KeyTable : IDisposable
{
    /// <summary>Greater keys do not fit a packed number and get a list of one.</summary>
    internal const long MaximumPackedKey = (1L << (PackedIntegers.MaximumWidth - 1)) - 1;

    private const int WordBits = 64;

    private readonly KeyColumns _columns;
    private readonly NativeBuffer _removedSlots;
    private readonly NativeBuffer _removedKeys;
    private readonly NativeBuffer _liveInList;
    private readonly bool _ownsColumns;
    private long _liveCount;
    private long _liveSlots;
    private long _removedListed;

    /// <summary>A table in which nothing is removed yet but the slots marked so by <see cref="MarkEmpty"/>.</summary>
    internal KeyTable(KeyColumns columns, MemoryAccount account)
    {
        (_columns, _ownsColumns) = (columns, true);
        _removedSlots = NativeBuffer.AllocateZeroed(WordsFor(columns.SlotCount) * sizeof(ulong), account);
        _removedKeys = NativeBuffer.AllocateZeroed(WordsFor(columns.ListedKeyCount) * sizeof(ulong), account);
        _liveInList = NativeBuffer.Allocate((long)columns.ListCount * sizeof(int), account);
        for (var list = 0; list < columns.ListCount; list++)
        {
            LiveInList[list] = (int)(columns.ListStarts[list + 1] - columns.ListStarts[list]);
        }

        _liveSlots = columns.SlotCount;
        _liveCount = columns.SlotCount - columns.ListCount + columns.ListedKeyCount;
    }

    private KeyTable(KeyTable other, MemoryAccount account)
    {
        _columns = other._columns;
        _removedSlots = CopyOf(other._removedSlots, account);
        _removedKeys = CopyOf(other._removedKeys, account);
        _liveInList = CopyOf(other._liveInList, account);
        (_liveCount, _liveSlots, _removedListed) = (other.LiveCount, other.LiveSlots, other.RemovedListedCount);
    }

    internal int SlotCount => _columns.SlotCount;

    internal KeyColumns Columns => _columns;

    /// <summary>Entries that are not removed.</summary>
    internal long LiveCount => Volatile.Read(ref _liveCount);

    /// <summary>Keys in lists that are removed and still take memory.</summary>
    internal long RemovedListedCount => Volatile.Read(ref _removedListed);

    /// <summary>Slots that have such an entry.</summary>
    internal long LiveSlots => Volatile.Read(ref _liveSlots);

    private ulong* RemovedSlots => (ulong*)_removedSlots.Pointer;

    private ulong* RemovedKeys => (ulong*)_removedKeys.Pointer;

    private int* LiveInList => (int*)_liveInList.Pointer;

    /// <summary>The same keys with marks of its own, as they are now. It must not outlive the original.</summary>
    internal KeyTable Freeze(MemoryAccount account) => new(this, account);

    /// <summary>Whether the slot holds an entry that a search may return.</summary>
    /// <param name="slot">Any slot; those beyond the table hold nothing yet.</param>
    internal bool IsLive(int slot) => (uint)slot < (uint)SlotCount && !Get(RemovedSlots, slot);

    /// <summary>The first slot from one on that holds nothing, or the number of slots.</summary>
    internal int NextRemovedSlot(int slot)
    {
        while (slot < SlotCount)
        {
            var word = RemovedSlots[slot / WordBits] >> (slot % WordBits);
            if (word != 0)
            {
                return slot + BitOperations.TrailingZeroCount(word);
            }

            slot += WordBits - (slot % WordBits);
        }

        return SlotCount;
    }

    /// <summary>Declares a slot to hold nothing.</summary>
    internal void MarkEmpty(int slot)
    {
        if (!Get(RemovedSlots, slot))
        {
            Set(RemovedSlots, slot);
            _liveSlots--;
            _liveCount--;
        }
    }

    /// <summary>Reports the live keys of a slot as matches.</summary>
    internal void AddMatches(int slot, int query, int distance, MatchBuffer matches)
    {
        if (!IsLive(slot))
        {
            return;
        }

        var value = _columns.Values.Get(slot);
        if ((value & 1) == 0)
        {
            matches.Add(query, (long)(value >> 1), distance);
            return;
        }

        var list = (int)(value >> 1);
        var end = _columns.ListStarts[list + 1];
        for (var i = _columns.ListStarts[list]; i < end; i++)
        {
            if (!Get(RemovedKeys, i))
            {
                matches.Add(query, _columns.ListedKeys[i], distance);
            }
        }
    }

    /// <summary>How many live keys a slot has.</summary>
    internal int CountOf(int slot)
    {
        if (!IsLive(slot))
        {
            return 0;
        }

        var value = _columns.Values.Get(slot);
        return (value & 1) == 0 ? 1 : LiveInList[(int)(value >> 1)];
    }

    /// <summary>Whether a slot has this key, and it lives.</summary>
    internal bool Contains(int slot, long key)
    {
        if (!IsLive(slot))
        {
            return false;
        }

        var value = _columns.Values.Get(slot);
        if ((value & 1) == 0)
        {
            return (long)(value >> 1) == key;
        }

        return LivePlaceOf((int)(value >> 1), key) >= 0;
    }

    /// <summary>Appends the live keys of a slot.</summary>
    internal void CopyLiveKeys(int slot, List<long> keys)
    {
        if (!IsLive(slot))
        {
            return;
        }

        var value = _columns.Values.Get(slot);
        if ((value & 1) == 0)
        {
            keys.Add((long)(value >> 1));
            return;
        }

        var list = (int)(value >> 1);
        for (var i = _columns.ListStarts[list]; i < _columns.ListStarts[list + 1]; i++)
        {
            if (!Get(RemovedKeys, i))
            {
                keys.Add(_columns.ListedKeys[i]);
            }
        }
    }

    /// <summary>Removes one entry with this key from a slot.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool TryRemove(int slot, long key)
    {
        if (!IsLive(slot))
        {
            return false;
        }

        var value = _columns.Values.Get(slot);
        if ((value & 1) == 0)
        {
            if ((long)(value >> 1) != key)
            {
                return false;
            }

            Set(RemovedSlots, slot);
            _liveSlots--;
            _liveCount--;
            return true;
        }

        var list = (int)(value >> 1);
        var place = LivePlaceOf(list, key);
        if (place < 0)
        {
            return false;
        }

        Set(RemovedKeys, place);
        _liveCount--;
        _removedListed++;
        if (--LiveInList[list] == 0)
        {
            Set(RemovedSlots, slot);
            _liveSlots--;
        }

        return true;
    }

    /// <summary>The marks of slots, <see cref="WordsFor"/> words of them.</summary>
    internal ulong* RemovedSlotWords => RemovedSlots;

    /// <summary>The marks of listed keys.</summary>
    internal ulong* RemovedKeyWords => RemovedKeys;

    /// <summary>Takes the marks of a snapshot, before anybody else knows the table.</summary>
    internal void Restore(NativeBuffer removedSlots, NativeBuffer removedKeys)
    {
        Buffer.MemoryCopy(removedSlots.Pointer, RemovedSlots, _removedSlots.Length, removedSlots.Length);
        Buffer.MemoryCopy(removedKeys.Pointer, RemovedKeys, _removedKeys.Length, removedKeys.Length);
        _liveSlots = SlotCount - CountOnes(RemovedSlots, SlotCount);
        _liveCount = _liveSlots;
        _removedListed = 0;
        for (var list = 0; list < _columns.ListCount; list++)
        {
            var (begin, end) = (_columns.ListStarts[list], _columns.ListStarts[list + 1]);
            var live = 0;
            for (var i = begin; i < end; i++)
            {
                live += Get(RemovedKeys, i) ? 0 : 1;
            }

            // A slot with a list was counted as one entry so far, unless nothing in it lives.
            LiveInList[list] = live;
            _liveCount += Math.Max(live - 1, 0);
            _removedListed += end - begin - live;
        }
    }

    public void Dispose()
    {
        _removedSlots.Dispose();
        _removedKeys.Dispose();
        _liveInList.Dispose();
        if (_ownsColumns)
        {
            _columns.Dispose();
        }
    }

    internal static long WordsFor(long bits) => (bits + WordBits - 1) / WordBits;

    /// <summary>Where a list holds a key that lives; −1 for nowhere.</summary>
    private long LivePlaceOf(int list, long key)
    {
        var end = _columns.ListStarts[list + 1];
        for (var place = _columns.FirstInList(list, key); place < end && _columns.ListedKeys[place] == key; place++)
        {
            if (!Get(RemovedKeys, place))
            {
                return place;
            }
        }

        return -1;
    }

    private static bool Get(ulong* marks, long position) =>
        ((Volatile.Read(ref marks[position / WordBits]) >> (int)(position % WordBits)) & 1) != 0;

    private static void Set(ulong* marks, long position) =>
        Volatile.Write(ref marks[position / WordBits], marks[position / WordBits] | (1UL << (int)(position % WordBits)));

    private static long CountOnes(ulong* marks, long bits)
    {
        var count = 0L;
        for (var word = 0L; word < WordsFor(bits); word++)
        {
            count += BitOperations.PopCount(marks[word]);
        }

        return count;
    }

    private static NativeBuffer CopyOf(NativeBuffer buffer, MemoryAccount account)
    {
        var copy = NativeBuffer.Allocate(buffer.Length, account);
        Buffer.MemoryCopy(buffer.Pointer, copy.Pointer, copy.Length, buffer.Length);
        return copy;
    }
}
