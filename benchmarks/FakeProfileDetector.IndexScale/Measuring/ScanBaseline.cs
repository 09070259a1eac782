using System.Diagnostics;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Index;
using FakeProfileDetector.IndexScale.Hashes;

namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>What the linear scan of the same hashes costs; measured first, because both do not fit into memory at the largest sizes.</summary>
/// <param name="AddsPerSecond">Entries added a second, one by one.</param>
/// <param name="ByRadius">Its searches at each radius.</param>
internal sealed record ScanBaseline(double AddsPerSecond, IReadOnlyDictionary<int, Latencies> ByRadius)
{
    private const int MaximumQueries = 2_000;

    private static readonly TimeSpan TimePerRadius = TimeSpan.FromSeconds(3);

    internal static ScanBaseline Measure(HashSource source, QueryMaker queries, long entries, IEnumerable<int> radii)
    {
        var baseline = MeasureAndForget(source, queries, entries, radii);
        ProcessMemory.Release();
        return baseline;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ScanBaseline MeasureAndForget(HashSource source, QueryMaker queries, long entries, IEnumerable<int> radii)
    {
        IHammingIndex index = new LinearScanIndex();
        var clock = Stopwatch.StartNew();
        foreach (var entry in source.Entries(0, entries))
        {
            index.Add(entry.Hash, entry.Key);
        }

        var addsPerSecond = entries / clock.Elapsed.TotalSeconds;
        return new(addsPerSecond, radii.Distinct().ToDictionary(radius => radius, radius =>
        {
            var mixed = queries.Mixed(MaximumQueries, radius, entries);
            Searcher.WarmUp(index, mixed, radius);
            return Searcher.Measure(index, mixed, radius, Limit.SearchesWithin(mixed.Length, TimePerRadius));
        }));
    }
}
