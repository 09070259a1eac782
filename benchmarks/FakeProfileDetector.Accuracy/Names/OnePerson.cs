using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Names of one person that are taken for two people's: the price that innocent people pay.</summary>
internal sealed class OnePerson
{
    private readonly NamePairSets _pairs;
    private readonly MatcherScores[] _matchers;
    private readonly Table _table;

    internal OnePerson(NamePairSets pairs, MatcherScores[] matchers)
    {
        _pairs = pairs;
        _matchers = matchers;
        _table = new(
            "One person's names wrongly flagged",
            ["pairs", "count", "disjoint or partial conflict", "weight above 0", "not comparable", .. matchers.Select(matcher => $"{matcher.Name}, at its threshold")]);
    }

    internal void Print()
    {
        Add("Congress and government, all forms", _pairs.Congress);
        Add("Congress: nicknames", [.. _pairs.Congress.Where(pair => pair.Category.Contains("nickname", StringComparison.Ordinal))]);
        Add("developers, all", _pairs.Developers);
        Add("developers: handles", [.. _pairs.Developers.Where(pair => pair.Category == "handle")]);
        Add("sanctions list with typing errors", _pairs.Misspelled);
        Add("bibliographic", _pairs.Bibliographic);
        foreach (var category in _pairs.Bibliographic.GroupBy(pair => pair.Category).OrderByDescending(group => group.Count()))
        {
            Add($"bibliographic: {category.Key}", [.. category]);
        }

        _table.Print();
        Console.WriteLine();
        Console.WriteLine("Each threshold is the one that wrongly flags at most 0.3 % of the bibliographic pairs: "
            + string.Join(", ", _matchers.Select(matcher => $"{matcher.Name} {(double.IsPositiveInfinity(matcher.Threshold) ? "none" : $"{matcher.Threshold:0.###}")}")) + ".");
    }

    private void Add(string name, NamePair[] pairs)
    {
        var comparisons = pairs.Select(pair => NameComparer.Compare(pair.A, pair.B)).ToArray();
        _table.Add(
        [
            name,
            $"{pairs.Length:N0}",
            Figures.Percent(Proportion.Of(comparisons, comparison => comparison.Relation is NameRelation.Disjoint or NameRelation.PartialConflict)),
            Figures.Percent(Proportion.Of(comparisons, comparison => comparison.WeightBits > 0)),
            Figures.Percent(Proportion.Of(comparisons, comparison => comparison.Relation == NameRelation.NotComparable)),
            .. _matchers.Select(matcher => Figures.Percent(Proportion.Of(pairs, matcher.IsFlagged))),
        ]);
    }
}
