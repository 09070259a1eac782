namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>Fetches what may be fetched: public web addresses on the usual ports, where robots.txt allows it.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal sealed class PageFetcher
{
    // A head with its title is at the beginning, however long the page.
    private const int PageBytes = 512 * 1024;

    private static readonly FetchKind Page = new("text/html,application/xhtml+xml", PageBytes, TakesStart: true);

    private readonly PageClient _client;
    private readonly RobotsCache? _robots;
    private readonly FetchKind _image;
    private readonly bool _allowAnyPort;

    internal PageFetcher(PageClient client, WebSearchOptions options, TimeProvider time)
    {
        _client = client;
        _image = new("image/jpeg,image/png,image/webp,image/gif,image/bmp", options.MaximumImageBytes, TakesStart: false);
        _allowAnyPort = options.AllowAnyPort;
        _robots = options.RespectRobots ? new RobotsCache(client, IsWeb, time) : null;
    }

    /// <summary>An image's bytes, whatever they are; null when they could not be had.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>?> FetchImageAsync(Uri address, CancellationToken cancellationToken)
    {
        var file = await _client.FetchAsync(address, _image, MayFetchAsync, cancellationToken).ConfigureAwait(false);
        return file.Outcome == FetchOutcome.Fetched ? file.Bytes : null;
    }

    /// <summary>A page's title; null when it has none or could not be had.</summary>
    internal async ValueTask<string?> FetchTitleAsync(Uri address, CancellationToken cancellationToken)
    {
        var file = await _client.FetchAsync(address, Page, MayFetchAsync, cancellationToken).ConfigureAwait(false);
        return file.Outcome == FetchOutcome.Fetched && file.MediaType is null or "text/html" or "application/xhtml+xml"
            ? HtmlTitle.Read(HtmlText.Decode(file.Bytes.Span, file.Charset))
            : null;
    }

    private async ValueTask<bool> MayFetchAsync(Uri address, CancellationToken cancellationToken) =>
        IsWeb(address) && (_robots is null || await _robots.AllowsAsync(address, cancellationToken).ConfigureAwait(false));

    private bool IsWeb(Uri address) => address is { IsAbsoluteUri: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 }
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && (address.Port is 80 or 443 || _allowAnyPort);
}
