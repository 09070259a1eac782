using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Cli.WebSearch;

/// <summary>Reads a member's photo again when the web is searched for it: a scan keeps fingerprints only.</summary>
/// <param name="search">Searches the web.</param>
/// <param name="photos">Where the photos are.</param>
/// <param name="members">The members by their ids.</param>
internal sealed class MemberPhotoSearch(IWebPhotoSearch search, PhotoFolder photos, IReadOnlyDictionary<string, Member> members) : IWebPhotoSearch
{
    public string Provider => search.Provider;

    public ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default)
    {
        if (query.Photo.IsEmpty && query.ProfileId is { } id && members.TryGetValue(id, out var member) && member.Photo is { } photo
            && photos.PathOf(photo, out _) is { } path)
        {
            query = new() { Fingerprint = query.Fingerprint, Photo = PhotoFile.Read(path, PhotoFile.NamedInTable, out _), ProfileId = id };
        }

        return search.SearchAsync(query, cancellationToken);
    }
}
