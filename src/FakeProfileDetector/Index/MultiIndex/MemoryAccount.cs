namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Counts the bytes that one index holds.</summary>
internal sealed class MemoryAccount
{
    private long _bytes;
    private long _peak;

    internal long Bytes => Volatile.Read(ref _bytes);

    internal long PeakBytes => Volatile.Read(ref _peak);

    /// <summary>The most that may be held; tests set it to see what happens where memory is short.</summary>
    internal long Limit { get; set; } = long.MaxValue;

    /// <summary>Asks whether so much more may be held.</summary>
    /// <exception cref="InsufficientMemoryException">It may not.</exception>
    internal void Demand(long bytes)
    {
        if (bytes > Limit - Bytes)
        {
            throw new InsufficientMemoryException();
        }
    }

    internal void Add(long bytes)
    {
        var now = Interlocked.Add(ref _bytes, bytes);
        for (var peak = Volatile.Read(ref _peak); now > peak; peak = Volatile.Read(ref _peak))
        {
            Interlocked.CompareExchange(ref _peak, now, peak);
        }
    }
}
