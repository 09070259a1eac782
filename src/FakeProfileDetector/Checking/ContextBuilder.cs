using System.Collections.Immutable;
using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Checking;

/// <summary>Finds out what the signals need to know of a profile: each look-up once, and the judgment on a shared photo.</summary>
/// <remarks>A registry or store of decisions that fails or hangs costs what it knows and not the check.</remarks>
internal sealed class ContextBuilder(
    IProfileRegistry? registry, IReviewDecisionStore? decisions, IProfileRelations? relationsOf, WebLookup? web, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    private readonly NameRelations _names = new();

    /// <summary>Gathers what is known.</summary>
    /// <param name="profile">The profile under check.</param>
    /// <param name="photo">Its photo's fingerprint; null when it has none.</param>
    /// <param name="weights">What the facts of a history weigh.</param>
    /// <param name="prior">Probability of a fake before any evidence.</param>
    /// <param name="counted">What the signals of the check look at.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    internal async ValueTask<(ProfileContext Context, ReviewOutcome Review)> BuildAsync(
        Profile profile,
        PhotoFingerprintResult? photo,
        HistoryWeights weights,
        double prior,
        ImmutableHashSet<BuiltInEvidence> counted,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (uses, failure) = await FindUsesAsync(profile, photo, cancellationToken).ConfigureAwait(false);
        var review = await FindReviewAsync(profile, photo, uses ?? PhotoUseResult.None, cancellationToken).ConfigureAwait(false);
        var (relations, relationsFailure) = await FindRelationsAsync(profile, uses, cancellationToken).ConfigureAwait(false);
        var findings = new HolderFindings(review.Findings, relations ?? [], relationsFailure is not null, WebPhotos.NotAsked);
        var shared = Judge(findings);
        var webPhotos = web is null
            ? WebPhotos.NotAsked
            : await web.FindAsync(profile, photo, shared, review, cancellationToken).ConfigureAwait(false);
        var context = new ProfileContext(profile, now, prior)
        {
            Photo = photo,
            PhotoUses = uses ?? PhotoUseResult.None,
            PhotoSearchFailure = failure,
            RelationsFailure = relationsFailure,
            SharedPhoto = webPhotos.Uses.Count == 0 ? shared : Judge(findings with { Web = webPhotos }),
            WebPhotos = webPhotos,
            Standing = AccountStanding.Of(profile.History, profile.Photo is not null, now, weights),
            Counted = counted,
        };
        return (context, review);

        SharedPhoto? Judge(HolderFindings found) => uses is null || photo?.Fingerprint is not { } fingerprint
            ? null
            : SharedPhotoAnalysis.Analyze(profile, fingerprint, uses, found, _names, now, weights);
    }

    private async ValueTask<(PhotoUseResult? Uses, Reason? Failure)> FindUsesAsync(
        Profile profile, PhotoFingerprintResult? photo, CancellationToken cancellationToken)
    {
        if (photo?.Fingerprint is not { } fingerprint)
        {
            return (null, null);
        }

        if (registry is null)
        {
            return (PhotoUseResult.None, null);
        }

        var (uses, failure) = await LookUpAsync(
            token => registry.FindPhotoUsesAsync(fingerprint, profile.Id, token), cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            return (uses, null);
        }

        CheckerLog.PhotoSearchFailed(logger, failure.Type);
        return (null, failure.ToReason(
            failure.IsTimeout ? ReasonCodes.PhotoSearchTimedOut : ReasonCodes.PhotoSearchFailed,
            "Other uses of the photo could not be searched for: the search"));
    }

    private async ValueTask<(IReadOnlyList<ProfileRelation>? Relations, Reason? Failure)> FindRelationsAsync(
        Profile profile, PhotoUseResult? uses, CancellationToken cancellationToken)
    {
        if (relationsOf is null || uses is null || uses.Uses.IsEmpty)
        {
            return ([], null);
        }

        var (relations, failure) = await LookUpAsync(
            token => relationsOf.FindAsync(profile.Id, [.. uses.Uses.Select(use => use.Holder.Id)], token), cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            return (relations, null);
        }

        CheckerLog.RelationsUnavailable(logger, failure.Type);
        return (null, failure.ToReason(ReasonCodes.RelationsUnavailable, "How the profile relates to those that share its photo could not be looked up: the look-up"));
    }

    private async ValueTask<ReviewOutcome> FindReviewAsync(
        Profile profile, PhotoFingerprintResult? photo, PhotoUseResult uses, CancellationToken cancellationToken)
    {
        // Most networks at most times have nothing decided in memory: then a check spends nothing on it.
        if (decisions is null or InMemoryReviewDecisionStore { IsEmpty: true })
        {
            return ReviewOutcome.None;
        }

        var (review, failure) = await LookUpAsync(
            token => FindReviewAsync(decisions, profile, photo, uses, token), cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            return review;
        }

        CheckerLog.DecisionsUnavailable(logger, failure.Type);
        return ReviewOutcome.None with
        {
            Failure = failure.ToReason(ReasonCodes.DecisionsUnavailable, "Reviewers' decisions could not be read: the store"),
        };
    }

    private async ValueTask<ReviewOutcome> FindReviewAsync(
        IReviewDecisionStore store, Profile profile, PhotoFingerprintResult? photo, PhotoUseResult uses, CancellationToken cancellationToken)
    {
        var found = DecisionLookup.Of(await store.FindAsync(
            [profile.Id, .. uses.Uses.Select(use => use.Holder.Id)], cancellationToken).ConfigureAwait(false));
        var decision = found.On(profile.Id);
        var since = decision?.Kind == ReviewDecisionKind.Authentic
            ? await FindPhotoSinceAsync(profile.Id, photo, cancellationToken).ConfigureAwait(false)
            : DateTimeOffset.MinValue;
        return new(new(found, since), decision, Failure: null);
    }

    /// <summary>Since when the profile has had its photo; a re-encoded one is the same photo.</summary>
    private async ValueTask<DateTimeOffset> FindPhotoSinceAsync(
        string profileId, PhotoFingerprintResult? photo, CancellationToken cancellationToken)
    {
        if (photo?.Fingerprint is not { } shown || registry is null)
        {
            return DateTimeOffset.MinValue;
        }

        return await registry.FindAsync(profileId, cancellationToken).ConfigureAwait(false) switch
        {
            null => DateTimeOffset.MinValue,
            { Photo: { } enrolled, PhotoSince: var since } when shown.Hash.DistanceTo(enrolled.Hash) <= PdqHasher.DefaultMatchRadius => since,
            _ => DateTimeOffset.MaxValue,
        };
    }

    /// <summary>Runs a look-up, which may block its thread forever: it gets another one, and the check goes on without it.</summary>
    private async ValueTask<(T? Value, LookupFailure? Failure)> LookUpAsync<T>(
        Func<CancellationToken, ValueTask<T>> lookUp, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, time, cancellationToken);
        var token = limit.Token;
        try
        {
            return (await Task.Run(() => lookUp(token).AsTask(), CancellationToken.None).WaitAsync(token).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Telemetry.RecordFailure();

            // The message may quote personal data; the type does not.
            return (default, limit.IsOver
                ? new("a timeout", IsTimeout: true, timeout)
                : new(e.GetType().Name, IsTimeout: false, timeout));
        }
    }

    /// <summary>How a look-up failed, for the log and as a reason.</summary>
    private sealed record LookupFailure(string Type, bool IsTimeout, TimeSpan Timeout)
    {
        internal Reason ToReason(string code, string beginning) => IsTimeout
            ? TimeLimit.ReasonOf(code, beginning, Timeout)
            : new(code, $"{beginning} failed with {Type}.");
    }
}
