using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Http;

namespace FakeProfileDetector.WebSearch.TinEye;

/// <summary>Reads the answer of TinEye's <c>search</c>: a match is an image, and its backlinks are the pages that show it.</summary>
internal static class TinEyeAnswer
{
    internal static ProviderAnswer Read(JsonElement answer, int maximumPages)
    {
        try
        {
            var fields = new JsonFields(answer, string.Empty);
            if (fields.Number("code") is { } code and not (int)HttpStatusCode.OK)
            {
                throw ProviderFailures.Of(ProviderFailures.KindOf((HttpStatusCode)code), code);
            }

            var matches = (fields.Object("results") ?? throw ProviderFailures.InvalidAnswer()).Objects("matches");
            WebPhotoPage[] pages = [.. matches.SelectMany(Pages).DistinctBy(page => page.Url)];
            var total = fields.Object("stats")?.Number("total_results");
            return new([.. pages.Take(maximumPages)], IsComplete: matches.Count >= total && pages.Length <= maximumPages);
        }
        catch (JsonFieldException e)
        {
            throw ProviderFailures.InvalidAnswer(e);
        }
    }

    private static IEnumerable<WebPhotoPage> Pages(JsonFields match)
    {
        // TinEye's own copy of the image, for where the site's is gone.
        var kept = WebAddress.TryParse(match.Text("image_url"));
        WebPhotoPage[] pages = [.. match.Objects("backlinks").Select(backlink => Page(backlink, kept)).OfType<WebPhotoPage>()];
        if (pages.Length > 0)
        {
            return pages;
        }

        // Of a collection of stock pictures only the site is told.
        return WebAddress.TryParse($"https://{match.Text("domain")}/") is { } site ? [new() { Url = site, Images = Images(null, kept) }] : [];
    }

    private static WebPhotoPage? Page(JsonFields backlink, Uri? kept) => WebAddress.TryParse(backlink.Text("backlink")) is { } url
        ? new()
        {
            // How much of the photo it shows is not said: a score tells how alike the images are.
            Url = url,
            Images = Images(WebAddress.TryParse(backlink.Text("url")), kept),
            FirstSeen = Day(backlink.Text("crawl_date")),
        }
        : null;

    private static ImmutableArray<Uri> Images(Uri? onSite, Uri? kept) => [.. new[] { onSite, kept }.OfType<Uri>().Distinct()];

    private static DateTimeOffset? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;
}
