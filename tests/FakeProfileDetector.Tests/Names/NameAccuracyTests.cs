using System.Globalization;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Names;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names;

/// <summary>Floors a little under what the comparison of names reaches on labeled pairs, so that a change for the worse shows.</summary>
public sealed class NameAccuracyTests
{
    [Fact]
    public void Compare_StrangersNames_AreFlaggedWithoutFlaggingOnePersons()
    {
        var curve = Curve(Bibliographic(), Different("neg_random"));

        Assert.InRange(curve.AtFalsePositiveRate(0.003).Counts.Recall.Share!.Value.Value, 0.99, 1);
    }

    [Fact]
    public void Compare_StrangersWhoShareAWord_AreToldFromOnePersonsNames()
    {
        var curve = Curve(Bibliographic(), [.. Different("neg_same_surname"), .. Different("neg_same_given")]);

        Assert.InRange(curve.Area!.Value.Value, 0.987, 1);
        Assert.InRange(curve.AtFalsePositiveRate(0.05).Counts.Recall.Share!.Value.Value, 0.965, 1);
    }

    [Fact]
    public void Compare_SanctionsCases_AreRanked()
    {
        var pairs = Read("pairs_nomenklatura_person.tsv").ToLookup(pair => pair.IsSame);

        Assert.InRange(Curve([.. pairs[true]], [.. pairs[false]]).Area!.Value.Value, 0.89, 1);
    }

    [Fact]
    public void Compare_OfficialNicknameAndShortForms_HardlyEverConflict()
    {
        var pairs = Read("pairs_us_congress.tsv");

        Assert.NotEmpty(pairs);
        Assert.InRange(pairs.Count(pair => Conflicts(pair.A, pair.B)), 0, pairs.Count / 200);
    }

    [Fact]
    public void Compare_DifferentNamesInOneNativeScript_AreFlagged()
    {
        var pairs = Different("neg_global_same_country")
            .Where(pair => PersonName.Parse(pair.A).Scripts is not (NameScripts.Latin or NameScripts.None)
                && PersonName.Parse(pair.A).Scripts == PersonName.Parse(pair.B).Scripts)
            .ToList();

        Assert.InRange(pairs.Count, 100, int.MaxValue);
        Assert.InRange(pairs.Count(pair => NameComparer.Compare(pair.A, pair.B).WeightBits > 0), pairs.Count * 0.98, pairs.Count);
    }

    /// <summary>Single words: as whole names they are not comparable, but whole names are made of them.</summary>
    [Theory]
    [InlineData("wd_russian", 0.96)]
    [InlineData("wd_arabic", 0.965)]
    [InlineData("wd_hebrew", 0.96)]
    [InlineData("wd_chinese", 0.92)]
    [InlineData("wd_korean", 0.83)]
    [InlineData("wd_japanese", 0.96)]
    public void SpellingBits_TransliteratedWords_AreFoundAtOnePercentFalse(string script, double floor)
    {
        var rows = SharedData.ReadTable(SharedData.PathOf("names/token_translit_wikidata.tsv")).Where(row => row["script"] == script)
            .Select(row => (Latin: row["latin"], Native: row["native"])).Distinct().ToArray();
        var known = rows.ToHashSet();
        var random = new Random(1);
        var cases = rows.Select(row => new ScoredLabel(Bits(row.Latin, row.Native), true)).ToList();
        while (cases.Count < rows.Length + 20_000)
        {
            var pair = (rows[random.Next(rows.Length)].Latin, rows[random.Next(rows.Length)].Native);
            if (!known.Contains(pair))
            {
                cases.Add(new(Bits(pair.Latin, pair.Native), false));
            }
        }

        var found = RocCurve.From(cases).AtFalsePositiveRate(0.01).Counts.Recall.Share!.Value.Value;
        Assert.True(found >= floor, found.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static double Bits(string latin, string native)
    {
        var (a, b) = (Single(latin), Single(native));
        return a is null || b is null ? -99 : TokenComparer.IsUsualSpelling(a, b) ? 99 : TokenComparer.SpellingBits(a, b);
    }

    /// <summary>The word as it is inside a name: a Chinese given name alone would be split.</summary>
    private static NameToken? Single(string word) => PersonName.Parse($"Ana {word}").Tokens is [_, var token] ? token : null;

    private static bool Conflicts(string a, string b) =>
        NameComparer.Compare(a, b).Relation is NameRelation.Disjoint or NameRelation.PartialConflict;

    private static RocCurve Curve(IEnumerable<Pair> same, IEnumerable<Pair> different) =>
        RocCurve.From(same.Concat(different).Select(pair => new ScoredLabel(Difference(pair), !pair.IsSame)));

    /// <summary>The weight; identical names weigh nothing because impersonators copy them, and here differ least of all.</summary>
    private static double Difference(Pair pair) => NameComparer.Compare(pair.A, pair.B) switch
    {
        { Relation: NameRelation.Identical } => double.NegativeInfinity,
        { WeightBits: var bits } => bits,
    };

    private static List<Pair> Bibliographic() => Read("pairs_dblp_alias.tsv");

    private static List<Pair> Different(string group) => [.. Read("pairs_negatives.tsv").Where(pair => pair.Group == group)];

    private static List<Pair> Read(string file) => [.. SharedData.ReadTable(SharedData.PathOf($"names/{file}"))
        .Select(row => new Pair(row["group"], row["name1"], row["name2"], row["same"] == "1"))];

    private sealed record Pair(string Group, string A, string B, bool IsSame);
}
