using System.Diagnostics.Metrics;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Checking;

/// <summary>Shadow mode: all is seen and nothing is recommended.</summary>
public sealed class DetectorModeTests
{
    private static readonly FakeProfileDetectorOptions Observing = new() { Mode = DetectorMode.Observe };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observe_LikelyFake_IsReportedAsEverAndRecommendsNothing()
    {
        var taker = Member("taker", "Boris Kovac", Photo(1), Thin);
        using var registry = await Enrolled(Member("owner", "Ana Horvat", Photo(1), Established), taker);

        var enforced = await Checker(registry).CheckAsync(taker, Token);
        var observed = await Checker(registry, Observing).CheckAsync(taker, Token);

        Assert.Equal((DetectorMode.Enforce, RecommendedAction.Report), (enforced.Mode, enforced.RecommendedAction));
        Assert.Equal((DetectorMode.Observe, RecommendedAction.None), (observed.Mode, observed.RecommendedAction));
        Assert.Equal((enforced.Verdict, enforced.Probability), (observed.Verdict, observed.Probability));
        Assert.Equal(
            enforced.Signals.Select(signal => (signal.Name, signal.WeightBits, string.Join(' ', signal.Codes()))),
            observed.Signals.Select(signal => (signal.Name, signal.WeightBits, string.Join(' ', signal.Codes()))));
    }

    [Fact]
    public async Task Observe_EveryVerdict_RecommendsNothing()
    {
        using var registry = NewRegistry();
        foreach (var history in new[] { null, Established, Thin })
        {
            var report = await Checker(registry, Observing).CheckAsync(Member("a", null, photo: null, history), Token);
            Assert.Equal(RecommendedAction.None, report.RecommendedAction);
        }
    }

    [Theory]
    [InlineData(ReportAudience.Moderator)]
    [InlineData(ReportAudience.Application)]
    [InlineData(ReportAudience.Member)]
    [InlineData(ReportAudience.Subject)]
    public async Task RedactFor_AnyAudience_KeepsTheModeAndRecommendsNothing(ReportAudience audience)
    {
        using var registry = NewRegistry();
        var report = await Checker(registry, Observing).CheckAsync(new("a"), Token);

        var redacted = report.RedactFor(audience);

        Assert.Equal((DetectorMode.Observe, RecommendedAction.None), (redacted.Mode, redacted.RecommendedAction));
    }

    [Fact]
    public void Report_OfNobodysMaking_RecommendsNothing() =>
        Assert.Equal(RecommendedAction.None, new AuthenticityReport("a").RecommendedAction);

    [Fact]
    public void Options_Default_IsEnforce() => Assert.Equal(DetectorMode.Enforce, new FakeProfileDetectorOptions().Mode);

    [Fact]
    public void Options_WithoutSense_AreRefused()
    {
        using var registry = NewRegistry();

        Assert.Contains(
            "Mode",
            Assert.Throws<OptionsValidationException>(() => Checker(registry, new() { Mode = (DetectorMode)7 })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Observe",
            Assert.Throws<OptionsValidationException>(() => Checker(registry, new() { LikelyFakeAction = RecommendedAction.None })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_OfAnObservedCheck_AreTaggedSo()
    {
        using var registry = NewRegistry();
        var seen = new HashSet<string>();
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
        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (seen)
            {
                seen.UnionWith(tags.ToArray().Select(tag => $"{instrument.Name} {tag.Key}={tag.Value}"));
            }
        }

        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        meters.Start();

        await Checker(registry, Observing).CheckAsync(new("a"), Token);

        Assert.Contains("fakeprofiledetector.checks mode=Observe", seen);
        Assert.Contains("fakeprofiledetector.checks verdict=InsufficientEvidence", seen);
        Assert.Contains("fakeprofiledetector.check.duration mode=Observe", seen);
    }
}
