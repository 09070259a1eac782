using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index;

/// <summary>All stored hashes within a Hamming distance of a query, exactly: recall is 1.</summary>
/// <remarks>
/// An entry is a hash and a number; everything else about a photo lives in the store. An entry that was added is found
/// by every search that starts later, and one that was removed by none.
/// </remarks>
/// <threadsafety>All members may be called from many threads at once; searches are never blocked.</threadsafety>
public interface IHammingIndex
{
    /// <summary>Entries stored now.</summary>
    long Count { get; }

    /// <summary>Adds an entry. Equal hashes and repeated keys are allowed.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="key">What the caller calls the entry; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative key.</exception>
    void Add(PhotoHash hash, long key);

    /// <summary>Adds many entries; all are visible when it returns.</summary>
    /// <param name="entries">The entries. Equal hashes and repeated keys are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An entry has a negative key; none is added.</exception>
    void AddRange(ReadOnlySpan<HammingEntry> entries);

    /// <summary>Removes one entry with this hash and key.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative key.</exception>
    bool Remove(PhotoHash hash, long key);

    /// <summary>Finds every entry within a distance of the query, in no particular order.</summary>
    /// <param name="query">The hash to look for.</param>
    /// <param name="radius">Inclusive, in bits, 0–256.</param>
    /// <param name="results">Receives the matches after what it holds already; reuse it to avoid allocation.</param>
    /// <param name="cancellationToken">Stops a long search.</param>
    /// <exception cref="ArgumentOutOfRangeException">Radius outside 0–256.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled; <paramref name="results"/> is incomplete.</exception>
    void Search(PhotoHash query, int radius, ICollection<HammingMatch> results, CancellationToken cancellationToken = default);

    /// <summary>Searches for several hashes at once, which may take less time than one after the other.</summary>
    /// <param name="queries">The hashes to look for; any number.</param>
    /// <param name="radius">Inclusive, in bits, 0–256.</param>
    /// <param name="results">Receives the matches, in no particular order, after what it holds already; each names its query.</param>
    /// <param name="cancellationToken">Stops a long search.</param>
    /// <remarks>Unless an index does better, this searches for one after the other.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Radius outside 0–256.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled; <paramref name="results"/> is incomplete.</exception>
    void SearchBatch(
        ReadOnlySpan<PhotoHash> queries,
        int radius,
        ICollection<HammingMatch> results,
        CancellationToken cancellationToken = default)
    {
        IndexArguments.CheckSearch(radius, results);
        var matches = new List<HammingMatch>();
        for (var query = 0; query < queries.Length; query++)
        {
            matches.Clear();
            Search(queries[query], radius, matches, cancellationToken);
            foreach (var match in matches)
            {
                results.Add(new(match.Key, match.Distance, query));
            }
        }
    }
}
