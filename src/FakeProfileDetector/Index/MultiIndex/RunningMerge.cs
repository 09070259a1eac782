namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>A merge, and what it takes the place of in the end.</summary>
internal sealed class RunningMerge(SegmentMerge merge, Segment target, Segment? source, IReadOnlyList<Memtable> memtables, RemovalLog log)
    : IDisposable
{
    internal SegmentMerge Merge => merge;

    /// <summary>The version of the target that searches read now.</summary>
    internal Segment Published { get; set; } = target;

    /// <summary>The segment whose entries are added, if any.</summary>
    internal Segment? Source => source;

    /// <summary>The memtables whose entries are added.</summary>
    internal IReadOnlyList<Memtable> Memtables => memtables;

    internal RemovalLog Log => log;

    public void Dispose() => merge.Dispose();
}
