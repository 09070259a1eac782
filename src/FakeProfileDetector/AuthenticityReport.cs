using System.Collections.Immutable;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector;

/// <summary>The outcome of a check, with everything needed to explain and defend it.</summary>
/// <remarks>
/// <see cref="PosteriorBits"/> is <see cref="PriorBits"/> plus the weights of the signals, so that a report draws as a
/// waterfall: prior, one bar a signal, posterior. It is a recommendation to a person and no decision (GDPR, Art. 22).
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record AuthenticityReport
{
    /// <summary>Creates a report; applications need it only to test what they do with one.</summary>
    /// <param name="profileId">The profile that was checked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profileId"/> is null.</exception>
    public AuthenticityReport(string profileId)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        ProfileId = profileId;
    }

    /// <summary>The profile that was checked.</summary>
    public string ProfileId { get; }

    /// <summary>What the evidence amounts to.</summary>
    public AuthenticityVerdict Verdict { get; init; }

    /// <summary>What to do about it; <see cref="RecommendedAction.None"/> in <see cref="DetectorMode.Observe"/>.</summary>
    public RecommendedAction RecommendedAction { get; init; }

    /// <summary>Whether the report may be acted on.</summary>
    public DetectorMode Mode { get; init; }

    /// <summary>Probability of a fake, 0–1, at the stated prior; calibrate before relying on it as a frequency.</summary>
    public double Probability { get; init; }

    /// <summary>Log-odds of a fake before any evidence, in bits.</summary>
    public double PriorBits { get; init; }

    /// <summary>Log-odds of a fake after all evidence, in bits.</summary>
    public double PosteriorBits { get; init; }

    /// <summary>The share of the possible evidence that could be looked at, 0–1, each signal weighing as its cap.</summary>
    public double Coverage { get; init; }

    /// <summary>
    /// One entry a signal, in the order of registration; after them <c>review</c>, where a reviewer has decided about the
    /// profile or the decisions could not be read.
    /// </summary>
    public ImmutableArray<SignalReport> Signals { get; init; } = [];

    /// <summary>What would be said without each signal that weighs anything, in the order of the signals.</summary>
    public ImmutableArray<Ablation> Ablations { get; init; } = [];

    /// <summary>When the profile was checked.</summary>
    public DateTimeOffset CheckedAt { get; init; }

    /// <summary>Version of the weights and rules; scores of different versions must not be compared.</summary>
    public string ScoringVersion { get; init; } = ScoringModel.Version;

    /// <summary>Name of the photo hash algorithm.</summary>
    public string HashAlgorithm { get; init; } = PhotoFingerprint.Algorithm;

    /// <summary>
    /// The report as an audience may see it: evidence must not become a way to ask about other members.
    /// </summary>
    /// <param name="audience">Who will read it.</param>
    /// <returns>
    /// For moderators the report itself; for members verdict and action only, without signals and without the
    /// probability, which would tell a thief how close the next try came.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Not an audience.</exception>
    public AuthenticityReport RedactFor(ReportAudience audience) => audience switch
    {
        ReportAudience.Moderator => this,
        ReportAudience.Application => this with { Signals = [.. Signals.Select(WithoutOthers)] },
        ReportAudience.Member => new(ProfileId)
        {
            Verdict = Verdict,
            RecommendedAction = RecommendedAction,
            Mode = Mode,
            Probability = double.NaN,
            PriorBits = double.NaN,
            PosteriorBits = double.NaN,
            CheckedAt = CheckedAt,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>Names identifier and verdict only, so that a logged report gives no evidence away.</summary>
    /// <returns>The identifier and the verdict.</returns>
    public override string ToString() => $"{ProfileId}: {Verdict}";

    private static SignalReport WithoutOthers(SignalReport signal) => signal with
    {
        Matches = [],
        Reasons = [.. signal.Reasons.Select(reason => new Reason(reason.Code, string.Empty))],
    };
}

/// <summary>Who reads a report.</summary>
public enum ReportAudience
{
    /// <summary>Sees everything, other members' identifiers included.</summary>
    Moderator,

    /// <summary>Code and staff outside moderation: sees weights and reason codes, but no other member, sentences or counts.</summary>
    Application,

    /// <summary>A member of the network: sees verdict and action only.</summary>
    Member,
}
