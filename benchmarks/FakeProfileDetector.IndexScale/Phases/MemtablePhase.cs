using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>How fast are entries added to a full index, are they found at once, and what do searches pay for them?</summary>
internal sealed class MemtablePhase : IPhase
{
    private const int BatchLength = 1_000;

    public string Name => "memtable";

    public void Run(Session session)
    {
        session.Compact();
        var quiet = session.Measure();

        var fresh = session.FollowingHundredth();
        var half = fresh.Length / 2;
        var single = Add(session, fresh.AsSpan(0, half), batch =>
        {
            foreach (ref readonly var entry in batch)
            {
                session.Index.Add(entry.Hash, entry.Key);
            }
        });
        var batched = Add(session, fresh.AsSpan(half), batch => session.Index.AddRange(batch));
        session.Stored += fresh.Length;
        var busy = session.Measure();

        var adds = new Table($"{fresh.Length:N0} entries added to the full index", "how", "a second", "÷ scan", "found at once");
        AddRow("one by one", single);
        AddRow($"in batches of {BatchLength:N0}", batched);
        adds.Print();

        var searches = new Table("Searches after them", "index", "p50", "p99", "p50 ÷ quiet", "scan p50 ÷ p50", "recall");
        foreach (var (name, latencies) in new[] { ("quiet", quiet), ("with the entries added", busy) })
        {
            searches.Add(
                name, Format.Time(latencies.P50), Format.Time(latencies.P99), Format.Ratio(latencies.P50 / quiet.P50),
                Format.Ratio(session.ScanLatencies.P50 / latencies.P50), latencies.Recall.ToString());
        }

        searches.Print();

        void AddRow(string how, (double PerSecond, Recall Recall) added) => adds.Add(
            how, $"{added.PerSecond:N0}", Format.Ratio(added.PerSecond / session.Scan.AddsPerSecond), added.Recall.ToString());
    }

    /// <summary>Adds batch by batch; after each, outside the time taken, searches for its last entry.</summary>
    private static (double PerSecond, Recall Recall) Add(Session session, ReadOnlySpan<HammingEntry> entries, Action<ReadOnlySpan<HammingEntry>> add)
    {
        var results = new List<HammingMatch>();
        var recall = default(Recall);
        var seconds = 0.0;
        for (var start = 0; start < entries.Length; start += BatchLength)
        {
            var batch = entries[start..Math.Min(start + BatchLength, entries.Length)];
            var clock = Stopwatch.GetTimestamp();
            add(batch);
            seconds += Stopwatch.GetElapsedTime(clock).TotalSeconds;
            results.Clear();
            session.Index.Search(batch[^1].Hash, radius: 0, results);
            recall = recall.With(results.Contains(new(batch[^1].Key, 0)));
        }

        session.Note(recall);
        return (entries.Length / seconds, recall);
    }
}
