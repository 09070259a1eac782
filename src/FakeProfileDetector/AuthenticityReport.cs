using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector;

/// <summary>The outcome of a check, with everything needed to explain and defend it.</summary>
/// <remarks>
/// <para>
/// <see cref="PosteriorBits"/> is <see cref="PriorBits"/> plus the weights of the signals, so that a report draws as a
/// waterfall: prior, one bar a signal, posterior. It is a recommendation to a person and no decision (GDPR, Art. 22).
/// </para>
/// <para>
/// In JSON a report is one contract, whatever the settings of the serializer: <see cref="AuthenticityReportJsonConverter"/>
/// lists the fields.
/// </para>
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
[JsonConverter(typeof(AuthenticityReportJsonConverter))]
public sealed class AuthenticityReport
{
    /// <summary>Creates a report; applications need it only to test what they do with one.</summary>
    /// <param name="profileId">The profile that was checked.</param>
    /// <param name="verdict">What the evidence amounts to.</param>
    /// <param name="recommendedAction">What to do about it.</param>
    /// <param name="probability">Probability of a fake, 0–1.</param>
    /// <param name="signals">One entry a signal; none by default.</param>
    /// <param name="mode">Whether the report may be acted on.</param>
    /// <param name="checkedAt">When the profile was checked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profileId"/> is null.</exception>
    public AuthenticityReport(
        string profileId,
        AuthenticityVerdict verdict = AuthenticityVerdict.InsufficientEvidence,
        RecommendedAction recommendedAction = RecommendedAction.None,
        double probability = 0,
        ImmutableArray<SignalReport> signals = default,
        DetectorMode mode = DetectorMode.Enforce,
        DateTimeOffset checkedAt = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        ProfileId = profileId;
        Verdict = verdict;
        RecommendedAction = recommendedAction;
        Probability = probability;
        Signals = signals;
        Mode = mode;
        CheckedAt = checkedAt;
    }

    /// <summary>Copies a report, so that single properties can be given anew.</summary>
    internal AuthenticityReport(AuthenticityReport other)
    {
        ProfileId = other.ProfileId;
        Verdict = other.Verdict;
        RecommendedAction = other.RecommendedAction;
        Mode = other.Mode;
        Probability = other.Probability;
        PriorBits = other.PriorBits;
        PosteriorBits = other.PosteriorBits;
        Coverage = other.Coverage;
        Signals = other.Signals;
        Ablations = other.Ablations;
        CheckedAt = other.CheckedAt;
        ScoringVersion = other.ScoringVersion;
        HashAlgorithm = other.HashAlgorithm;
    }

    /// <summary>The profile that was checked.</summary>
    public string ProfileId { get; }

    /// <summary>What the evidence amounts to.</summary>
    public AuthenticityVerdict Verdict { get; internal init; }

    /// <summary>What to do about it; <see cref="RecommendedAction.None"/> in <see cref="DetectorMode.Observe"/>.</summary>
    public RecommendedAction RecommendedAction { get; internal init; }

    /// <summary>Whether the report may be acted on.</summary>
    public DetectorMode Mode { get; internal init; }

    /// <summary>Probability of a fake at the stated prior; calibrate before relying on it as a frequency.</summary>
    /// <value>0–1; <see cref="double.NaN"/> where it was redacted.</value>
    public double Probability { get; internal init; }

    /// <summary>Log-odds of a fake before any evidence, in bits.</summary>
    /// <value><see cref="double.NaN"/> where it was redacted.</value>
    public double PriorBits { get; internal init; }

    /// <summary>Log-odds of a fake after all evidence, in bits.</summary>
    /// <value><see cref="double.NaN"/> where it was redacted.</value>
    public double PosteriorBits { get; internal init; }

    /// <summary>The share of the possible evidence that could be looked at, each signal weighing as its cap.</summary>
    /// <value>0–1; <see cref="double.NaN"/> where it was redacted.</value>
    public double Coverage { get; internal init; }

    /// <summary>
    /// One entry a signal, in the order of registration; after them <c>review</c>, where a reviewer has decided about the
    /// profile or the decisions could not be read.
    /// </summary>
    public ImmutableArray<SignalReport> Signals
    {
        get;
        internal init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>What would be said without each signal that weighs anything, in the order of the signals.</summary>
    public ImmutableArray<Ablation> Ablations
    {
        get;
        internal init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>When the profile was checked.</summary>
    public DateTimeOffset CheckedAt { get; internal init; }

    /// <summary>Version of the weights and rules; scores of different versions must not be compared.</summary>
    public string ScoringVersion { get; internal init; } = ScoringModel.Version;

    /// <summary>Name of the photo hash algorithm.</summary>
    public string HashAlgorithm { get; internal init; } = PhotoFingerprint.Algorithm;

    /// <summary>The report as an audience may see it: evidence must not become a way to ask about other members.</summary>
    /// <param name="audience">Who will read it.</param>
    /// <returns>
    /// For moderators the report itself; for others a report without what <see cref="ReportAudience"/> says they do not see.
    /// Two reports that differ in nothing else then say the same: what is removed cannot be computed back.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Not an audience.</exception>
    /// <remarks>
    /// <para>
    /// A verdict alone still tells something. Whoever may sign up with any photo under any name, and is told
    /// <see cref="AuthenticityVerdict.NoAdverseEvidence"/> for one photo and not for another, learns that a member shows
    /// the other one; whoever is told <see cref="AuthenticityVerdict.LikelyFake"/> learns that the member has the fuller
    /// account as well. No wording prevents that, as long as the answer depends on the photo.
    /// </para>
    /// <para>
    /// What limits it: tell those who are checked no more than <see cref="ReportAudience.Subject"/> sees, which has many
    /// causes besides a shared photo; limit the checks for each person, device and address, for instance to three new
    /// photos a day; and answer late, after a delay of which the answer is independent, or by what happens next (the
    /// profile is shown, or waits for a reviewer) instead of by a message.
    /// </para>
    /// </remarks>
    public AuthenticityReport RedactFor(ReportAudience audience) => audience switch
    {
        ReportAudience.Moderator => this,
        ReportAudience.Application => new(Outcome(Verdict, RecommendedAction))
        {
            PriorBits = PriorBits,
            Signals = [.. Signals.Select(signal => signal.WithoutOthers())],
        },
        ReportAudience.Member => Outcome(Verdict, RecommendedAction),
        ReportAudience.Subject => Outcome(
            Verdict == AuthenticityVerdict.NoAdverseEvidence ? Verdict : AuthenticityVerdict.InsufficientEvidence,
            RecommendedAction == RecommendedAction.Report ? RecommendedAction.Review : RecommendedAction),
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>Names identifier and verdict only, so that a logged report gives no evidence away.</summary>
    /// <returns>The identifier and the verdict.</returns>
    public override string ToString() => $"{ProfileId}: {Verdict}";

    /// <summary>A report of the outcome alone, with no number in it.</summary>
    private AuthenticityReport Outcome(AuthenticityVerdict verdict, RecommendedAction action) => new(ProfileId)
    {
        Verdict = verdict,
        RecommendedAction = action,
        Mode = Mode,
        Probability = double.NaN,
        PriorBits = double.NaN,
        PosteriorBits = double.NaN,
        Coverage = double.NaN,
        CheckedAt = CheckedAt,
        ScoringVersion = ScoringVersion,
        HashAlgorithm = HashAlgorithm,
    };
}
