namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Counts the bytes that one index holds.</summary>
internal sealed class MemoryAccount
{
    private long _bytes;
    private long _peak;

    internal long Bytes => Volatile.Read(ref _bytes);

    internal long PeakBytes => Volatile.Read(ref _peak);

    internal void Add(long bytes)
    {
        var now = Interlocked.Add(ref _bytes, bytes);
        for (var peak = Volatile.Read(ref _peak); now > peak; peak = Volatile.Read(ref _peak))
        {
            Interlocked.CompareExchange(ref _peak, now, peak);
        }
    }
}
