using System.Diagnostics;
using System.Diagnostics.Metrics;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Checking;

/// <summary>What one check writes to metrics and traces: each thing once.</summary>
public sealed class TelemetryTests
{
    // Tests run side by side and share the meter; this flows with a check and tells whose it is.
    private static readonly AsyncLocal<List<(string Instrument, double Value, string Tags)>?> Mine = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_Once_IsCountedOnceByVerdictAndMode()
    {
        using var registry = NewRegistry();

        var measured = await MeasureAsync(() => Checker(registry).CheckAsync(Member("a", null, null), Token));

        Assert.Equal(
            [("fakeprofiledetector.checks", 1.0, "mode=Enforce verdict=InsufficientEvidence")],
            measured.Where(item => item.Instrument != "fakeprofiledetector.check.duration"));
        var duration = Assert.Single(measured, item => item.Instrument == "fakeprofiledetector.check.duration");
        Assert.Equal("mode=Enforce", duration.Tags);
        Assert.True(duration.Value >= 0);
    }

    [Fact]
    public async Task Check_SignalThatFails_CountsOneFailure()
    {
        using var registry = NewRegistry();

        var measured = await MeasureAsync(() => Checker(registry, null, new BrokenSignal()).CheckAsync(Member("a", null, Photo(1)), Token));

        Assert.Equal(1, measured.Where(item => item.Instrument == "fakeprofiledetector.signal.failures").Sum(item => item.Value));
        Assert.Equal(1, measured.Where(item => item.Instrument == "fakeprofiledetector.checks").Sum(item => item.Value));
    }

    [Fact]
    public async Task Check_Traced_IsOneActivityWithTheVerdict()
    {
        using var registry = NewRegistry();
        var seen = new List<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "FakeProfileDetector",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Mine.Value is not null)
                {
                    seen.Add($"{activity.OperationName} {activity.GetTagItem("verdict")} {activity.GetTagItem("mode")}");
                }
            },
        };
        ActivitySource.AddActivityListener(traces);

        await MeasureAsync(() => Checker(registry).CheckAsync(Member("a", null, null), Token));

        Assert.Equal(["profile.check InsufficientEvidence Enforce"], seen);
    }

    private static async Task<List<(string Instrument, double Value, string Tags)>> MeasureAsync(Func<ValueTask<AuthenticityReport>> check)
    {
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "FakeProfileDetector")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        meters.Start();
        var measured = Mine.Value = [];
        await check();
        Mine.Value = null;
        return measured;
    }

    private static void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Mine.Value is not { } measured)
        {
            return;
        }

        lock (measured)
        {
            measured.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))));
        }
    }

    private sealed class BrokenSignal : IProfileSignal
    {
        public string Name => "own";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => throw new IOException();
    }
}
