namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Slots to use again before new ones are made. Used by maintenance only, one at a time.</summary>
internal sealed class FreeSlots
{
    private readonly Stack<int> _slots = new();

    /// <summary>All slots of a table that hold nothing.</summary>
    internal static FreeSlots Of(KeyTable keys)
    {
        var free = new FreeSlots();
        for (var slot = keys.NextRemovedSlot(0); slot < keys.SlotCount; slot = keys.NextRemovedSlot(slot + 1))
        {
            free.Add(slot);
        }

        return free;
    }

    internal void Add(int slot) => _slots.Push(slot);

    internal bool TryTake(out int slot) => _slots.TryPop(out slot);
}
