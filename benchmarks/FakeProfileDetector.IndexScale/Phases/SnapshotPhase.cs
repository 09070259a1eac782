using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>How fast is an index saved and loaded, and what do the first searches after that cost?</summary>
/// <remarks>One index at a time is in memory; the file is in the page cache if there is room for both.</remarks>
internal sealed class SnapshotPhase : IPhase
{
    private const int FirstSearches = 1_000;

    public string Name => "snapshot";

    public void Run(Session session)
    {
        session.Compact();
        var before = session.Measure();
        double entries = session.Index.Count;
        var path = Path.Combine(session.Options.Folder, $"index-scale-{Environment.ProcessId}.snapshot");
        try
        {
            var save = Work.Time(() => session.Index.Save(path, CancellationToken.None));
            session.Replace(null);

            // The first reading warms the cache, the second is the floor to compare with.
            Read(path);
            var read = Work.Time(() => Read(path));
            var load = new List<double>();
            var first = new List<Latencies>();
            for (var repetition = 0; repetition < session.Options.Repetitions; repetition++)
            {
                session.Replace(null);
                load.Add(Work.Time(() => session.Replace(MultiIndexHashIndex.Load(path))).Seconds);
                first.Add(session.Measure(session.MixedQueries(FirstSearches, session.Options.Radius), session.Options.Radius, Limit.Searches(FirstSearches)));
            }

            Print(new FileInfo(path).Length, save.Seconds, read.Seconds, Statistics.Median(load));
            PrintSearches(("before", before), ($"the first {FirstSearches:N0} after loading", Latencies.Median(first)), ("later", session.Measure()));
        }
        finally
        {
            session.Replace(null);
            File.Delete(path);
        }

        void Print(double bytes, double save, double read, double load)
        {
            var table = new Table($"Snapshot of {Format.Bytes(bytes)}, {bytes / entries:F1} bytes an entry", "what", "time", "entries a second", "a second", "time ÷ plain reading");
            foreach (var (what, seconds) in new[] { ("save", save), ("plain reading of the file", read), ("load", load) })
            {
                table.Add(what, Format.Time(seconds), $"{entries / seconds:N0}", Format.Bytes(bytes / seconds), Format.Ratio(seconds / read));
            }

            table.Print();
        }

        void PrintSearches(params (string What, Latencies Latencies)[] rows)
        {
            var table = new Table("Searches around the snapshot", "searches", "p50", "p99", "p50 ÷ before", "scan p50 ÷ p50", "recall");
            foreach (var (what, latencies) in rows)
            {
                table.Add(
                    what, Format.Time(latencies.P50), Format.Time(latencies.P99), Format.Ratio(latencies.P50 / before.P50),
                    Format.Ratio(session.ScanLatencies.P50 / latencies.P50), latencies.Recall.ToString());
            }

            table.Print();
        }
    }

    private static void Read(string path)
    {
        var buffer = new byte[1 << 20];
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        for (long offset = 0, read; (read = RandomAccess.Read(file, buffer, offset)) > 0;)
        {
            offset += read;
        }
    }
}
