using System.Collections.Concurrent;
using System.Text;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>Sites' robots.txt, each read once a day at most. Source: RFC 9309.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal sealed class RobotsCache(PageClient client, Func<Uri, bool> isWeb, TimeProvider time)
{
    private const int MaximumSites = 1000;

    // RFC 9309 asks for at least 500 KiB.
    private static readonly FetchKind File = new("text/plain", 512 * 1024, TakesStart: true);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _sites = new(StringComparer.OrdinalIgnoreCase);

    internal async ValueTask<bool> AllowsAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!_sites.TryGetValue(site, out var known) || known.Until <= time.GetUtcNow())
        {
            known = (await ReadAsync(new(site + "/robots.txt"), cancellationToken).ConfigureAwait(false), time.GetUtcNow() + Lifetime);
            if (_sites.Count >= MaximumSites)
            {
                _sites.Clear();
            }

            _sites[site] = known;
        }

        return known.Rules.Allow(address.PathAndQuery);
    }

    private async ValueTask<RobotsRules> ReadAsync(Uri file, CancellationToken cancellationToken)
    {
        var robots = await client.FetchAsync(file, File, (address, _) => new(isWeb(address)), cancellationToken).ConfigureAwait(false);
        return robots.Outcome switch
        {
            FetchOutcome.Fetched => RobotsRules.Parse(Encoding.UTF8.GetString(robots.Bytes.Span)),
            FetchOutcome.Absent => RobotsRules.AllowAll,
            _ => RobotsRules.AllowNothing,
        };
    }
}
