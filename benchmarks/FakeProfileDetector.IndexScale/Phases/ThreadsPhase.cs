using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>How many more searches do two threads make than one?</summary>
internal sealed class ThreadsPhase : IPhase
{
    private const int MaximumThreads = 2;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    public string Name => "threads";

    public void Run(Session session)
    {
        Searcher.WarmUp(session.Index, session.MixedQueries(), session.Options.Radius);
        var perSecond = Enumerable.Range(0, MaximumThreads).Select(_ => new List<double>()).ToArray();
        for (var repetition = 0; repetition < session.Options.Repetitions; repetition++)
        {
            for (var threads = 1; threads <= MaximumThreads; threads++)
            {
                perSecond[threads - 1].Add(Search(session, threads));
            }
        }

        var one = Statistics.Median(perSecond[0]);
        var table = new Table("Threads", "threads", "searches a second", "÷ one thread", "÷ scan on one");
        for (var threads = 1; threads <= MaximumThreads; threads++)
        {
            var median = Statistics.Median(perSecond[threads - 1]);
            table.Add($"{threads}", $"{median:N0}", Format.Ratio(median / one), Format.Ratio(median * session.ScanLatencies.Mean));
        }

        table.Print();
    }

    private static double Search(Session session, int threads)
    {
        var queries = Enumerable.Range(0, threads).Select(_ => session.MixedQueries()).ToArray();
        var searches = 0L;
        var work = Work.Time(() =>
        {
            var goOn = Limit.Time(Time);
            Task.WaitAll(Array.ConvertAll(queries, own => Task.Factory.StartNew(
                () => Interlocked.Add(ref searches, session.Measure(own, session.Options.Radius, goOn).Searches),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        });
        return searches / work.Seconds;
    }
}
