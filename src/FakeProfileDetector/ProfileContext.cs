using System.Collections.Immutable;
using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector;

/// <summary>A profile under check and what has been found out about it, gathered once and shared by all signals.</summary>
/// <remarks>Data only: a signal that reads it waits for nothing.</remarks>
/// <threadsafety>Immutable; safe to use from many signals at once.</threadsafety>
public sealed class ProfileContext
{
    private static readonly ImmutableHashSet<BuiltInEvidence> All = [.. Enum.GetValues<BuiltInEvidence>()];

    /// <summary>Creates a context, also for testing a signal by itself.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="now">The time of the check.</param>
    /// <param name="priorProbability">Probability of a fake before any evidence, between 0 and 1; the default is 0.05.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The prior is not between 0 and 1.</exception>
    public ProfileContext(
        Profile profile, DateTimeOffset now, double priorProbability = FakeProfileDetectorOptions.DefaultPriorProbability)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        Now = now;
        PriorBits = WeightOfEvidence.FromProbability(priorProbability);
    }

    /// <summary>The profile under check.</summary>
    public Profile Profile { get; }

    /// <summary>The time of the check.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Log-odds of a fake before any evidence, in bits.</summary>
    public double PriorBits { get; }

    /// <summary>The photo's fingerprint, or why the photo cannot be used; null when the profile has no photo.</summary>
    public PhotoFingerprintResult? Photo { get; init; }

    /// <summary>The other profiles that use the photo, nearest first.</summary>
    /// <value>None when there is no usable photo or the search failed; see <see cref="PhotoSearchFailure"/>.</value>
    public PhotoUseResult PhotoUses { get; init; } = PhotoUseResult.None;

    /// <summary>Why the search for other uses of the photo failed; null when it did not, or there was nothing to search for.</summary>
    public Reason? PhotoSearchFailure { get; init; }

    /// <summary>Why the application's relations could not be looked up; null when they could, or there are none.</summary>
    internal Reason? RelationsFailure { get; init; }

    /// <summary>The judgment on the group that shares the photo; null when there is no usable photo or the search failed.</summary>
    internal SharedPhoto? SharedPhoto { get; init; }

    /// <summary>The judgment on the pages of the web that show the photo.</summary>
    internal WebPhotos WebPhotos { get; init; } = WebPhotos.NotAsked;

    /// <summary>How established the account is.</summary>
    internal AccountStanding Standing
    {
        get => field ??= AccountStanding.Of(Profile.History, Profile.Photo is not null, Now, DetectorWeights.Default.History);
        init;
    }

    /// <summary>What the other signals of the check look at, so that nothing is counted twice or left out.</summary>
    internal ImmutableHashSet<BuiltInEvidence> Counted { get; init; } = All;

    internal bool Counts(BuiltInEvidence evidence) => Counted.Contains(evidence);
}
