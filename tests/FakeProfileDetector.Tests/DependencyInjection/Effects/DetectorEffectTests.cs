using System.Reflection;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class DetectorEffectTests() : OptionsEffectTests<FakeProfileDetectorOptions>(
    string.Empty,
    "ImageReuseCapBits = 16, InsufficientEvidenceAction = Review, LikelyFakeAction = Report, LikelyFakeThreshold = 0.6, LookupTimeout = 00:00:30, "
    + "MayReachLikelyFake = System.Collections.Generic.List`1[System.String], MinimumCoverage = 0.1, Mode = Enforce, NoAdverseEvidenceAction = Accept, "
    + "PriorProbability = 0.05, SignalCapBits = 4.5, SignalTimeout = 00:00:02, SuspiciousAction = Review, SuspiciousThreshold = 0.3, "
    + "WebSearchPolicy = WhenUndecided, WebSearchTimeout = 00:01:00, Weights = FakeProfileDetector.Weights.DetectorWeights"), IDisposable
{
    private readonly string _weights = Path.GetTempFileName();

    public void Dispose() => File.Delete(_weights);

    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(FakeProfileDetectorOptions.ImageReuseCapBits)] = new("1", false, true, async detector => (await TheftAsync(detector)).Signal("image-reuse").WeightBits <= 1),
        [nameof(FakeProfileDetectorOptions.InsufficientEvidenceAction)] = new("Accept", RecommendedAction.Review, RecommendedAction.Accept, async detector =>
            (await detector.CheckAsync(new("a"))).RecommendedAction),
        [nameof(FakeProfileDetectorOptions.LikelyFakeAction)] = new("Review", RecommendedAction.Report, RecommendedAction.Review, async detector =>
            (await TheftAsync(detector)).RecommendedAction),
        [nameof(FakeProfileDetectorOptions.LikelyFakeThreshold)] = new("0.999", AuthenticityVerdict.LikelyFake, AuthenticityVerdict.Suspicious, async detector =>
            (await TheftAsync(detector, Thin with { CreatedAt = null })).Verdict),
        [nameof(FakeProfileDetectorOptions.LookupTimeout)] = new("00:02:00", true, false, IsSearchGivenUpAfterAMinuteAsync),
        [nameof(FakeProfileDetectorOptions.MayReachLikelyFake)] = new("own", 4.5, 9.0, async detector => (await OwnAsync(detector, 9)).Signal("own").WeightBits),
        [nameof(FakeProfileDetectorOptions.Mode)] = new("Observe", RecommendedAction.Review, RecommendedAction.None, async detector =>
            (await detector.CheckAsync(new("a"))).RecommendedAction),
        [nameof(FakeProfileDetectorOptions.NoAdverseEvidenceAction)] = new("Review", RecommendedAction.Accept, RecommendedAction.Review, async detector =>
            (await OwnAsync(detector, -1)).RecommendedAction),
        [nameof(FakeProfileDetectorOptions.MinimumCoverage)] = new("1", AuthenticityVerdict.NoAdverseEvidence, AuthenticityVerdict.InsufficientEvidence, async detector =>
            (await OwnAsync(detector, -1)).Verdict),
        [nameof(FakeProfileDetectorOptions.PriorProbability)] = new("0.02", WeightOfEvidence.FromProbability(0.05), WeightOfEvidence.FromProbability(0.02), async detector =>
            (await detector.CheckAsync(new("a"))).PriorBits),
        [nameof(FakeProfileDetectorOptions.SignalCapBits)] = new("1", 2.0, 1.0, async detector => (await OwnAsync(detector, 2)).Signal("own").WeightBits),
        [nameof(FakeProfileDetectorOptions.SignalTimeout)] = new("00:00:20", true, false, IsStoppedAfterTenSecondsAsync),
        [nameof(FakeProfileDetectorOptions.SuspiciousAction)] = new("Report", RecommendedAction.Review, RecommendedAction.Report, async detector =>
            (await OwnAsync(detector, 3.5)).RecommendedAction),
        [nameof(FakeProfileDetectorOptions.SuspiciousThreshold)] = new("0.1", AuthenticityVerdict.NoAdverseEvidence, AuthenticityVerdict.Suspicious, async detector =>
            (await OwnAsync(detector, 2)).Verdict),
        [nameof(FakeProfileDetectorOptions.WebSearchPolicy)] = new("Never", 1, 0, async detector =>
        {
            await detector.CheckAsync(Member("a", "Ana Horvat", Photo(1)));
            return detector.Web.Count;
        }),
        [nameof(FakeProfileDetectorOptions.WebSearchTimeout)] = new("00:05:00", true, false, IsWebSearchGivenUpAfterTwoMinutesAsync),
        [nameof(FakeProfileDetectorOptions.Weights)] = new(WeightsFile(), WeightOfEvidence.FromProbability(0.05), WeightOfEvidence.FromProbability(0.2), async detector =>
            (await detector.CheckAsync(new("a"))).PriorBits),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(FakeProfileDetectorOptions.ImageReuseCapBits), "0.9"),
        (nameof(FakeProfileDetectorOptions.LikelyFakeThreshold), "1"),
        (nameof(FakeProfileDetectorOptions.LookupTimeout), "00:00:00"),
        (nameof(FakeProfileDetectorOptions.LookupTimeout), "00:11:00"),
        (nameof(FakeProfileDetectorOptions.Mode), "17"),
        (nameof(FakeProfileDetectorOptions.MinimumCoverage), "1.01"),
        (nameof(FakeProfileDetectorOptions.PriorProbability), "0.6"),
        (nameof(FakeProfileDetectorOptions.PriorProbability), "0.3"),
        (nameof(FakeProfileDetectorOptions.SignalCapBits), "0.4"),
        (nameof(FakeProfileDetectorOptions.SignalTimeout), "00:00:00"),
        (nameof(FakeProfileDetectorOptions.SignalTimeout), "00:11:00"),
        (nameof(FakeProfileDetectorOptions.SuspiciousThreshold), "0.7"),
        (nameof(FakeProfileDetectorOptions.WebSearchPolicy), "17"),
        (nameof(FakeProfileDetectorOptions.WebSearchTimeout), "00:00:00"),
        (nameof(FakeProfileDetectorOptions.WebSearchTimeout), "00:11:00"),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<FakeProfileDetectorOptions> configure) =>
        builder.Services.AddFakeProfileDetector(configure);

    private protected override string Key(string option) => option == nameof(FakeProfileDetectorOptions.MayReachLikelyFake) ? $"{option}:0" : option;

    private protected override void Set(FakeProfileDetectorOptions options, string name, string value)
    {
        switch (name)
        {
            case nameof(FakeProfileDetectorOptions.Weights):
                options.Weights = DetectorWeights.Load(value);
                break;
            case nameof(FakeProfileDetectorOptions.MayReachLikelyFake):
                options.MayReachLikelyFake.Add(value);
                break;
            default:
                base.Set(options, name, value);
                break;
        }
    }

    private static async Task<AuthenticityReport> OwnAsync(ObservedDetector detector, double bits)
    {
        detector.Bits.Value = bits;
        return await detector.CheckAsync(new("a"));
    }

    private static async Task<AuthenticityReport> TheftAsync(ObservedDetector detector, AccountHistory? taker = null)
    {
        await detector.EnrollAsync(Member("owner", "Ana Horvat", Photo(1), Established));
        return await detector.CheckAsync(Member("taker", "Boris Kovac", Photo(1), taker ?? Thin));
    }

    /// <summary>Whether reviewers' decisions that do not come have been given up after a minute.</summary>
    private static async Task<object?> IsSearchGivenUpAfterAMinuteAsync(ObservedDetector detector)
    {
        detector.Hanging = DispatchProxy.Create<IReviewDecisionStore, HangingDecisions>();
        var check = detector.CheckAsync(new("a"));
        var token = await ((HangingDecisions)(object)detector.Hanging).Entered.Task;
        detector.Time.Advance(TimeSpan.FromMinutes(1));
        var stopped = token.IsCancellationRequested;
        detector.Time.Advance(TimeSpan.FromMinutes(5));
        await check;
        return stopped;
    }

    /// <summary>Whether a signal that hangs has been told to stop after ten seconds.</summary>
    private static async Task<object?> IsStoppedAfterTenSecondsAsync(ObservedDetector detector)
    {
        detector.Bits.Hanging = new();
        var check = detector.CheckAsync(new("a"));
        var token = await detector.Bits.Hanging.Task;
        detector.Time.Advance(TimeSpan.FromSeconds(10));
        var stopped = token.IsCancellationRequested;
        detector.Time.Advance(TimeSpan.FromMinutes(1));
        await check;
        return stopped;
    }

    private static async Task<object?> IsWebSearchGivenUpAfterTwoMinutesAsync(ObservedDetector detector)
    {
        detector.Web.Hanging = new();
        var check = detector.CheckAsync(Member("a", "Ana Horvat", Photo(1)));
        var token = await detector.Web.Hanging.Task;
        detector.Time.Advance(TimeSpan.FromMinutes(2));
        var stopped = token.IsCancellationRequested;
        detector.Time.Advance(TimeSpan.FromMinutes(5));
        await check;
        return stopped;
    }

    private string WeightsFile()
    {
        var unlearned = DetectorWeights.Default.Unlearned();
        unlearned.With(0.2, [], unlearned.Provenance).Save(_weights);
        return _weights;
    }
}
