using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>What does a search cost, and how much memory does an entry take?</summary>
internal sealed class SearchPhase : IPhase
{
    public string Name => "search";

    public void Run(Session session)
    {
        var index = session.Measure();
        var scan = session.ScanLatencies;
        var times = new Table("Searches", "search", "p50", "p99", "mean", "scan p50 ÷ p50", "p99 ÷ p50", "recall");
        AddRow("linear scan", scan);
        AddRow("index", index);
        times.Print();

        double entries = session.Stored;
        var memory = new Table("Memory, bytes an entry", "account", "bytes");
        memory.Add("the index's own", $"{session.Index.GetMemoryUsage().TotalBytes / entries:F1}");
        memory.Add("resident memory added", $"{session.BuildResidentGrowth / entries:F1}");
        memory.Add("process, in huge pages", $"{Machine.BytesInHugePages() / entries:F1}");
        memory.Print();

        void AddRow(string name, Latencies latencies) => times.Add(
            name, Format.Time(latencies.P50), Format.Time(latencies.P99), Format.Time(latencies.Mean),
            Format.Ratio(scan.P50 / latencies.P50), Format.Ratio(latencies.P99 / latencies.P50), latencies.Recall.ToString());
    }
}
