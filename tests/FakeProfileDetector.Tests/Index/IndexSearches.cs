using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

/// <summary>Searches whose results have an order, so that two indexes can be compared.</summary>
internal static class IndexSearches
{
    private static readonly Comparison<HammingMatch> ByKey =
        static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Distance.CompareTo(b.Distance);

    internal static HammingMatch[] Find(this IHammingIndex index, PhotoHash query, int radius)
    {
        var results = new List<HammingMatch>();
        index.Search(query, radius, results, TestContext.Current.CancellationToken);
        results.Sort(ByKey);
        return [.. results];
    }

    /// <summary>One batch, its matches put with their queries.</summary>
    internal static HammingMatch[][] FindBatch(this IHammingIndex index, PhotoHash[] queries, int radius)
    {
        var results = new List<HammingMatch>();
        index.SearchBatch(queries, radius, results, TestContext.Current.CancellationToken);
        var found = Array.ConvertAll(queries, _ => new List<HammingMatch>());
        foreach (var match in results)
        {
            found[match.Query].Add(new(match.Key, match.Distance));
        }

        return Array.ConvertAll(found, matches =>
        {
            matches.Sort(ByKey);
            return matches.ToArray();
        });
    }

    /// <summary>What the definition says that a search finds.</summary>
    internal static HammingMatch[] Expect(IEnumerable<HammingEntry> entries, PhotoHash query, int radius)
    {
        var matches = entries.Select(entry => new HammingMatch(entry.Key, query.DistanceTo(entry.Hash)))
            .Where(match => match.Distance <= radius).ToArray();
        Array.Sort(matches, ByKey);
        return matches;
    }

    /// <summary>Fails, naming the first matches that are missing or too many, when an index does not answer as another does.</summary>
    internal static void AssertSameAs(this IHammingIndex actual, IHammingIndex expected, PhotoHash query, int radius) =>
        AssertSame(expected.Find(query, radius), actual.Find(query, radius), query, radius);

    internal static void AssertSame(HammingMatch[] expected, HammingMatch[] actual, PhotoHash query, int radius)
    {
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            var missing = expected.Except(actual).Take(3);
            var invented = actual.Except(expected).Take(3);
            Assert.Fail(
                $"Radius {radius} around {query}: {actual.Length} matches instead of {expected.Length};"
                + $" missing [{Text(missing)}], invented [{Text(invented)}].");
        }
    }

    private static string Text(IEnumerable<HammingMatch> matches) => string.Join(", ", matches.Select(match => $"{match.Key} at {match.Distance}"));
}
