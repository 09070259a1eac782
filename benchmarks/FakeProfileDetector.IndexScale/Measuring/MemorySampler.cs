using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Index.MultiIndex;

namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>Watches memory on a thread of its own, until disposed.</summary>
internal sealed class MemorySampler : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly MultiIndexHashIndex _index;
    private readonly long _indexBefore;
    private readonly long _residentBefore;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private long _indexPeak;
    private long _residentPeak;

    internal MemorySampler(MultiIndexHashIndex index)
    {
        _index = index;
        _indexPeak = _indexBefore = index.GetMemoryUsage().TotalBytes;
        _residentPeak = _residentBefore = ProcessMemory.Resident;
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>By how much the index's own account rose at most, in bytes.</summary>
    internal long IndexGrowth => Volatile.Read(ref _indexPeak) - _indexBefore;

    /// <summary>By how much the process's resident memory rose at most, in bytes.</summary>
    internal long ResidentGrowth => Volatile.Read(ref _residentPeak) - _residentBefore;

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        do
        {
            Volatile.Write(ref _indexPeak, Math.Max(_indexPeak, _index.GetMemoryUsage().TotalBytes));
            Volatile.Write(ref _residentPeak, Math.Max(_residentPeak, ProcessMemory.Resident));
        }
        while (!_stop.Wait(Interval));
    }
}
