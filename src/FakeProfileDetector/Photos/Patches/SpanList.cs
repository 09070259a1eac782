namespace FakeProfileDetector.Photos.Patches;

/// <summary>A list that begins in memory of the caller's and moves to the heap only when it outgrows it.</summary>
internal ref struct SpanList<T>(Span<T> start)
{
    private Span<T> _items = start;

    internal int Count { get; private set; }

    internal readonly Span<T> Items => _items[..Count];

    internal void Add(T item)
    {
        if (Count == _items.Length)
        {
            var larger = new T[2 * Count];
            _items.CopyTo(larger);
            _items = larger;
        }

        _items[Count++] = item;
    }
}
