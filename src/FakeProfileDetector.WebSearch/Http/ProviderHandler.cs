using System.Net.Http.Headers;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Budget;

namespace FakeProfileDetector.WebSearch.Http;

/// <summary>Sets the key or token on a request.</summary>
internal delegate ValueTask Authorize(HttpRequestHeaders headers, CancellationToken cancellationToken);

/// <summary>Sends one attempt: counted, with the key on it while it is sent, and its answer read whole but bounded.</summary>
/// <remarks>It is the innermost handler, so that retries are counted too, slow answers meet the time-out, and no other handler sees the key.</remarks>
internal sealed class ProviderHandler(SearchBudget budget, Authorize authorize, params string[] secretHeaders) : DelegatingHandler
{
    /// <summary>The most bytes of an answer.</summary>
    internal const int MaximumAnswerBytes = 8 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await authorize(request.Headers, cancellationToken).ConfigureAwait(false);
        try
        {
            var reservation = await budget.ReserveAsync(cancellationToken).ConfigureAwait(false);
            HttpResponseMessage response;
            try
            {
                response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException e) when (WasNotSent(e))
            {
                await budget.ReleaseAsync(reservation).ConfigureAwait(false);
                throw;
            }

            return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var header in secretHeaders)
            {
                request.Headers.Remove(header);
            }
        }
    }

    private static bool WasNotSent(HttpRequestException e) => e.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static async Task<HttpResponseMessage> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await BoundedBody.ReadAsync(response.Content, MaximumAnswerBytes, cancellationToken).ConfigureAwait(false)
                ?? throw new WebPhotoSearchException(
                    WebPhotoSearchFailure.InvalidAnswer, $"The provider's answer is larger than {MaximumAnswerBytes / 1024 / 1024} MB; ask for fewer pages with MaximumPages.");
            response.Content.Dispose();
            response.Content = new ByteArrayContent(body);
            return response;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            response.Dispose();
            throw new WebPhotoSearchException(WebPhotoSearchFailure.InvalidAnswer, "The provider's answer ended too early; search again.", e);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
