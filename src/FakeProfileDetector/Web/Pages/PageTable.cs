using System.Collections.Frozen;

namespace FakeProfileDetector.Web.Pages;

/// <summary>What is known of sites: where their pages stand and what their titles look like.</summary>
/// <remarks>The table is <c>sites.txt</c>.</remarks>
internal sealed class PageTable
{
    private const string File = "sites.txt";
    private const string Everywhere = "everywhere";
    private const string Others = "*";

    private static readonly Lazy<PageTable> Loaded = new(Load);
    private static readonly string[] PlainHosts = ["www", "m", "mobile", "web", "touch", "mbasic"];

    private readonly FrozenDictionary<string, PageSite> _sites;

    private PageTable(PageTableReader reader)
    {
        _sites = reader.Sites.ToFrozenDictionary(StringComparer.Ordinal);
        Examples = reader.Examples;
    }

    /// <summary>The table that ships.</summary>
    internal static PageTable Shipped => Loaded.Value;

    /// <summary>What the table says that it gives.</summary>
    internal IReadOnlyList<PageExample> Examples { get; }

    internal PageReading Read(PageAddress address, PageTitle title)
    {
        var (site, hostHandle) = Find(address);
        foreach (var rule in site.Rules)
        {
            foreach (var path in rule.Paths)
            {
                if (path.Match(address) is { } match)
                {
                    return new PageVisit(address, title, rule, match with { Handle = match.Handle ?? hostHandle }).Read(_sites[Everywhere].Titles, site.Titles);
                }
            }
        }

        return new PageVisit(address, title, new([], PageKind.Other, Trust.Weak, []), default).Read(_sites[Everywhere].Titles, site.Titles);
    }

    /// <summary>The entry of the longest end of a host's name, and the handle that stands before it.</summary>
    private (PageSite Site, string? Handle) Find(PageAddress address)
    {
        var host = address.Host;
        string? before = null;
        while (host.Length >= address.Site.Length && host.Length > 0)
        {
            if (before is not null && _sites.TryGetValue("{handle}." + host, out var own))
            {
                return (own, before);
            }

            if (_sites.TryGetValue(host, out var site))
            {
                return (site, null);
            }

            if (SiteName.BrandOf(host) is { } brand && (host == address.Site || brand == "scholar") && _sites.TryGetValue(brand + ".*", out site))
            {
                return (site, null);
            }

            var dot = host.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                break;
            }

            before = before is null && !PlainHosts.Contains(host[..dot]) ? host[..dot] : null;
            host = host[(dot + 1)..];
        }

        return (_sites[Others], null);
    }

    private static PageTable Load()
    {
        using var stream = typeof(PageTable).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The table {File} is missing from the assembly.");
        using var text = new StreamReader(stream);
        var reader = new PageTableReader();
        reader.Read(text);
        return new(reader);
    }
}
