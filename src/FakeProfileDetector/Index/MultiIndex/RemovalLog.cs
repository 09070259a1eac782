using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>What was removed from the parts of a merge since it read them. Guarded by the writers' lock.</summary>
/// <param name="parts">Memtables and key tables.</param>
internal sealed class RemovalLog(params object[] parts)
{
    private readonly List<(PhotoHash Hash, long Key)> _removals = [];

    internal int Count => _removals.Count;

    internal bool Covers(object part) => parts.Contains(part);

    internal void Add(PhotoHash hash, long key) => _removals.Add((hash, key));

    /// <summary>Empties the log.</summary>
    internal (PhotoHash Hash, long Key)[] Take()
    {
        var taken = _removals.ToArray();
        _removals.Clear();
        return taken;
    }
}
