using System.Collections.Immutable;
using System.Text.Json;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Http;

namespace FakeProfileDetector.WebSearch.GoogleVision;

/// <summary>Reads an <c>AnnotateImage</c> answer. Source: Cloud Vision REST reference, v1, <c>WebDetection</c>.</summary>
internal static class GoogleVisionAnswer
{
    internal static ProviderAnswer Read(JsonElement answer)
    {
        try
        {
            var response = new JsonFields(answer, string.Empty).Objects("responses") is [var first, ..] ? first : throw ProviderFailures.InvalidAnswer();
            if (response.Object("error") is { } error && error.Number("code") is { } code and not 0)
            {
                throw ProviderFailures.Of(KindOf(code), code);
            }

            // A photo that is nowhere has no webDetection, or one without pages.
            return new(response.Object("webDetection") is { } detection ? Pages(detection) : [], IsComplete: false);
        }
        catch (JsonFieldException e)
        {
            throw ProviderFailures.InvalidAnswer(e);
        }
    }

    private static ImmutableArray<WebPhotoPage> Pages(JsonFields detection)
    {
        List<WebPhotoPage> pages = [.. detection.Objects("pagesWithMatchingImages").Select(Page).OfType<WebPhotoPage>()];

        // Images whose page is not known stand for themselves.
        var known = pages.SelectMany(page => page.Images).ToHashSet();
        foreach (var (match, name) in new[] { (WebPhotoMatch.Full, "fullMatchingImages"), (WebPhotoMatch.Partial, "partialMatchingImages") })
        {
            pages.AddRange(Images(detection, name).Where(known.Add).Select(image => new WebPhotoPage { Url = image, Match = match, Images = [image] }));
        }

        return [.. pages];
    }

    private static WebPhotoPage? Page(JsonFields page)
    {
        if (WebAddress.TryParse(page.Text("url")) is not { } url)
        {
            return null;
        }

        ImmutableArray<Uri> full = [.. Images(page, "fullMatchingImages")];
        ImmutableArray<Uri> partial = [.. Images(page, "partialMatchingImages")];
        return new()
        {
            Url = url,
            Title = page.Text("pageTitle") is { Length: > 0 } title ? title : null,
            Match = !full.IsEmpty ? WebPhotoMatch.Full : !partial.IsEmpty ? WebPhotoMatch.Partial : WebPhotoMatch.Unknown,
            Images = [.. full, .. partial],
        };
    }

    private static IEnumerable<Uri> Images(JsonFields fields, string name) =>
        fields.Objects(name).Select(image => WebAddress.TryParse(image.Text("url"))).OfType<Uri>();

    /// <summary>The codes of google.rpc.Code.</summary>
    private static WebPhotoSearchFailure KindOf(int code) => code switch
    {
        3 or 9 or 11 => WebPhotoSearchFailure.PhotoRefused,
        4 => WebPhotoSearchFailure.TimedOut,
        7 or 16 => WebPhotoSearchFailure.KeyRefused,
        8 => WebPhotoSearchFailure.RateLimited,
        _ => WebPhotoSearchFailure.Unavailable,
    };
}
