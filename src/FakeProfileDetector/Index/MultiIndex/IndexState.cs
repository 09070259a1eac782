using System.Collections.Immutable;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>What a search reads: segments, the largest first, and memtables, of which the last one takes new entries. Immutable.</summary>
internal sealed record IndexState(ImmutableArray<Segment> Segments, ImmutableArray<Memtable> Memtables)
{
    internal static IndexState Empty { get; } = new([], []);

    /// <summary>The same with one segment replaced by its next version.</summary>
    internal IndexState With(Segment old, Segment version) => this with { Segments = Segments.Replace(old, version) };

    /// <summary>The same with a segment more.</summary>
    internal IndexState With(Segment segment) => this with { Segments = Sorted(Segments.Add(segment)) };

    /// <summary>The same without some segments and memtables.</summary>
    internal IndexState Without(IEnumerable<Segment> segments, IEnumerable<Memtable> memtables) =>
        new(Sorted(Segments.RemoveRange(segments)), Memtables.RemoveRange(memtables));

    private static ImmutableArray<Segment> Sorted(ImmutableArray<Segment> segments) =>
        segments.Sort(static (a, b) => b.PostingCount.CompareTo(a.PostingCount));
}
