using FakeProfileDetector.Photos;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Web.Pages;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>A reverse image search of the made-up web: it knows for each member which pages show the photo.</summary>
internal sealed class MadeUpWeb(IEnumerable<PlantedAccount> accounts, IPhotoFingerprinter fingerprinter) : IWebPhotoSearch
{
    private readonly Dictionary<string, PlantedAccount> _accounts = accounts.ToDictionary(account => account.Member.Id, StringComparer.Ordinal);

    public string Provider => "made-up";

    public ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default)
    {
        var account = _accounts[query.ProfileId!];
        return account.Failure is { } failure
            ? throw new WebPhotoSearchException(failure, "The made-up web is not searched.")
            : new(new WebPhotoSearchResult { Provider = Provider, SearchedAt = HistoryPool.Now, Pages = [.. account.Pages.Select(ToPage)] });
    }

    /// <summary>A page as a provider gives it, its picture fetched and hashed as the package for searches does.</summary>
    private WebPhotoPage ToPage(ShownPage shown) => new()
    {
        Url = new(shown.Page.Url),
        Title = shown.Page.Title,
        Match = shown.Match,
        FirstSeen = shown.FirstSeen,
        Copy = shown.Picture is { } file && fingerprinter.Fingerprint(file) is { IsUsable: true, Fingerprint: var copy } ? copy : null,
    };
}
