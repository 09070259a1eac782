using System.Runtime.InteropServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>An entry's key and where its hash lies.</summary>
internal readonly record struct SlotKey(int Slot, long Key) : IComparable<SlotKey>
{
    public int CompareTo(SlotKey other) => Slot != other.Slot ? Slot.CompareTo(other.Slot) : Key.CompareTo(other.Key);
}

/// <summary>Makes the key table of a new segment, or of the next version of one.</summary>
internal static unsafe class KeyTableBuilder
{
    /// <summary>The table of a new segment.</summary>
    /// <param name="keys">The key of each slot; ignored for slots that <paramref name="listed"/> names.</param>
    /// <param name="slotCount">Slots.</param>
    /// <param name="listed">All keys of the slots that have several or one that does not fit, sorted.</param>
    /// <param name="account">Counts the memory.</param>
    internal static KeyTable Create(Func<int, long> keys, int slotCount, ReadOnlySpan<SlotKey> listed, MemoryAccount account)
    {
        var greatest = 0L;
        for (var slot = 0; slot < slotCount; slot++)
        {
            greatest = Math.Max(greatest, keys(slot) <= KeyTable.MaximumPackedKey ? keys(slot) : 0);
        }

        var lists = new Lists();
        for (var i = 0; i < listed.Length;)
        {
            var slot = listed[i].Slot;
            for (; i < listed.Length && listed[i].Slot == slot; i++)
            {
                lists.Add(listed[i].Key);
            }

            lists.End(slot);
        }

        var columns = Allocate(slotCount, greatest, leastWidth: 1, lists, account);
        for (var slot = 0; slot < slotCount; slot++)
        {
            columns.Values.Set(slot, keys(slot) <= KeyTable.MaximumPackedKey ? (ulong)keys(slot) << 1 : 0);
        }

        lists.CopyTo(columns);
        return new(columns, account);
    }

    /// <summary>The next version of a table: what lives in it and more entries.</summary>
    /// <param name="old">The table, which nobody changes meanwhile.</param>
    /// <param name="slotCount">Slots of the next version, not fewer.</param>
    /// <param name="added">Entries to add, sorted; to slots that hold the same hash, to empty ones or new ones.</param>
    /// <param name="account">Counts the memory.</param>
    internal static KeyTable Extend(KeyTable old, int slotCount, ReadOnlySpan<SlotKey> added, MemoryAccount account)
    {
        var lists = new Lists();
        var singles = new List<SlotKey>();
        var keys = new List<long>();
        var greatest = 0L;
        var oldColumns = old.Columns;
        for (int i = 0, list = 0; i < added.Length || list < oldColumns.ListCount;)
        {
            var slot = Math.Min(
                i < added.Length ? added[i].Slot : int.MaxValue,
                list < oldColumns.ListCount ? oldColumns.ListSlots[list] : int.MaxValue);
            list += list < oldColumns.ListCount && oldColumns.ListSlots[list] == slot ? 1 : 0;
            keys.Clear();
            old.CopyLiveKeys(slot, keys);
            for (; i < added.Length && added[i].Slot == slot; i++)
            {
                keys.Add(added[i].Key);
            }

            keys.Sort();
            if (keys.Count == 1 && keys[0] <= KeyTable.MaximumPackedKey)
            {
                singles.Add(new(slot, keys[0]));
                greatest = Math.Max(greatest, keys[0]);
            }
            else if (keys.Count > 0)
            {
                lists.AddRange(keys);
                lists.End(slot);
            }
        }

        var columns = Allocate(slotCount, greatest, oldColumns.Values.Width, lists, account);
        if (columns.Values.Width == oldColumns.Values.Width)
        {
            oldColumns.Values.CopyTo(0, columns.Values, 0, old.SlotCount);
        }
        else
        {
            for (var slot = 0; slot < old.SlotCount; slot++)
            {
                columns.Values.Set(slot, oldColumns.Values.Get(slot));
            }
        }

        foreach (var (slot, key) in singles)
        {
            columns.Values.Set(slot, (ulong)key << 1);
        }

        lists.CopyTo(columns);
        var table = new KeyTable(columns, account);
        var next = 0;
        for (var slot = old.NextRemovedSlot(0); slot < old.SlotCount; slot = old.NextRemovedSlot(slot + 1))
        {
            for (; next < added.Length && added[next].Slot < slot; next++)
            {
            }

            if (next == added.Length || added[next].Slot != slot)
            {
                table.MarkEmpty(slot);
            }
        }

        return table;
    }

    private static KeyColumns Allocate(int slotCount, long greatest, int leastWidth, Lists lists, MemoryAccount account)
    {
        var greatestValue = Math.Max((ulong)greatest << 1, (ulong)lists.Count << 1);
        var width = Math.Max(leastWidth, PackedIntegers.WidthFor(greatestValue | 1));
        return new(slotCount, width, lists.Count, lists.KeyCount, account);
    }

    /// <summary>Lists of keys, collected in the order of their slots.</summary>
    private sealed class Lists
    {
        private readonly List<int> _slots = [];
        private readonly List<long> _ends = [];
        private readonly List<long> _keys = [];

        internal int Count => _slots.Count;

        internal int KeyCount => _keys.Count;

        internal void Add(long key) => _keys.Add(key);

        internal void AddRange(List<long> keys) => _keys.AddRange(keys);

        /// <summary>The keys added since the last call are those of this slot.</summary>
        internal void End(int slot)
        {
            _slots.Add(slot);
            _ends.Add(_keys.Count);
        }

        internal void CopyTo(KeyColumns columns)
        {
            CollectionsMarshal.AsSpan(_slots).CopyTo(new(columns.ListSlots, Count));
            CollectionsMarshal.AsSpan(_ends).CopyTo(new(columns.ListStarts + 1, Count));
            CollectionsMarshal.AsSpan(_keys).CopyTo(new(columns.ListedKeys, KeyCount));
            for (var list = 0; list < Count; list++)
            {
                columns.Values.Set(_slots[list], ((ulong)list << 1) | 1);
            }
        }
    }
}
