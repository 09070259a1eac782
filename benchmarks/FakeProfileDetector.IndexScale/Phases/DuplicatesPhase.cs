using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>What does a photo that very many members share, such as a default avatar, cost all the others?</summary>
internal sealed class DuplicatesPhase : IPhase
{
    private const int Count = 100_000;
    private const int FewSearches = 100;

    // Too far to be a match, near enough to share parts of the hash.
    private const int DistanceBeyondRadius = 17;

    public string Name => "duplicates";

    public void Run(Session session)
    {
        var radius = session.Options.Radius;
        var avatar = session.Following(1)[0];
        session.Index.Add(avatar.Hash, avatar.Key);
        session.Stored++;
        session.Compact();
        (string What, Func<Query[]> Queries)[] kinds =
        [
            ("strangers", session.Strangers),
            ($"{radius + DistanceBeyondRadius} bits from the photo", () => session.Neighbors(avatar, radius + DistanceBeyondRadius)),
        ];
        var before = Array.ConvertAll(kinds, kind => session.Measure(kind.Queries));

        session.Index.AddRange([.. Enumerable.Range(0, Count).Select(i => new HammingEntry(avatar.Hash, session.Stored + i))]);
        session.Compact();

        var table = new Table($"{Count:N0} entries of one hash", "queries", "p50 before", "p50 after", "after ÷ before", "p99 before", "p99 after", "scan p50 ÷ p50");
        for (var i = 0; i < kinds.Length; i++)
        {
            AddRow(kinds[i].What, before[i], session.Measure(kinds[i].Queries));
        }

        var all = session.Neighbors(avatar, radius / 2);
        AddRow($"{radius / 2} bits from the photo: all are matches", null, session.Measure(all, radius, Limit.Searches(FewSearches)));
        table.Print();

        void AddRow(string what, Latencies? earlier, Latencies after) => table.Add(
            what,
            earlier is null ? "-" : Format.Time(earlier.P50), Format.Time(after.P50), earlier is null ? "-" : Format.Ratio(after.P50 / earlier.P50),
            earlier is null ? "-" : Format.Time(earlier.P99), Format.Time(after.P99), Format.Ratio(session.ScanLatencies.P50 / after.P50));
    }
}
