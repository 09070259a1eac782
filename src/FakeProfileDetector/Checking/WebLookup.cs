using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Web;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Checking;

/// <summary>Searches the web for a photo where the policy asks for it. A search that fails or hangs costs what it knows and not the check.</summary>
internal sealed class WebLookup(IWebPhotoSearch? search, WebSearchPolicy policy, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    // Beside so sure a judgment on the enrolled holders the web adds nothing.
    private const double Decided = 0.9;

    /// <summary>Searches and judges.</summary>
    /// <param name="profile">The profile under check.</param>
    /// <param name="photo">Its photo's fingerprint; null when it has none.</param>
    /// <param name="shared">The judgment on the enrolled profiles that share the photo.</param>
    /// <param name="review">What reviewers decided.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal async ValueTask<WebPhotos> FindAsync(
        Profile profile, PhotoFingerprintResult? photo, SharedPhoto? shared, ReviewOutcome review, CancellationToken cancellationToken)
    {
        if (search is null || photo?.Fingerprint is not { } fingerprint || IsNobodys(fingerprint, shared) || !IsAskedFor(profile, shared, review))
        {
            return WebPhotos.NotAsked;
        }

        var query = new WebPhotoQuery { Fingerprint = fingerprint, Photo = profile.Photo?.Encoded ?? default, ProfileId = profile.Id };
        using var limit = new TimeLimit(timeout, time, cancellationToken);
        var token = limit.Token;
        try
        {
            // A search that blocks its thread has one of its own.
            var result = await Task.Run(() => search.SearchAsync(query, token).AsTask(), CancellationToken.None).WaitAsync(token).ConfigureAwait(false);
            return WebPhotos.Of(profile, WebPhotoUse.Of(result, fingerprint, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (WebPhotoSearchException e) when (e.Failure == WebPhotoSearchFailure.NotKept)
        {
            return WebPhotos.NotAsked;
        }
        catch (Exception e)
        {
            Telemetry.RecordFailure();
            CheckerLog.WebSearchFailed(logger, limit.IsOver ? "a timeout" : e.GetType().Name);
            return WebPhotos.Failed(limit.IsOver ? TimeLimit.ReasonOf(ReasonCodes.WebSearchTimedOut, Beginning, timeout) : ToReason(e));
        }
    }

    private const string Beginning = "The web could not be searched for the photo: the search";

    /// <summary>Whether a program drew the picture or a network hands it out: whoever has it on the web, that says nothing.</summary>
    /// <remarks>The picture itself tells, also where the enrolled profiles could not be searched.</remarks>
    private static bool IsNobodys(PhotoFingerprint fingerprint, SharedPhoto? shared) =>
        fingerprint.Content is { IsGenerated: true } || shared?.Kind is SharedPhotoKind.Benign;

    private bool IsAskedFor(Profile profile, SharedPhoto? shared, ReviewOutcome review) => policy switch
    {
        WebSearchPolicy.Always => true,
        WebSearchPolicy.WhenUndecided => profile.History?.IsVerified != true
            && review.Decision is null
            && shared?.Kind != SharedPhotoKind.NotCompared
            && !(shared is { MayReport: true, FakeProbability: >= Decided }),
        _ => false,
    };

    /// <summary>The message of an unknown exception may quote personal data; the type does not.</summary>
    private static Reason ToReason(Exception exception) => exception is WebPhotoSearchException { Failure: var failure }
        ? failure switch
        {
            WebPhotoSearchFailure.OverBudget => new(ReasonCodes.WebSearchOverBudget, "The web was not searched for the photo: the budget for searches is used up."),
            WebPhotoSearchFailure.TimedOut => new(ReasonCodes.WebSearchTimedOut, "The web could not be searched for the photo: the provider did not answer in time."),
            WebPhotoSearchFailure.KeyRefused => Failed("the provider refuses the key"),
            WebPhotoSearchFailure.RateLimited => Failed("the provider asks to slow down"),
            WebPhotoSearchFailure.PhotoRefused => Failed("there is no photo that the provider takes"),
            WebPhotoSearchFailure.InvalidAnswer => Failed("the provider's answer cannot be read"),
            _ => Failed("the provider is unavailable"),
        }
        : new(ReasonCodes.WebSearchFailed, $"{Beginning} failed with {exception.GetType().Name}.");

    private static Reason Failed(string why) => new(ReasonCodes.WebSearchFailed, $"The web could not be searched for the photo: {why}.");
}
