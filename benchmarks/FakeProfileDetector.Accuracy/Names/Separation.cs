using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Different people against one person's names: areas under curves, and what is flagged at a price.</summary>
internal sealed class Separation
{
    private const double StrictPrice = 0.003;
    private const double Price = 0.05;

    private readonly NamePairSets _pairs;
    private readonly MatcherScores[] _matchers;
    private readonly Table _table;

    internal Separation(NamePairSets pairs, MatcherScores[] matchers)
    {
        _pairs = pairs;
        _matchers = matchers;
        _table = new("Different people told from one person's names", ["measure", "pairs: same, different", .. matchers.Select(matcher => matcher.Name)]);
    }

    /// <summary>Prints the table, and sets each matcher's threshold to the strict price on the bibliographic pairs.</summary>
    internal void Print()
    {
        var random = _pairs.Different(NamePairSets.Random);
        foreach (var matcher in _matchers)
        {
            matcher.Threshold = matcher.Against(_pairs.Bibliographic, random).AtFalsePositiveRate(StrictPrice).Threshold;
        }

        Add("bibliographic, random others", _pairs.Bibliographic, random, StrictPrice, 2);
        Add("bibliographic, same surname or given name", _pairs.Bibliographic, _pairs.Different(NamePairSets.SameSurname, NamePairSets.SameGiven), Price);
        Add("bibliographic, same surname", _pairs.Bibliographic, _pairs.Different(NamePairSets.SameSurname), Price);
        Add("bibliographic, same given name", _pairs.Bibliographic, _pairs.Different(NamePairSets.SameGiven), Price);
        Add("sanctions cases", [.. _pairs.Sanctions.Where(pair => pair.IsSame)], [.. _pairs.Sanctions.Where(pair => !pair.IsSame)], Price);
        _table.Print();
        Console.WriteLine();
        Console.WriteLine("Areas: Hanley and McNeil's interval in Newcombe's form; shares: Wilson's. The pairs are taken for independent.");
        Console.WriteLine($"Not comparable by {nameof(NameComparer)}, which counts as a weight of 0: "
            + $"{Figures.Percent(NotComparable(_pairs.Bibliographic))} of the bibliographic pairs, "
            + $"{Figures.Percent(NotComparable(random))} of random others, {Figures.Percent(NotComparable(_pairs.Sanctions))} of the sanctions cases.");
    }

    private static Proportion NotComparable(NamePair[] pairs) =>
        Proportion.Of(pairs, pair => NameComparer.Compare(pair.A, pair.B).Relation == NameRelation.NotComparable);

    private void Add(string name, NamePair[] same, NamePair[] different, double price, int digits = 1)
    {
        var sizes = $"{same.Length:N0}, {different.Length:N0}";
        var curves = _matchers.Select(matcher => matcher.Against(same, different)).ToArray();
        var points = curves.Select(curve => curve.AtFalsePositiveRate(price).Counts).ToArray();
        _table.Add([$"{name}: AUC", sizes, .. curves.Select(Figures.Area)]);
        _table.Add([$"{name}: flagged at ≤ {100 * price} % wrongly", sizes, .. points.Select(point => Figures.Percent(point.Recall, digits))]);
        _table.Add([$"{name}: wrongly flagged there", sizes, .. points.Select(point => Figures.Percent(point.FalsePositiveRate, 2))]);
    }
}
