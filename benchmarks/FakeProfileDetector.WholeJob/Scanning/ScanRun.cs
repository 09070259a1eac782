using System.Diagnostics;
using FakeProfileDetector.WholeJob.Measuring;

namespace FakeProfileDetector.WholeJob.Scanning;

/// <summary>What one scan took, from the start of the process to its end.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="CpuSeconds">On all cores; null where the system does not tell.</param>
internal readonly record struct ScanRun(double Seconds, double? CpuSeconds)
{
    private const string Taskset = "taskset";

    /// <summary>Whether scans can be held to a number of cores.</summary>
    internal static bool CanPin { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Taskset)));

    /// <summary>Scans on the first cores of the machine.</summary>
    /// <param name="executable">The tool.</param>
    /// <param name="folder">Photos and reports.</param>
    /// <param name="memberFile">The members.</param>
    /// <param name="members">How many they are.</param>
    /// <param name="cores">Cores to hold the scan to, where that can be done.</param>
    /// <param name="wholePhotos">Whether photos are compared as wholes only.</param>
    /// <exception cref="InvalidOperationException">The scan failed, or reported on another number of members.</exception>
    internal static ScanRun Measure(string executable, ScanFolder folder, string memberFile, int members, int cores, bool wholePhotos)
    {
        string[] scan = ["scan", memberFile, "--photos", folder.Photos, "--out", folder.Reports, .. wholePhotos ? ["--whole-photos"] : Array.Empty<string>()];
        var start = CanPin
            ? new ProcessStartInfo(Taskset, ["-c", $"0-{cores - 1}", executable, .. scan])
            : new ProcessStartInfo(executable, scan);
        start.RedirectStandardError = true;
        var cpuBefore = ChildrenCpu.Seconds;
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
        var messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var reports = process.ExitCode == 0 ? File.ReadLines(folder.Reports).Count() : 0;
        return reports == members
            ? new(seconds, ChildrenCpu.Seconds - cpuBefore)
            : throw new InvalidOperationException($"{executable} ended with {process.ExitCode} and {reports} reports on {members} members: {messages}");
    }
}
