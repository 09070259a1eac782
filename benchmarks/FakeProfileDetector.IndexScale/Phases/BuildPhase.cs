using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>How fast is an index filled, from a span and from a stream?</summary>
internal sealed class BuildPhase : IPhase
{
    // A span takes 40 bytes an entry beside the index.
    private const int MaximumInSpan = 30_000_000;

    public string Name => "build";

    public void Run(Session session)
    {
        var entries = session.Options.Entries;
        var table = new Table("Build", "how", "entries a second", "÷ scan", "cores busy", "most memory, bytes an entry");
        table.Add("linear scan, one by one", $"{session.Scan.AddsPerSecond:N0}", Format.Ratio(1), "-", "-");
        if (entries <= MaximumInSpan)
        {
            AddRow("index from a span", BuildFromSpan(session), "-");
            ProcessMemory.Release();
        }

        var making = Work.Time(() => MakeHashes(session));
        _ = session.Index;
        AddRow("index from a stream", session.BuildWork, $"{(double)session.BuildResidentPeak / entries:F1}");
        AddRow("making the hashes of the stream", making, "-");
        table.Print();

        void AddRow(string how, Work work, string memory) => table.Add(
            how, $"{entries / work.Seconds:N0}", Format.Ratio(entries / work.Seconds / session.Scan.AddsPerSecond), $"{work.Cores:F2}", memory);
    }

    private static void MakeHashes(Session session)
    {
        foreach (var _ in session.Source.Entries(0, session.Options.Entries))
        {
        }
    }

    /// <summary>The repetition of median time.</summary>
    private static Work BuildFromSpan(Session session)
    {
        HammingEntry[] entries = [.. session.Source.Entries(0, session.Options.Entries)];
        var works = new List<Work>();
        for (var repetition = 0; repetition < session.Options.Repetitions; repetition++)
        {
            using var index = new MultiIndexHashIndex();
            works.Add(Work.Time(() => index.AddRange(entries.AsSpan())));
        }

        return works.OrderBy(work => work.Seconds).ElementAt(works.Count / 2);
    }
}
