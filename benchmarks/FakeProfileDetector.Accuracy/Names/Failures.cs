using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Pairs on whose wrong side the comparison comes down, to learn from.</summary>
internal sealed class Failures(int limit)
{
    internal void Print(NamePair[] pairs)
    {
        var table = new Table("Wrongly judged", "names", "group", "category", "one person", "relation", "bits");
        var wrong = pairs.Select(pair => (Pair: pair, Comparison: NameComparer.Compare(pair.A, pair.B)))
            .Where(item => item.Pair.IsSame ? item.Comparison.WeightBits > 0 : item.Comparison.Relation.IsCompatible());
        foreach (var (pair, comparison) in wrong.GroupBy(item => (item.Pair.Group, item.Pair.Category)).SelectMany(group => group.Take(limit)))
        {
            table.Add($"{pair.A} · {pair.B}", pair.Group, pair.Category, pair.IsSame ? "yes" : "no", comparison.Relation.ToCode(), $"{comparison.WeightBits:0.0}");
        }

        table.Print();
    }
}
