namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Collects matches during a search; kept by each thread, so that searches allocate nothing once it has grown.</summary>
/// <remarks>
/// The caller's collection is filled only afterwards, because it may do anything, and memory that a search may read is
/// not freed before the search ends.
/// </remarks>
internal sealed class MatchBuffer
{
    private const int KeptLength = 1 << 16;

    [ThreadStatic]
    private static MatchBuffer? _ofThread;

    private HammingMatch[] _matches = new HammingMatch[64];
    private int _count;

    internal ReadOnlySpan<HammingMatch> Matches => _matches.AsSpan(0, _count);

    /// <summary>The thread's buffer, empty, for this caller alone until it is returned.</summary>
    internal static MatchBuffer Rent()
    {
        var buffer = _ofThread ?? new();
        _ofThread = null;
        return buffer;
    }

    internal void Return()
    {
        Clear();
        if (_matches.Length <= KeptLength)
        {
            _ofThread = this;
        }
    }

    internal void Clear() => _count = 0;

    internal void Add(int query, long key, int distance)
    {
        if (_count == _matches.Length)
        {
            Array.Resize(ref _matches, _count * 2);
        }

        _matches[_count++] = new(key, distance, query);
    }
}
