using System.Collections.Frozen;

namespace FakeProfileDetector.Web.Pages;

/// <summary>The registrable part of a host's name: <c>contoso.co.uk</c> of <c>team.contoso.co.uk</c>.</summary>
internal static class SiteName
{
    // Under domains of countries: what stands before them and is sold no further than one label below.
    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(
        ["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gov", "gouv", "nom", "ltd", "plc", "me", "sch", "id", "asn", "mil", "in", "nhs", "gen", "firm", "ind", "res", "law", "lg"],
        StringComparer.Ordinal);

    /// <summary>The registrable part of a host's name in lower case.</summary>
    internal static string Of(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 3)
        {
            return host;
        }

        var kept = labels[^1].Length == 2 && Suffixes.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels[^kept..]);
    }

    /// <summary>The name of a site that has one under many countries: <c>pinterest</c> of <c>pinterest.co.uk</c>; null for other endings.</summary>
    internal static string? BrandOf(string site)
    {
        var labels = site.Split('.');
        return labels.Length == 1 ? null : labels.Length == 3 || labels[^1].Length == 2 || labels[^1] == "com" ? labels[0] : null;
    }
}
