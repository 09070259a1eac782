using System.Collections.Immutable;
using System.Globalization;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Signals.WebReuse;

/// <summary>The signal's reasons: stable codes, sentences, and the addresses of pages as facts; never their pictures.</summary>
internal sealed class WebReuseReasons(int maximumPages)
{
    internal static readonly Reason NotSearched = new(ReasonCodes.WebNotSearched, "The web was not searched for the photo: there is none to search for, no search, or other evidence decides.");

    internal static readonly Reason NotFound = new(ReasonCodes.PhotoNotOnWeb, "The search of the web knows no page with this photo, which is no proof of anything.");

    internal Reason OtherNames(WebPhotos found)
    {
        var own = found.Own.Count > 0 ? " The profile's own name stands there as well." : string.Empty;
        var first = found.WasFirst ? " The profile is known to have shown it before." : string.Empty;
        return new(
            ReasonCodes.PhotoOnWebUnderOtherNames,
            $"The photo is on {Sites(found.Others)} under {Count(found.OtherPeople, "name", "names")} that cannot be this profile's; the copies were compared.{own}{first}")
        {
            Facts = Facts(found.Others).Add("people", Number(found.OtherPeople)),
        };
    }

    internal Reason Unconfirmed(WebPhotos found) => new(
        ReasonCodes.WebCopiesUnconfirmed,
        $"A search says that the photo, or a part of it, is on {Sites(found.Unconfirmed)} under another name; the pictures could not be compared.")
    {
        Facts = Facts(found.Unconfirmed),
    };

    internal Reason OwnPages(WebPhotos found) => new(
        ReasonCodes.PhotoOnOwnPages, $"The photo is on {Sites(found.Own)} under a name that may be this profile's.")
    {
        Facts = Facts(found.Own),
    };

    internal Reason PublicFigure(WebPhotos found)
    {
        var pages = found.Others.Where(use => use.Subject.Kind == WebPageKind.PublicFigure).ToArray();
        return new(ReasonCodes.PhotoOfPublicFigure, "The photo is that of a public figure of another name.") { Facts = Facts(pages) };
    }

    internal Reason Stock(IReadOnlyList<WebPhotoUse> pages) => new(
        ReasonCodes.StockPhotoOnWeb, $"The photo is offered by {Count(WebPhotos.CountSites(pages), "library", "libraries")} of stock pictures.")
    {
        Facts = Facts(pages),
    };

    internal Reason ScamWarning(IReadOnlyList<WebPhotoUse> pages) => new(
        ReasonCodes.PhotoOnScamWarning, $"The photo is on {Sites(pages)} that warn of scams: scammers use it, whoever's it is.")
    {
        Facts = Facts(pages),
    };

    internal Reason NobodyNamed(WebPhotos found) => new(
        ReasonCodes.PhotoOnWebUnnamed, $"The photo is on {Sites(found.Uses)}, on pages that name nobody, or a name that is like this profile's.")
    {
        Facts = Facts(found.Uses),
    };

    private ImmutableSortedDictionary<string, string> Facts(IReadOnlyList<WebPhotoUse> uses)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        facts["pages"] = Number(uses.Count);
        facts["sites"] = Number(WebPhotos.CountSites(uses));
        foreach (var (i, use) in uses.Take(maximumPages).Index())
        {
            facts[string.Create(CultureInfo.InvariantCulture, $"page-{i + 1:00}")] = use.Url.AbsoluteUri;
        }

        return facts.ToImmutable();
    }

    private static string Sites(IEnumerable<WebPhotoUse> uses) => Count(WebPhotos.CountSites(uses), "site", "sites");

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{Number(count)} {many}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
