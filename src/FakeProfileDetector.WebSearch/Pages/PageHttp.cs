using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>Registers the HTTP client that fetches pages and images, of which anybody may be the author.</summary>
internal static class PageHttp
{
    internal static void Add(IServiceCollection services, string name, string? network) =>
        services.AddHttpClient(name, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => Create(provider.GetOptions<WebSearchOptions>(network).IsAllowedAddress));

    private static SocketsHttpHandler Create(Func<IPAddress, bool> isAllowed) => new()
    {
        // Redirects are followed by hand, each through the same checks; a proxy would do the connecting that is guarded here.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseDrainSize = 0,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, isAllowed, cancellationToken),
    };

    /// <summary>Looks the name up and connects to what was looked up: a name that is looked up twice may lead elsewhere the second time.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, Func<IPAddress, bool> isAllowed, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        var addresses = Array.FindAll(found, address => isAllowed(address));
        if (addresses.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The address is not on the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
