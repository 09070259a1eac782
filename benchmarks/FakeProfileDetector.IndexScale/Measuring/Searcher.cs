using System.Diagnostics;
using FakeProfileDetector.Index;
using FakeProfileDetector.IndexScale.Hashes;

namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>Times searches one by one and checks what they find.</summary>
internal static class Searcher
{
    // Time for the compiler to reach its last tier, and for pages to be there.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    /// <summary>Searches for the queries in turn, round and round.</summary>
    /// <param name="index">Where to search.</param>
    /// <param name="queries">What to search for.</param>
    /// <param name="radius">Inclusive, in bits.</param>
    /// <param name="goOn">Whether to go on after so many searches; at least one is made.</param>
    internal static Latencies Measure(IHammingIndex index, Query[] queries, int radius, Func<long, bool> goOn)
    {
        var results = new List<HammingMatch>(1024);
        var ticks = new List<long>(queries.Length);
        var recall = default(Recall);
        do
        {
            var query = queries[ticks.Count % queries.Length];
            results.Clear();
            var start = Stopwatch.GetTimestamp();
            index.Search(query.Hash, radius, results);
            ticks.Add(Stopwatch.GetTimestamp() - start);
            if (query.IsExpected(radius))
            {
                recall = recall.With(query.IsFound(results));
            }
        }
        while (goOn(ticks.Count));

        return Latencies.Of(ticks, recall);
    }

    internal static void WarmUp(IHammingIndex index, Query[] queries, int radius) => Measure(index, queries, radius, Limit.Time(WarmUpTime));
}
