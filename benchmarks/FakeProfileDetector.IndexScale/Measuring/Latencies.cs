using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Measuring;

namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>How long single searches took, in seconds.</summary>
internal sealed record Latencies(long Searches, double P50, double P99, double Mean, Recall Recall)
{
    /// <summary>The figures of single searches.</summary>
    /// <param name="ticks">Of the stopwatch, one value a search; sorted by this.</param>
    /// <param name="recall">What was found.</param>
    internal static Latencies Of(List<long> ticks, Recall recall)
    {
        ticks.Sort();
        return new(ticks.Count, Seconds(Percentile(0.5)), Seconds(Percentile(0.99)), Seconds(ticks.Average()), recall);

        long Percentile(double part) => ticks[(int)(part * (ticks.Count - 1))];
    }

    /// <summary>The median of each figure.</summary>
    internal static Latencies Median(IReadOnlyCollection<Latencies> runs) => new(
        runs.Sum(run => run.Searches),
        Statistics.Median(runs.Select(run => run.P50)),
        Statistics.Median(runs.Select(run => run.P99)),
        Statistics.Median(runs.Select(run => run.Mean)),
        runs.Aggregate(default(Recall), (sum, run) => sum + run.Recall));

    private static double Seconds(double ticks) => ticks / Stopwatch.Frequency;
}
