using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>How long does it take to merge 1 % into the index, how much memory, and what do searches pay meanwhile?</summary>
internal sealed class MergePhase : IPhase
{
    private const int BatchLength = 1_000;

    public string Name => "merge";

    public void Run(Session session)
    {
        session.Compact();
        var quiet = session.Measure();
        double indexBytes = session.Index.GetMemoryUsage().TotalBytes;
        var table = new Table(
            $"Merging {session.FollowingHundredth().Length:N0} entries",
            "what", "time", "cores busy", "index memory added at most", "resident memory added at most", "p50", "p99", "p50 ÷ quiet", "p99 ÷ quiet p50", "recall");
        AddRow("nothing", null, null, quiet);

        // Once alone, to see what a merge takes by itself, and once beside searches.
        foreach (var isSearching in new[] { false, true })
        {
            var fresh = session.FollowingHundredth();
            var when = isSearching ? "beside searches" : "alone";
            AddMeasured($"adding, {when}", isSearching, () => AddInBatches(session.Index, fresh));
            session.Stored += fresh.Length;
            AddMeasured($"merging, {when}", isSearching, session.Compact);
        }

        table.Print();

        void AddMeasured(string what, bool isSearching, Action action)
        {
            var work = default(Work);
            Latencies? latencies = null;
            using var sampler = new MemorySampler(session.Index);
            if (isSearching)
            {
                latencies = session.MeasureWhile(() => work = Work.Time(action));
            }
            else
            {
                work = Work.Time(action);
            }

            AddRow(what, work, sampler, latencies);
        }

        void AddRow(string what, Work? work, MemorySampler? memory, Latencies? latencies) => table.Add(
            what,
            work is { } taken ? Format.Time(taken.Seconds) : "-",
            work is { } used ? $"{used.Cores:F2}" : "-",
            memory is null ? "-" : $"{memory.IndexGrowth / indexBytes:P1}",
            memory is null ? "-" : $"{memory.ResidentGrowth / indexBytes:P1}",
            latencies is null ? "-" : Format.Time(latencies.P50),
            latencies is null ? "-" : Format.Time(latencies.P99),
            latencies is null ? "-" : Format.Ratio(latencies.P50 / quiet.P50),
            latencies is null ? "-" : Format.Ratio(latencies.P99 / quiet.P50),
            latencies is null ? "-" : latencies.Recall.ToString());
    }

    private static void AddInBatches(MultiIndexHashIndex index, HammingEntry[] entries)
    {
        for (var start = 0; start < entries.Length; start += BatchLength)
        {
            index.AddRange(entries.AsSpan(start, Math.Min(BatchLength, entries.Length - start)));
        }
    }
}
