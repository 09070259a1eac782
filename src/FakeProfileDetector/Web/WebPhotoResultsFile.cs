using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Web;

/// <summary>Answers from kept results instead of the web: an analyst's own searches, or earlier answers replayed.</summary>
/// <remarks>
/// A record is found by the hash of its photo, or by its profile where it names no photo, or one that the profile's photo is a whole
/// copy of. Where several providers answered, their pages are put together; of each provider the latest answer counts.
/// A photo of which no record is known is one that was not searched for, which is an error and not an empty answer.
/// </remarks>
/// <threadsafety>Immutable; safe to call from many threads at once.</threadsafety>
public sealed class WebPhotoResultsFile : IWebPhotoSearch
{
    // PDQ's own threshold: a profile whose photo was replaced since is not answered with the old one's pages.
    private const int SamePhoto = 31;

    private readonly ILookup<PhotoHash, WebPhotoRecord> _byPhoto;
    private readonly ILookup<string, WebPhotoRecord> _byProfile;

    /// <summary>Takes records that are in memory.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public WebPhotoResultsFile(IEnumerable<WebPhotoRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        WebPhotoRecord[] all = [.. records];
        _byPhoto = all.Where(record => record.Photo is not null).ToLookup(record => record.Photo!.Value);
        _byProfile = all.Where(record => record.ProfileId is not null).ToLookup(record => record.ProfileId!, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Provider => "file";

    /// <summary>Reads a file as <see cref="WebPhotoSearchJson"/> describes it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its answers; later changes of the file do not reach them.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="WebPhotoResultsException">A line cannot be used.</exception>
    public static WebPhotoResultsFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var file = File.OpenRead(path);
        return new(WebPhotoSearchJson.Read(file));
    }

    /// <inheritdoc/>
    public ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var hash = query.Fingerprint.Hash;
        var records = _byPhoto[hash];
        if (query.ProfileId is { } profile)
        {
            records = records.Union(_byProfile[profile].Where(record => (record.Photo?.DistanceTo(hash) ?? 0) <= SamePhoto));
        }

        WebPhotoSearchResult[] latest = [.. records
            .Select(record => record.Result)
            .GroupBy(result => result.Provider, StringComparer.Ordinal)
            .Select(answers => answers.MaxBy(answer => answer.SearchedAt)!)];
        return latest.Length switch
        {
            0 => throw new WebPhotoSearchException(
                WebPhotoSearchFailure.NotKept, "The file of results knows nothing of this photo; search for it and add the answer."),
            1 => new(latest[0]),
            _ => new(Join(latest)),
        };
    }

    private static WebPhotoSearchResult Join(WebPhotoSearchResult[] results) => new()
    {
        Provider = string.Join('+', results.Select(result => result.Provider)),
        SearchedAt = results.Min(result => result.SearchedAt),
        IsComplete = results.All(result => result.IsComplete),

        // Of a page that several know, the one with a fingerprint is worth more.
        Pages = [.. results.SelectMany(result => result.Pages).OrderBy(page => page.Copy is null).DistinctBy(page => page.Url)],
    };
}
