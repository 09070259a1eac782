using System.ComponentModel.DataAnnotations;
using FakeProfileDetector.Web;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector;

/// <summary>How evidence becomes a verdict.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class FakeProfileDetectorOptions
{
    /// <summary>The default of <see cref="PriorProbability"/>: 0.05.</summary>
    public const double DefaultPriorProbability = 0.05;

    /// <summary>Whether reports recommend an action, or the detector only observes (shadow mode).</summary>
    /// <value>The default is <see cref="DetectorMode.Enforce"/>.</value>
    [EnumDataType(typeof(DetectorMode))]
    public DetectorMode Mode { get; set; }

    /// <summary>Probability that a profile is fake before anything is known of it: the prevalence on the network.</summary>
    /// <value>0.0001–0.5; the default is 0.05.</value>
    [Range(0.0001, 0.5)]
    public double PriorProbability { get; set; } = DefaultPriorProbability;

    /// <summary>From this probability on a profile is <see cref="AuthenticityVerdict.Suspicious"/>.</summary>
    /// <value>0.01–0.99, above the prior and below <see cref="LikelyFakeThreshold"/>; the default is 0.3.</value>
    [Range(0.01, 0.99)]
    public double SuspiciousThreshold { get; set; } = 0.3;

    /// <summary>From this probability on a profile is <see cref="AuthenticityVerdict.LikelyFake"/>.</summary>
    /// <value>0.5–0.999; the default is 0.6. Raise it where a report has consequences without a moderator.</value>
    [Range(0.5, 0.999)]
    public double LikelyFakeThreshold { get; set; } = 0.6;

    /// <summary>
    /// Below this coverage a profile with nothing against it is <see cref="AuthenticityVerdict.InsufficientEvidence"/>.
    /// </summary>
    /// <value>0–1; the default is 0.1.</value>
    [Range(0.0, 1.0)]
    public double MinimumCoverage { get; set; } = 0.1;

    /// <summary>
    /// The most that photo re-use may weigh either way, in bits, and any signal in <see cref="MayReachLikelyFake"/>.
    /// </summary>
    /// <value>1–40; the default is 16.</value>
    [Range(1.0, 40.0)]
    public double ImageReuseCapBits { get; set; } = 16;

    /// <summary>
    /// The most that any other signal may weigh either way, in bits. Whatever the value, such a signal alone never
    /// lifts a profile from the prior to <see cref="AuthenticityVerdict.LikelyFake"/>.
    /// </summary>
    /// <value>0.5–20; the default is 4.5.</value>
    [Range(0.5, 20.0)]
    public double SignalCapBits { get; set; } = 4.5;

    /// <summary>
    /// Names of the application's own signals that may reach <see cref="AuthenticityVerdict.LikelyFake"/> alone, as photo re-use
    /// may. Nobody is accepted while one of them fails.
    /// </summary>
    /// <value>Empty by default: name only what a moderator could defend alone. Each must be the name of a signal that is added.</value>
    public IList<string> MayReachLikelyFake { get; private set; } = [];

    /// <summary>
    /// What the evidence weighs; <see cref="Calibration.DetectorCalibrator"/> learns it for a network. Where it states a prior, that
    /// stands in place of <see cref="PriorProbability"/>.
    /// </summary>
    /// <value>The default is <see cref="DetectorWeights.Default"/>.</value>
    public DetectorWeights Weights { get; set; } = DetectorWeights.Default;

    /// <summary>The prior that counts.</summary>
    internal double EffectivePrior => Weights.PriorProbability ?? PriorProbability;

    /// <summary>Time given to each signal of the application's own; one that takes longer is reported as failed.</summary>
    /// <value>
    /// 1 ms – 10 min, or <see cref="Timeout.InfiniteTimeSpan"/>, which batch work should use; the default is 2 s. The library's
    /// own signals only compute and have no limit, so that a busy machine changes no verdict.
    /// </value>
    public TimeSpan SignalTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Time given to the registry's search and to the store of reviewers' decisions; what takes longer is reported as failed, and
    /// nobody is accepted for it.
    /// </summary>
    /// <value>1 ms – 10 min, or <see cref="Timeout.InfiniteTimeSpan"/>, which batch work should use; the default is 30 s.</value>
    public TimeSpan LookupTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When the web is searched for a photo. Nothing is searched without an <see cref="IWebPhotoSearch"/>.</summary>
    /// <value>The default is <see cref="WebSearchPolicy.WhenUndecided"/>.</value>
    [EnumDataType(typeof(WebSearchPolicy))]
    public WebSearchPolicy WebSearchPolicy { get; set; } = WebSearchPolicy.WhenUndecided;

    /// <summary>Time given to a search of the web; what takes longer is reported as failed.</summary>
    /// <value>1 ms – 10 min, or <see cref="Timeout.InfiniteTimeSpan"/>; the default is 60 s, for pictures are fetched, too.</value>
    public TimeSpan WebSearchTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The recommendation for a profile with too little known.</summary>
    /// <value>The default is <see cref="RecommendedAction.Review"/>.</value>
    public RecommendedAction InsufficientEvidenceAction { get; set; } = RecommendedAction.Review;

    /// <summary>The recommendation for a profile with nothing against it.</summary>
    /// <value>The default is <see cref="RecommendedAction.Accept"/>.</value>
    public RecommendedAction NoAdverseEvidenceAction { get; set; } = RecommendedAction.Accept;

    /// <summary>The recommendation for a suspicious profile.</summary>
    /// <value>The default is <see cref="RecommendedAction.Review"/>.</value>
    public RecommendedAction SuspiciousAction { get; set; } = RecommendedAction.Review;

    /// <summary>The recommendation for a likely fake.</summary>
    /// <value>The default is <see cref="RecommendedAction.Report"/>.</value>
    public RecommendedAction LikelyFakeAction { get; set; } = RecommendedAction.Report;

    /// <summary>What was validated stays as it was, whatever the caller does to its own object.</summary>
    internal FakeProfileDetectorOptions Copy()
    {
        var copy = (FakeProfileDetectorOptions)MemberwiseClone();
        copy.MayReachLikelyFake = [.. MayReachLikelyFake];
        return copy;
    }

    internal RecommendedAction ActionFor(AuthenticityVerdict verdict) => verdict switch
    {
        _ when Mode == DetectorMode.Observe => RecommendedAction.None,
        AuthenticityVerdict.InsufficientEvidence => InsufficientEvidenceAction,
        AuthenticityVerdict.NoAdverseEvidence => NoAdverseEvidenceAction,
        AuthenticityVerdict.Suspicious => SuspiciousAction,
        AuthenticityVerdict.LikelyFake => LikelyFakeAction,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}

/// <summary>Rules of <see cref="FakeProfileDetectorOptions"/>: its attributes, and that the bands are in order.</summary>
[OptionsValidator]
internal sealed partial class FakeProfileDetectorOptionsAttributes : IValidateOptions<FakeProfileDetectorOptions>;

/// <inheritdoc cref="FakeProfileDetectorOptionsAttributes"/>
internal sealed class FakeProfileDetectorOptionsValidator : IValidateOptions<FakeProfileDetectorOptions>
{
    private readonly FakeProfileDetectorOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, FakeProfileDetectorOptions options)
    {
        var ranges = _attributes.Validate(name, options);
        if (ranges.Failed)
        {
            return ranges;
        }

        return options switch
        {
            _ when options.Weights is null => ValidateOptionsResult.Fail("Weights must not be null; leave it at its default."),
            _ when !IsTimeout(options.SignalTimeout) => WrongTimeout(nameof(options.SignalTimeout), options.SignalTimeout),
            _ when !IsTimeout(options.LookupTimeout) => WrongTimeout(nameof(options.LookupTimeout), options.LookupTimeout),
            _ when !IsTimeout(options.WebSearchTimeout) => WrongTimeout(nameof(options.WebSearchTimeout), options.WebSearchTimeout),
            _ when options.MayReachLikelyFake.Any(string.IsNullOrWhiteSpace) =>
                ValidateOptionsResult.Fail("MayReachLikelyFake holds an empty name; remove it, or give the name of a signal."),
            _ when options.PriorProbability >= options.SuspiciousThreshold => ValidateOptionsResult.Fail(
                $"PriorProbability ({options.PriorProbability}) must be below SuspiciousThreshold ({options.SuspiciousThreshold}): else every unknown profile is suspicious."),
            _ when options.SuspiciousThreshold >= options.LikelyFakeThreshold => ValidateOptionsResult.Fail(
                $"SuspiciousThreshold ({options.SuspiciousThreshold}) must be below LikelyFakeThreshold ({options.LikelyFakeThreshold})."),
            _ when !IsAction(options.InsufficientEvidenceAction) || !IsAction(options.NoAdverseEvidenceAction)
                || !IsAction(options.SuspiciousAction) || !IsAction(options.LikelyFakeAction) =>
                ValidateOptionsResult.Fail("Every action must be Accept, Review or Report; to recommend nothing, set Mode to Observe."),
            _ => ValidateOptionsResult.Success,
        };
    }

    private static bool IsTimeout(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || (value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromMinutes(10));

    private static ValidateOptionsResult WrongTimeout(string name, TimeSpan value) => ValidateOptionsResult.Fail(
        $"{name} ({value}) must lie between 1 ms and 10 min, or be infinite (−1 ms).");

    private static bool IsAction(RecommendedAction action) => Enum.IsDefined(action) && action != RecommendedAction.None;
}
