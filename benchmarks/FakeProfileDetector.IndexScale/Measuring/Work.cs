using System.Diagnostics;

namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>What some work took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all cores, the whole process.</param>
internal readonly record struct Work(double Seconds, double ProcessorSeconds)
{
    /// <summary>Cores that were busy on average.</summary>
    internal double Cores => ProcessorSeconds / Seconds;

    internal static Work Time(Action action)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        action();
        return new(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}
