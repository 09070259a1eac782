using System.Net;
using System.Text.Json;
using FakeProfileDetector.Web;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FakeProfileDetector.WebSearch.Http;

/// <summary>Sends requests to a provider and tells failures by their kind. No message holds anything that was sent or answered.</summary>
internal sealed class ProviderClient(IHttpClientFactory factory, string name)
{
    /// <summary>Sends a request and hands back the answer's JSON.</summary>
    /// <param name="request">What to send; it is disposed.</param>
    /// <param name="classify">What a failed status means to this provider, from its body; null for the usual meaning.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="WebPhotoSearchException">There is no answer.</exception>
    internal async ValueTask<JsonDocument> SendAsync(
        HttpRequestMessage request, Func<HttpStatusCode, byte[], WebPhotoSearchFailure?> classify, CancellationToken cancellationToken)
    {
        using var sent = request;
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw ProviderFailures.Of(classify(response.StatusCode, body) ?? ProviderFailures.KindOf(response.StatusCode), (int)response.StatusCode, response.Headers.RetryAfter?.Delta);
        }

        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            throw ProviderFailures.InvalidAnswer(e);
        }
    }

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var client = factory.CreateClient(name);
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException e)
        {
            throw new WebPhotoSearchException(
                WebPhotoSearchFailure.TimedOut, "The provider did not answer in time; search again later, or raise AttemptTimeout and TotalTimeout.", e);
        }
        catch (BrokenCircuitException e)
        {
            throw new WebPhotoSearchException(
                WebPhotoSearchFailure.Unavailable, "The provider failed several times in a row and is left alone for a while; search again later.", e);
        }
        catch (HttpRequestException e)
        {
            throw new WebPhotoSearchException(
                WebPhotoSearchFailure.Unavailable, "The provider cannot be reached; check the network and BaseAddress.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebPhotoSearchException(WebPhotoSearchFailure.TimedOut, "The provider did not answer in time; search again later.", e);
        }
    }
}
