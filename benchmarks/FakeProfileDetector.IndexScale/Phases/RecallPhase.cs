using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>Does the index find exactly what comparing with every hash finds?</summary>
/// <remarks>The hashes are made again block by block and compared with every query, so that no second copy takes memory.</remarks>
internal sealed class RecallPhase : IPhase
{
    private const int MaximumFlips = 40;
    private const long Comparisons = 20_000_000_000;
    private const int MinimumQueries = 2 * (MaximumFlips + 1);
    private const int MaximumQueries = 2_000;

    public string Name => "recall";

    public void Run(Session session)
    {
        var count = (int)Math.Clamp(Comparisons / session.Stored, MinimumQueries, MaximumQueries);
        var queries = session.MixedQueries(count, MaximumFlips);
        var radius = session.Options.Radius;
        var expected = Compare(session, queries, radius);

        var found = new List<HammingMatch>();
        var recall = default(Recall);
        var surplus = 0L;
        for (var i = 0; i < queries.Length; i++)
        {
            found.Clear();
            session.Index.Search(queries[i].Hash, radius, found);
            var missed = expected[i].Except(found).Count();
            recall += new Recall(expected[i].Count - missed, expected[i].Count);
            surplus += found.Count - (expected[i].Count - missed);
        }

        session.Note(recall);
        var table = new Table($"Everything found, planted at 0 to {MaximumFlips} bits", "radius", "queries", "neighbors", "found", "found wrongly", "recall");
        table.Add($"{radius}", $"{queries.Length:N0}", $"{recall.Expected:N0}", $"{recall.Found:N0}", $"{surplus:N0}", recall.ToString());
        table.Print();
    }

    private static List<HammingMatch>[] Compare(Session session, Query[] queries, int radius)
    {
        var matches = Array.ConvertAll(queries, _ => new List<HammingMatch>());
        foreach (var chunk in session.Source.Entries(0, session.Stored).Chunk(1024))
        {
            for (var i = 0; i < queries.Length; i++)
            {
                foreach (var entry in chunk)
                {
                    var distance = queries[i].Hash.DistanceTo(entry.Hash);
                    if (distance <= radius)
                    {
                        matches[i].Add(new(entry.Key, distance));
                    }
                }
            }
        }

        return matches;
    }
}
