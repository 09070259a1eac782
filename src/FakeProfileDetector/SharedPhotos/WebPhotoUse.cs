using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>A page on the web that shows a profile's photo, or is said to.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Subject">Whose page it is.</param>
/// <param name="Names">The name on it, for comparison; null where it names nobody.</param>
/// <param name="FirstSeen">When the photo was first seen there; null when unknown.</param>
/// <param name="IsConfirmed">Whether its picture is a copy of the photo by this library's own comparison.</param>
internal sealed record WebPhotoUse(Uri Url, WebPageSubject Subject, HolderNames? Names, DateTimeOffset? FirstSeen, bool IsConfirmed)
{
    /// <summary>What of an answer concerns a photo. Pages whose picture is another one are left out; so are those that only look alike by what the provider says.</summary>
    /// <param name="result">The provider's answer.</param>
    /// <param name="photo">The photo.</param>
    /// <param name="cancellationToken">Stops the comparisons.</param>
    internal static WebPhotoUse[] Of(WebPhotoSearchResult result, PhotoFingerprint photo, CancellationToken cancellationToken)
    {
        var uses = new List<WebPhotoUse>(result.Pages.Length);
        foreach (var page in result.Pages)
        {
            if (page.Match == WebPhotoMatch.Similar
                || (page.Copy is { } copy && PhotoComparison.Compare(photo, copy, cancellationToken) != PhotoCopyGrade.Exact))
            {
                continue;
            }

            var subject = WebPageReader.Read(page.Url, page.Title);
            uses.Add(new(page.Url, subject, subject.Name is null ? null : HolderNames.Of(subject.Name, []), page.FirstSeen, page.Copy is not null));
        }

        return [.. uses];
    }
}
