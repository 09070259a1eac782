namespace FakeProfileDetector.Web.Pages;

/// <summary>An address in the parts that rules look at.</summary>
internal sealed class PageAddress
{
    // Deeper folders and longer ones say nothing, and time must stay bounded.
    private const int MaximumSegments = 12;
    private const int MaximumLength = 2048;

    private readonly string _query;

    private PageAddress(string host, string site, string[] segments, string query)
    {
        Host = host;
        Site = site;
        Segments = segments;
        _query = query;
    }

    /// <summary>The host in lower case, as DNS has it (punycode); empty where there is none.</summary>
    internal string Host { get; }

    /// <summary>The registrable part of the host.</summary>
    internal string Site { get; }

    /// <summary>The folders and the file of the path, unescaped.</summary>
    internal string[] Segments { get; }

    internal static PageAddress Of(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return new(string.Empty, string.Empty, [], string.Empty);
        }

        var host = HostOf(url);
        var path = url.AbsolutePath;
        string[] segments = path.Length > MaximumLength ? []
            : [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(MaximumSegments).Select(Uri.UnescapeDataString)];
        return new(host, url.HostNameType == UriHostNameType.Dns ? SiteName.Of(host) : host, segments, url.Query.Length > MaximumLength ? string.Empty : url.Query);
    }

    /// <summary>A value of the query; null where it has none of that name.</summary>
    internal string? Query(string name)
    {
        foreach (var part in _query.TrimStart('?').Split('&'))
        {
            if (part.Length > name.Length + 1 && part[name.Length] == '=' && part.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return Uri.UnescapeDataString(part[(name.Length + 1)..]);
            }
        }

        return null;
    }

    private static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost.ToLowerInvariant().TrimEnd('.');
        }
        catch (UriFormatException)
        {
            // A name that has no form in DNS.
            return url.Host.ToLowerInvariant().TrimEnd('.');
        }
    }
}
