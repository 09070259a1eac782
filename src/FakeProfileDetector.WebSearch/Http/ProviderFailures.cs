using System.Net;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch.Http;

/// <summary>What a provider's status means, and what helps.</summary>
internal static class ProviderFailures
{
    internal static WebPhotoSearchFailure KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden => WebPhotoSearchFailure.KeyRefused,
        HttpStatusCode.TooManyRequests => WebPhotoSearchFailure.RateLimited,
        HttpStatusCode.RequestTimeout => WebPhotoSearchFailure.TimedOut,
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity =>
            WebPhotoSearchFailure.PhotoRefused,
        >= HttpStatusCode.InternalServerError => WebPhotoSearchFailure.Unavailable,
        _ => WebPhotoSearchFailure.InvalidAnswer,
    };

    /// <param name="failure">What it means.</param>
    /// <param name="code">The provider's own code, for the log.</param>
    /// <param name="wait">How long the provider asks to wait; null when it does not say.</param>
    internal static WebPhotoSearchException Of(WebPhotoSearchFailure failure, int code, TimeSpan? wait = null) => new(failure, failure switch
    {
        WebPhotoSearchFailure.KeyRefused => FormattableString.Invariant(
            $"The provider refuses the key (code {code}); check that it is whole and not expired, that its restrictions allow this service and machine, and that the service and its billing are enabled."),
        WebPhotoSearchFailure.RateLimited => wait is { } time
            ? FormattableString.Invariant($"The provider asks to wait for {time.TotalSeconds:0} seconds (code {code}); search again then, or lower MaximumConcurrency.")
            : FormattableString.Invariant($"The provider asks to slow down (code {code}); search again later, lower MaximumConcurrency, or raise the quota."),
        WebPhotoSearchFailure.PhotoRefused => FormattableString.Invariant($"The provider cannot take the photo (code {code}); search for another rendition of it."),
        WebPhotoSearchFailure.Unavailable => FormattableString.Invariant($"The provider failed (code {code}); search again later."),
        WebPhotoSearchFailure.TimedOut => FormattableString.Invariant($"The provider did not answer in time (code {code}); search again later."),
        _ => FormattableString.Invariant($"The provider's answer is not what it documents (code {code}); check BaseAddress."),
    });

    internal static WebPhotoSearchException InvalidAnswer(Exception? inner = null) => new(
        WebPhotoSearchFailure.InvalidAnswer, "The provider's answer cannot be read; check BaseAddress, and look for a newer version of this package.", inner);
}
