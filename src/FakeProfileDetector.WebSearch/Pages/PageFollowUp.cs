using System.Collections.Concurrent;
using System.Collections.Immutable;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>Completes what a provider found: titles where it gives none, and the fingerprints of the pages' images.</summary>
/// <remarks>What cannot be had in time is left out; nothing here fails a search.</remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal sealed class PageFollowUp(PageFetcher fetcher, IPhotoFingerprinter fingerprinter, WebSearchOptions options, TimeProvider time)
{
    private const int AtOnce = 4;

    // A page's best images; more of them are hardly ever copies where the first ones are none.
    private const int ImagesPerPage = 2;

    internal async ValueTask<ImmutableArray<WebPhotoPage>> CompleteAsync(ImmutableArray<WebPhotoPage> pages, bool haveTitles)
    {
        using var timeout = new CancellationTokenSource(options.FetchTimeout, time);
        var titles = options.ReadTitles && !haveTitles ? ReadTitlesAsync(pages, timeout.Token) : Task.FromResult<IReadOnlyDictionary<Uri, string>>(ImmutableDictionary<Uri, string>.Empty);
        var copies = options.ConfirmCopies ? ConfirmAsync(pages, timeout.Token) : Task.FromResult<IReadOnlyDictionary<Uri, PhotoFingerprint>>(ImmutableDictionary<Uri, PhotoFingerprint>.Empty);
        await Task.WhenAll(titles, copies).ConfigureAwait(false);
        return [.. pages.Select(page => Completed(page, titles.Result, copies.Result))];
    }

    private static WebPhotoPage Completed(WebPhotoPage page, IReadOnlyDictionary<Uri, string> titles, IReadOnlyDictionary<Uri, PhotoFingerprint> copies) => new()
    {
        Url = page.Url,
        Title = page.Title ?? titles.GetValueOrDefault(page.Url),
        Match = page.Match,
        Images = page.Images,
        FirstSeen = page.FirstSeen,
        Copy = page.Images.Select(image => copies.GetValueOrDefault(image)).FirstOrDefault(copy => copy is not null),
    };

    private async Task<IReadOnlyDictionary<Uri, string>> ReadTitlesAsync(ImmutableArray<WebPhotoPage> pages, CancellationToken cancellationToken)
    {
        var titles = new ConcurrentDictionary<Uri, string>();
        var addresses = pages.Where(page => page.Title is null).Select(page => page.Url).Distinct().Take(options.MaximumFetches);
        await ForEachAsync(
            addresses,
            async address =>
            {
                if (await fetcher.FetchTitleAsync(address, cancellationToken).ConfigureAwait(false) is { } title)
                {
                    titles[address] = title;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return titles;
    }

    private async Task<IReadOnlyDictionary<Uri, PhotoFingerprint>> ConfirmAsync(ImmutableArray<WebPhotoPage> pages, CancellationToken cancellationToken)
    {
        var copies = new ConcurrentDictionary<Uri, PhotoFingerprint>();
        var tried = new HashSet<Uri>();
        for (var turn = 0; turn < ImagesPerPage; turn++)
        {
            // Every page gets its first image before any gets another, and whole matches come before parts.
            Uri[] images = [.. pages
                .Where(page => page.Images.Length > turn && !page.Images.Any(copies.ContainsKey))
                .OrderByDescending(page => page.Match)
                .Select(page => page.Images[turn])
                .Distinct()
                .Where(image => !tried.Contains(image))
                .Take(options.MaximumFetches - tried.Count)];
            tried.UnionWith(images);
            await ForEachAsync(
                images,
                async image =>
                {
                    if (await fetcher.FetchImageAsync(image, cancellationToken).ConfigureAwait(false) is { } bytes
                        && fingerprinter.Fingerprint(bytes.Span, cancellationToken).Fingerprint is { } copy)
                    {
                        copies[image] = copy;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }

        return copies;
    }

    private static Task ForEachAsync(IEnumerable<Uri> addresses, Func<Uri, ValueTask> fetch, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        addresses,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (address, _) =>
        {
            try
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    await fetch(address).ConfigureAwait(false);
                }
            }
            catch (Exception)
            {
                // Out of time, or something that nobody foresaw: the page stays as the provider told it.
            }
        });
}
