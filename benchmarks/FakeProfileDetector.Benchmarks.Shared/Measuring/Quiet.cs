using System.Diagnostics;

namespace FakeProfileDetector.Benchmarks.Shared.Measuring;

/// <summary>Waits until the process has nothing left to do: indexes merge in the background after they were filled.</summary>
internal static class Quiet
{
    private const double BusyShare = 0.02;
    private const int CalmIntervals = 3;
    private const int MaximumIntervals = 600;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    internal static void Wait()
    {
        var calm = 0;
        for (var interval = 0; interval < MaximumIntervals && calm < CalmIntervals; interval++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            Thread.Sleep(Interval);
            var busy = (Environment.CpuUsage.TotalTime - before) / Stopwatch.GetElapsedTime(start);
            calm = busy < BusyShare ? calm + 1 : 0;
        }
    }
}
