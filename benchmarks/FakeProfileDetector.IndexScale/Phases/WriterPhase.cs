using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Reporting;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>What do searches pay for a writer that adds photos all the time?</summary>
internal sealed class WriterPhase : IPhase
{
    private const int PerSecond = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    public string Name => "writer";

    public void Run(Session session)
    {
        session.Compact();
        var quiet = session.Measure();
        var fresh = session.Following(PerSecond * session.Options.WriterSeconds);
        var rate = 0.0;
        var busy = session.MeasureWhile(() =>
        {
            var clock = Stopwatch.StartNew();
            for (var added = 0; added < fresh.Length;)
            {
                // A burst is what is due since the last one: some fifty entries.
                for (var due = Math.Min(fresh.Length, (int)(clock.Elapsed.TotalSeconds * PerSecond)); added < due; added++)
                {
                    session.Index.Add(fresh[added].Hash, fresh[added].Key);
                }

                Thread.Sleep(Pause);
            }

            rate = fresh.Length / clock.Elapsed.TotalSeconds;
        });
        session.Stored += fresh.Length;

        var table = new Table("Beside a writer", "added a second", "p50", "p99", "p50 ÷ quiet", "p99 ÷ quiet p50", "scan p50 ÷ p50", "recall");
        foreach (var (added, latencies) in new[] { (0.0, quiet), (rate, busy) })
        {
            table.Add(
                $"{added:N0}", Format.Time(latencies.P50), Format.Time(latencies.P99), Format.Ratio(latencies.P50 / quiet.P50),
                Format.Ratio(latencies.P99 / quiet.P50), Format.Ratio(session.ScanLatencies.P50 / latencies.P50), latencies.Recall.ToString());
        }

        table.Print();
    }
}
