using System.Net;
using FakeProfileDetector.WebSearch.Http;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>What is fetched, and how much of it.</summary>
/// <param name="Accept">The types that are asked for.</param>
/// <param name="MaximumBytes">The most bytes that are read.</param>
/// <param name="TakesStart">Whether the beginning of a longer file is enough; else it is refused.</param>
internal sealed record FetchKind(string Accept, int MaximumBytes, bool TakesStart);

/// <summary>Fetches files from the web: a few redirects, bounded bytes, and never an error.</summary>
internal sealed class PageClient(IHttpClientFactory factory, string name)
{
    /// <summary>How it names itself, and where to complain.</summary>
    internal const string UserAgent = "FakeProfileDetector/1.0 (+https://github.com/FakeProfileDetector/FakeProfileDetector)";

    private const int MaximumRedirects = 3;

    /// <summary>Fetches a file.</summary>
    /// <param name="address">Where.</param>
    /// <param name="kind">What.</param>
    /// <param name="mayFetch">Asked for the address and for each that it redirects to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal async ValueTask<FetchedFile> FetchAsync(
        Uri address, FetchKind kind, Func<Uri, CancellationToken, ValueTask<bool>> mayFetch, CancellationToken cancellationToken)
    {
        try
        {
            for (var redirects = 0; redirects <= MaximumRedirects; redirects++)
            {
                if (!await mayFetch(address, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }

                using var request = Request(address, kind);
                using var response = await factory.CreateClient(name)
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
                if (RedirectOf(response, address) is not { } next)
                {
                    return await ReadAsync(response, kind, cancellationToken).ConfigureAwait(false);
                }

                address = next;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or UriFormatException or InvalidOperationException)
        {
            // Sites are gone, broken or hostile every day; what they sent is not worth an error.
        }

        return new(FetchOutcome.Failed);
    }

    private static HttpRequestMessage Request(Uri address, FetchKind kind)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", kind.Accept);
        return request;
    }

    private static Uri? RedirectOf(HttpResponseMessage response, Uri address) => response switch
    {
        {
            StatusCode: HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect,
            Headers.Location: { } location,
        } => new(address, location),
        _ => null,
    };

    private static async ValueTask<FetchedFile> ReadAsync(HttpResponseMessage response, FetchKind kind, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new((int)response.StatusCode is >= 400 and < 500 ? FetchOutcome.Absent : FetchOutcome.Failed);
        }

        var (bytes, length) = await BoundedBody.ReadStartAsync(response.Content, kind.MaximumBytes + 1, cancellationToken).ConfigureAwait(false);
        if (length > kind.MaximumBytes && !kind.TakesStart)
        {
            return new(FetchOutcome.Failed);
        }

        var type = response.Content.Headers.ContentType;
        return new(FetchOutcome.Fetched, bytes.AsMemory(0, Math.Min(length, kind.MaximumBytes)), type?.MediaType?.ToLowerInvariant(), type?.CharSet);
    }
}
