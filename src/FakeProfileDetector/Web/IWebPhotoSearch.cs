namespace FakeProfileDetector.Web;

/// <summary>Searches the web for other places that show a photo: a reverse image search.</summary>
/// <remarks>The core library speaks no HTTP; providers come as packages or are the application's own.</remarks>
/// <threadsafety>Implementations are called from many threads at once.</threadsafety>
public interface IWebPhotoSearch
{
    /// <summary>Name of the provider in reports and results, such as <c>tineye</c>.</summary>
    string Provider { get; }

    /// <summary>Searches for a photo.</summary>
    /// <param name="query">The photo.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The pages on which the provider has seen the photo; none is an answer too, and never means that the photo is safe.</returns>
    /// <exception cref="WebPhotoSearchException">The search was not made or failed; <see cref="WebPhotoSearchException.Failure"/> says why.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default);
}
