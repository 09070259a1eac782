using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FakeProfileDetector.Checking;

/// <summary>Traces and metrics under the name "FakeProfileDetector". Tags hold verdicts and modes only, never identifiers or names.</summary>
internal static class Telemetry
{
    private const string Name = "FakeProfileDetector";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Checks =
        Meter.CreateCounter<long>("fakeprofiledetector.checks", "{check}", "Profiles checked, by verdict and mode.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("fakeprofiledetector.check.duration", "s", "Duration of a check.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("fakeprofiledetector.signal.failures", "{failure}", "Signals and look-ups of decisions that failed or timed out.");

    internal static Activity? StartCheck() => Source.StartActivity("profile.check");

    internal static void RecordCheck(AuthenticityVerdict verdict, DetectorMode mode, TimeSpan elapsed)
    {
        var ofMode = new KeyValuePair<string, object?>("mode", mode.ToString());
        Checks.Add(1, new("verdict", verdict.ToString()), ofMode);
        Duration.Record(elapsed.TotalSeconds, ofMode);
    }

    internal static void RecordFailure() => Failures.Add(1);
}
