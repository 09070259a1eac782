namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Sizes at which the index changes its ways; other than the defaults in tests, to get there with few entries, and for other uses.</summary>
internal sealed record IndexTuning
{
    internal static IndexTuning Default { get; } = new();

    /// <summary>The plan of every segment; null chooses by the number of entries.</summary>
    internal BandPlan? Plan { get; init; }

    /// <summary>The plan of memtables, which are small whatever the number of entries.</summary>
    internal BandPlan MemtablePlan => Plan is { IsExact: false } sampled ? sampled : BandPlan.Narrow;

    /// <summary>Entries in a memtable before it is sealed; a power of two.</summary>
    internal int MemtableCapacity { get; init; } = Memtable.MaximumCapacity;

    /// <summary>Segments up to this many entries take memtables directly; beyond it a second, small segment does.</summary>
    internal long DeltaCapacity { get; init; } = 1 << 20;

    /// <summary>The part of the largest segment that the small one may have as well.</summary>
    internal int DeltaShare { get; init; } = 64;

    /// <summary>Segments from this size on are merged with only one table twice in memory.</summary>
    internal long StepwiseLength { get; init; } = 1 << 21;

    /// <summary>Added ranges from this length on become a segment of their own.</summary>
    internal int BulkLength { get; init; } = Memtable.MaximumCapacity;

    /// <summary>The longest such part where there are entries already.</summary>
    internal int BulkPartLength { get; init; } = 1 << 22;

    /// <summary>Sealed memtables and segments that may wait for maintenance before writers wait for it.</summary>
    internal int MaximumWaiting { get; init; } = 64;

    /// <summary>Fewer removed entries than this are not worth a merge.</summary>
    internal long MinimumReclaimed { get; init; } = 1024;
}
