using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Pages;
using FakeProfileDetector.WebSearch.Sending;

namespace FakeProfileDetector.WebSearch;

/// <summary>A provider behind everything that all share: kept answers, one search for equal questions, a limit on how many run at once.</summary>
/// <remarks>
/// A search that was begun is carried through, even where everybody who waited for it has left: it is paid for, and its answer is kept.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Without a wait handle the semaphore holds nothing to free.")]
internal sealed class SharedWebPhotoSearch(
    IWebSearchProvider provider, ReducedJpeg jpeg, PageFollowUp followUp, WebSearchOptions options, TimeProvider time) : IWebPhotoSearch
{
    private readonly Lock _lock = new();
    private readonly AnswerCache _answers = new(options.CacheDuration, options.MaximumCacheEntries, time);
    private readonly Dictionary<AnswerKey, Lazy<Task<WebPhotoSearchResult>>> _running = [];
    private readonly SemaphoreSlim _slots = new(options.MaximumConcurrency);

    public string Provider => provider.Name;

    public async ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var key = AnswerKey.Of(query.Fingerprint);
        Lazy<Task<WebPhotoSearchResult>>? running;
        lock (_lock)
        {
            if (_answers.Find(key) is { } known)
            {
                return known;
            }

            if (!_running.TryGetValue(key, out running))
            {
                if (query.Photo.IsEmpty)
                {
                    throw new WebPhotoSearchException(
                        WebPhotoSearchFailure.PhotoRefused, "Only the photo's fingerprint is known, which no provider can search for; supply the photo itself.");
                }

                running = new(() => Observed(RunAsync(key, query.Photo)));
                _running.Add(key, running);
            }
        }

        return await running.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same task, whose failure is nobody's surprise where nobody waits for it any more.</summary>
    private static Task<WebPhotoSearchResult> Observed(Task<WebPhotoSearchResult> task)
    {
        _ = task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    private async Task<WebPhotoSearchResult> RunAsync(AnswerKey key, ReadOnlyMemory<byte> photo)
    {
        WebPhotoSearchResult? result = null;
        try
        {
            // Before the first wait: the photo is the caller's, who may leave, and what waits for its turn is small.
            var sent = jpeg.Encode(photo.Span);
            await _slots.WaitAsync().ConfigureAwait(false);
            try
            {
                return result = await SearchAsync(sent).ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(key);
                if (result is not null)
                {
                    _answers.Add(key, result);
                }
            }
        }
    }

    private async Task<WebPhotoSearchResult> SearchAsync(byte[] sent)
    {
        var now = time.GetUtcNow();
        var answer = await provider.SearchAsync(sent, CancellationToken.None).ConfigureAwait(false);
        return new()
        {
            Provider = provider.Name,
            SearchedAt = now,
            Pages = await followUp.CompleteAsync(answer.Pages, provider.GivesTitles).ConfigureAwait(false),
            IsComplete = answer.IsComplete,
        };
    }
}
