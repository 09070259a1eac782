namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>What a <see cref="KeyTable"/> reads and never changes.</summary>
internal sealed unsafe class KeyColumns : IDisposable
{
    private readonly NativeBuffer _values;
    private readonly NativeBuffer _listStarts;
    private readonly NativeBuffer _listSlots;
    private readonly NativeBuffer _listedKeys;

    /// <summary>Allocates columns to be filled.</summary>
    /// <param name="slotCount">Slots.</param>
    /// <param name="width">Width of a slot's number.</param>
    /// <param name="listCount">Slots with a list.</param>
    /// <param name="listedKeyCount">Keys in all lists.</param>
    /// <param name="account">Counts the memory.</param>
    internal KeyColumns(int slotCount, int width, int listCount, long listedKeyCount, MemoryAccount account)
    {
        (SlotCount, ListCount, ListedKeyCount) = (slotCount, listCount, listedKeyCount);
        _values = NativeBuffer.Allocate(PackedIntegers.BytesFor(slotCount, width), account);
        _listStarts = NativeBuffer.Allocate((listCount + 1L) * sizeof(long), account);
        _listSlots = NativeBuffer.Allocate((long)listCount * sizeof(int), account);
        _listedKeys = NativeBuffer.Allocate(listedKeyCount * sizeof(long), account);
        Values = new(_values.Pointer, width);
        ListStarts[0] = 0;
    }

    internal int SlotCount { get; }

    internal int ListCount { get; }

    internal long ListedKeyCount { get; }

    internal PackedIntegers Values { get; }

    internal long* ListStarts => (long*)_listStarts.Pointer;

    internal int* ListSlots => (int*)_listSlots.Pointer;

    internal long* ListedKeys => (long*)_listedKeys.Pointer;

    /// <summary>Where in <see cref="ListedKeys"/> a key stands, or would stand.</summary>
    internal long FirstInList(int list, long key)
    {
        var (low, high) = (ListStarts[list], ListStarts[list + 1]);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ListedKeys[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public void Dispose()
    {
        _values.Dispose();
        _listStarts.Dispose();
        _listSlots.Dispose();
        _listedKeys.Dispose();
    }
}
