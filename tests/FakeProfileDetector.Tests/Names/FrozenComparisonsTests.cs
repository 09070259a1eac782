using System.Globalization;
using FakeProfileDetector.Names;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names;

/// <summary>
/// Invented pairs of names with all that is said of them. A change here changes past scores: it must be meant, raise the scoring version
/// and stand in the change log.
/// </summary>
public sealed class FrozenComparisonsTests
{
    [Fact]
    public void Compare_FrozenPairs_GivesTheSameAsEver()
    {
        var path = Path.Combine(SharedData.RepositoryRoot(), "tests", "FakeProfileDetector.Tests", "Names", "frozen-comparisons.tsv");
        var changed = new List<string>();
        foreach (var row in File.ReadLines(path).Skip(1))
        {
            var cells = row.Split('\t');
            var now = Said(NameComparer.Compare(cells[0], cells[1]));
            if (now != string.Join('\t', cells[2..]) || now != Said(NameComparer.Compare(cells[1], cells[0])))
            {
                changed.Add($"{row} | {now}");
            }
        }

        Assert.Empty(changed);
    }

    private static string Said(NameComparison comparison) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.Relation.ToCode()}\t{comparison.WeightBits:0.0##}\t{string.Join(' ', comparison.Reasons.Select(reason => reason.Code))}");
}
