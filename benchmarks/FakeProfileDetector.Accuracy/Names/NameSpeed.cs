using System.Diagnostics;
using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Matchers;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Reading and comparing names on one core.</summary>
internal sealed class NameSpeed
{
    private static readonly TimeSpan MinimumTime = TimeSpan.FromSeconds(1);

    private readonly Table _table = new("Speed on one core", "work", "pairs", "a second", "bytes a call", "calls that allocate");

    internal static void Measure(NamePairSets pairs)
    {
        var speed = new NameSpeed();
        speed.Add("random different people", pairs.Different(NamePairSets.Random));
        speed.Add("same surname or given name", pairs.Different(NamePairSets.SameSurname, NamePairSets.SameGiven));
        speed.Add("one person's names", pairs.Bibliographic);
        speed._table.Print();
    }

    private void Add(string name, NamePair[] pairs)
    {
        var parsed = pairs.Select(pair => (A: PersonName.Parse(pair.A), B: PersonName.Parse(pair.B))).ToArray();
        Add($"compare parsed, {name}", parsed, static pair => NameComparer.Compare(pair.A, pair.B).WeightBits);
        Add($"parse, {name}", pairs, static pair => PersonName.Parse(pair.A).GetHashCode());
        Add($"parse both and compare, {name}", pairs, static pair => NameComparer.Compare(pair.A, pair.B).WeightBits);
        Add($"Jaro-Winkler, {name}", pairs, new JaroWinklerMatcher().Difference);
    }

    private void Add(string work, NamePair[] pairs, Func<string, string, double> call) => Add(work, pairs, pair => call(pair.A, pair.B));

    private void Add<T>(string work, T[] items, Func<T, double> call)
    {
        // The first round also warms up: tables are read and code is compiled.
        foreach (var item in items)
        {
            call(item);
        }

        var bytes = items.Select(item => Allocated(item, call)).ToArray();
        var (calls, start) = (0L, Stopwatch.GetTimestamp());
        do
        {
            foreach (var item in items)
            {
                call(item);
            }

            calls += items.Length;
        }
        while (Stopwatch.GetElapsedTime(start) < MinimumTime);
        var rate = calls / Stopwatch.GetElapsedTime(start).TotalSeconds;
        _table.Add(work, $"{items.Length:N0}", $"{rate:N0}", $"{bytes.Average():F0}", $"{Figures.Share(Proportion.Of(bytes, count => count > 0))} %");
    }

    private static long Allocated<T>(T item, Func<T, double> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        call(item);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
