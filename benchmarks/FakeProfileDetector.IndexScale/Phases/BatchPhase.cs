using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.IndexScale.Measuring;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>What do many queries at once gain over one after the other?</summary>
internal sealed class BatchPhase : IPhase
{
    private static readonly int[] Sizes = [8, 64, 512];

    public string Name => "batch";

    public void Run(Session session)
    {
        var radius = session.Options.Radius;
        Searcher.WarmUp(session.Index, session.MixedQueries(), radius);
        SearchInBatches(session, session.MixedQueries(), Sizes[0]);

        // In turn, so that what disturbs the machine disturbs all of them.
        var single = new List<double>();
        var batched = Array.ConvertAll(Sizes, _ => new List<double>());
        var recall = new Recall[Sizes.Length];
        for (var repetition = 0; repetition < session.Options.Repetitions; repetition++)
        {
            single.Add(1 / session.Measure(session.MixedQueries(), radius, Limit.Searches(session.Options.Queries)).Mean);
            for (var i = 0; i < Sizes.Length; i++)
            {
                var (perSecond, found) = SearchInBatches(session, session.MixedQueries(), Sizes[i]);
                batched[i].Add(perSecond);
                recall[i] += found;
            }
        }

        var scanPerSecond = 1 / session.ScanLatencies.Mean;
        var singlePerSecond = Statistics.Median(single);
        var table = new Table("Batches", "queries at once", "searches a second", "÷ one by one", "÷ scan", "recall");
        table.Add("1", $"{singlePerSecond:N0}", Format.Ratio(1), Format.Ratio(singlePerSecond / scanPerSecond), "-");
        for (var i = 0; i < Sizes.Length; i++)
        {
            var perSecond = Statistics.Median(batched[i]);
            table.Add($"{Sizes[i]}", $"{perSecond:N0}", Format.Ratio(perSecond / singlePerSecond), Format.Ratio(perSecond / scanPerSecond), recall[i].ToString());
        }

        table.Print();
    }

    private static (double PerSecond, Recall Recall) SearchInBatches(Session session, Query[] queries, int size)
    {
        var hashes = Array.ConvertAll(queries, query => query.Hash).AsSpan();
        var results = new List<HammingMatch>(1024);
        var recall = default(Recall);
        var ticks = 0L;
        for (var first = 0; first < queries.Length; first += size)
        {
            ReadOnlySpan<PhotoHash> batch = hashes.Slice(first, Math.Min(size, queries.Length - first));
            results.Clear();
            var start = Stopwatch.GetTimestamp();
            session.Index.SearchBatch(batch, session.Options.Radius, results);
            ticks += Stopwatch.GetTimestamp() - start;
            for (var i = 0; i < batch.Length; i++)
            {
                if (queries[first + i] is { IsPlanted: true } query)
                {
                    recall = recall.With(results.Contains(new(query.Key, query.Distance, i)));
                }
            }
        }

        session.Note(recall);
        return (queries.Length * (double)Stopwatch.Frequency / ticks, recall);
    }
}
