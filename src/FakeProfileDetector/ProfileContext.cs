using System.Collections.Immutable;
using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector;

/// <summary>A profile under check and what is known of its photo, computed once and shared by all signals.</summary>
/// <threadsafety>Safe to use from many signals at once.</threadsafety>
public sealed class ProfileContext
{
    private readonly Lazy<AccountStanding> _standing;
    private readonly Lazy<Task<PhotoUseResult>> _uses;
    private readonly Lazy<Task<SharedPhoto>> _sharedPhoto;
    private readonly IProfileRegistry? _registry;
    private readonly CancellationToken _cancellation;
    private readonly Lazy<Task<ReviewFindings>>? _review;

    /// <summary>Creates a context, also for testing a signal by itself.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="photo">Its photo's fingerprint or why there is none; null when the profile has no photo.</param>
    /// <param name="registry">Where to look for other uses of the photo; null finds none.</param>
    /// <param name="now">The time of the check.</param>
    /// <param name="priorProbability">Probability of a fake before any evidence, between 0 and 1.</param>
    /// <param name="cancellationToken">Stops the search for uses.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The prior is not between 0 and 1.</exception>
    public ProfileContext(
        Profile profile,
        PhotoFingerprintResult? photo,
        IProfileRegistry? registry,
        DateTimeOffset now,
        double priorProbability = FakeProfileDetectorOptions.DefaultPriorProbability,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(priorProbability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(priorProbability, 1);
        _registry = registry;
        _cancellation = cancellationToken;
        Profile = profile;
        Photo = photo;
        Now = now;
        PriorBits = WeightOfEvidence.FromProbability(priorProbability);
        _standing = new(() => AccountStanding.Of(profile.History, profile.Photo is not null, now, Weights));
        _uses = new(async () => registry is null || photo?.Fingerprint is not { } fingerprint
            ? PhotoUseResult.None
            : await registry.FindPhotoUsesAsync(fingerprint, profile.Id, cancellationToken).ConfigureAwait(false));
        _sharedPhoto = new(async () => SharedPhotoAnalysis.Analyze(
            profile,
            photo?.Fingerprint ?? throw new InvalidOperationException("The profile has no usable photo."),
            await _uses.Value.ConfigureAwait(false),
            await FindReviewOrNoneAsync().ConfigureAwait(false),
            now,
            Weights));
    }

    /// <summary>The profile under check.</summary>
    public Profile Profile { get; }

    /// <summary>Its photo's fingerprint, or why the photo cannot be used; null when the profile has no photo.</summary>
    public PhotoFingerprintResult? Photo { get; }

    /// <summary>The time of the check.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Log-odds of a fake before any evidence, in bits.</summary>
    public double PriorBits { get; }

    /// <summary>How established the account is.</summary>
    internal AccountStanding Standing => _standing.Value;

    /// <summary>What the facts of a history weigh.</summary>
    internal HistoryWeights Weights { get; init; } = DetectorWeights.Default.History;

    /// <summary>What the other signals of the check look at, so that nothing is counted twice or left out.</summary>
    internal ImmutableHashSet<BuiltInEvidence> Counted { get; init; } = [.. Enum.GetValues<BuiltInEvidence>()];

    /// <summary>Where reviewers' decisions are kept; null where there are none.</summary>
    internal IReviewDecisionStore? Decisions
    {
        get;
        init
        {
            // Most networks at most times have nothing decided in memory: then a check spends nothing on it.
            field = value is InMemoryReviewDecisionStore { IsEmpty: true } ? null : value;
            _review = field is null ? null : new(FindReviewAsync);
        }
    }

    /// <summary>The other profiles that use the photo; none when there is no usable photo.</summary>
    /// <param name="cancellationToken">Stops waiting; other signals may go on waiting for the same search.</param>
    /// <returns>The uses, nearest first.</returns>
    public async ValueTask<PhotoUseResult> GetPhotoUsesAsync(CancellationToken cancellationToken) =>
        await _uses.Value.WaitAsync(cancellationToken).ConfigureAwait(false);

    internal bool Counts(BuiltInEvidence evidence) => Counted.Contains(evidence);

    /// <summary>What reviewers decided about the profile and those that share its photo, looked up once.</summary>
    internal Task<ReviewFindings> GetReviewAsync() => _review?.Value ?? Task.FromResult(ReviewFindings.None);

    /// <summary>Whether that look-up has been started, so that whoever asks for it now is not kept by the store.</summary>
    internal bool IsReviewStarted => _review is { IsValueCreated: true };

    /// <summary>The judgment on the group that shares the photo; needs a usable photo.</summary>
    internal async ValueTask<SharedPhoto> GetSharedPhotoAsync(CancellationToken cancellationToken) =>
        await _sharedPhoto.Value.WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>A store of decisions that fails is the checker's to report; the photo is judged as if nothing were decided.</summary>
    private async ValueTask<ReviewFindings> FindReviewOrNoneAsync()
    {
        try
        {
            return await GetReviewAsync().ConfigureAwait(false);
        }
        catch (Exception) when (!_cancellation.IsCancellationRequested)
        {
            return ReviewFindings.None;
        }
    }

    private async Task<ReviewFindings> FindReviewAsync()
    {
        // Where the photo was not searched for, or in vain, there is only the profile itself to ask about.
        var uses = _uses is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var found } } ? found : PhotoUseResult.None;
        var decisions = DecisionLookup.Of(await Decisions!.FindAsync(
            [Profile.Id, .. uses.Uses.Select(use => use.Holder.Id)], _cancellation).ConfigureAwait(false));
        return decisions.On(Profile.Id)?.Kind == ReviewDecisionKind.Authentic
            ? new(decisions, await PhotoSinceAsync().ConfigureAwait(false))
            : new(decisions, DateTimeOffset.MinValue);
    }

    /// <summary>Since when the profile has had its photo; a re-encoded one is the same photo.</summary>
    private async ValueTask<DateTimeOffset> PhotoSinceAsync()
    {
        if (Photo?.Fingerprint is not { } shown || _registry is null)
        {
            return DateTimeOffset.MinValue;
        }

        return await _registry.FindAsync(Profile.Id, _cancellation).ConfigureAwait(false) switch
        {
            null => DateTimeOffset.MinValue,
            { Photo: { } enrolled, PhotoSince: var since } when shown.Hash.DistanceTo(enrolled.Hash) <= PdqHasher.DefaultMatchRadius => since,
            _ => DateTimeOffset.MaxValue,
        };
    }
}
