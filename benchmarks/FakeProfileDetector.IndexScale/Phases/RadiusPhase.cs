using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>Up to which radius is the index faster than the scan?</summary>
internal sealed class RadiusPhase : IPhase
{
    private const int MaximumQueries = 2_000;

    private static readonly TimeSpan TimePerRadius = TimeSpan.FromSeconds(3);

    public string Name => "radius";

    public IReadOnlyCollection<int> ScanRadii { get; } = [0, 8, 16, 24, 31, 36, 40, 48, 56, 64, 80];

    public void Run(Session session)
    {
        var table = new Table("Radius", "radius", "scan p50", "index p50", "scan ÷ index", "index p99", "recall");
        foreach (var radius in ScanRadii)
        {
            var scan = session.Scan.ByRadius[radius];
            Searcher.WarmUp(session.Index, session.MixedQueries(MaximumQueries, radius), radius);
            var index = session.Measure(session.MixedQueries(MaximumQueries, radius), radius, Limit.SearchesWithin(MaximumQueries, TimePerRadius));
            table.Add(
                $"{radius}", Format.Time(scan.P50), Format.Time(index.P50), Format.Ratio(scan.P50 / index.P50),
                Format.Time(index.P99), index.Recall.ToString());
        }

        table.Print();
    }
}
