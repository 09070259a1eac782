using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Names of different people who write both in one script that is not Latin.</summary>
internal sealed class NativeScripts
{
    private const int PairsPerCountry = 200;

    private readonly MatcherScores[] _matchers;
    private readonly NamePair[] _synthetic;
    private readonly NamePair[] _popular;
    private readonly Table _table;

    internal NativeScripts(DataFolder data, NamePairSets pairs, MatcherScores[] matchers)
    {
        _matchers = matchers;
        _synthetic = [.. pairs.Different(NamePairSets.SameCountry).Where(pair => IsNative(pair.A) && IsNative(pair.B))];
        _popular = [.. PopularNames.DifferentPairs(data, PairsPerCountry)];
        _table = new(
            "Different people in native scripts",
            ["pairs", "count", "weight above 0", "disjoint", "partial conflict", "shares a name", "compatible", "not comparable", .. matchers.Select(matcher => $"{matcher.Name}, at its threshold")]);
    }

    /// <summary>All pairs in one script.</summary>
    internal NamePair[] Pairs => [.. _synthetic.Where(IsInOneScript), .. _popular];

    internal void Print()
    {
        Add("all in one script", Pairs);
        AddByScript("generated names", [.. _synthetic.Where(IsInOneScript)]);
        AddByScript("popular names of one country", _popular);
        Add("generated names, two scripts", [.. _synthetic.Where(pair => !IsInOneScript(pair))]);
        _table.Print();
    }

    private static bool IsNative(string name) => Script.Of(name) is not (null or Script.Latin);

    private static bool IsInOneScript(NamePair pair) => Script.Of(pair.A) == Script.Of(pair.B);

    private void AddByScript(string name, NamePair[] pairs)
    {
        Add(name, pairs);
        foreach (var script in pairs.GroupBy(pair => Script.Of(pair.A)!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Add($"{name}: {script.Key}", [.. script]);
        }
    }

    private void Add(string name, NamePair[] pairs)
    {
        var comparisons = pairs.Select(pair => NameComparer.Compare(pair.A, pair.B)).ToArray();
        _table.Add(
        [
            name,
            $"{pairs.Length:N0}",
            Figures.Percent(Proportion.Of(comparisons, comparison => comparison.WeightBits > 0)),
            Share(NameRelation.Disjoint),
            Share(NameRelation.PartialConflict),
            Share(NameRelation.SharesFamilyName, NameRelation.SharesGivenName),
            Share(NameRelation.Identical, NameRelation.Compatible, NameRelation.Nickname, NameRelation.SpellingVariant),
            Share(NameRelation.NotComparable),
            .. _matchers.Select(matcher => Figures.Percent(Proportion.Of(pairs, matcher.IsFlagged))),
        ]);

        string Share(params NameRelation[] relations) =>
            Figures.Share(Proportion.Of(comparisons, comparison => relations.Contains(comparison.Relation)));
    }
}
