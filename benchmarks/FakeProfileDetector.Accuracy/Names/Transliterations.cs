using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Matchers;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Names in Latin and in another script that are found to agree, where few that do not belong together are.</summary>
/// <remarks>
/// The data holds single words, and a single word is no comparable name: two random words of a script make a name, once in
/// each script. Of a pair that does not belong together neither word of one is a known form of a word of the other.
/// Figures that are quoted for other matchers are of single words as a rule.
/// </remarks>
internal sealed class Transliterations(DataFolder data)
{
    private const double FalseShare = 0.01;
    private const int DifferentPairs = 20_000;
    private const int Seed = 1;

    private readonly WordPair[] _words = WordPair.Read(data);

    internal void Print()
    {
        Print("Names of two words across scripts", NameMatchers.AcrossScripts, words: 2);
        Print("Single words across scripts", NameMatchers.SingleWords, words: 1);
    }

    private static NamePair Name(WordPair[] latin, WordPair[] native, bool isSame) =>
        new(latin[0].Script, string.Join(' ', latin.Select(word => word.Latin)), string.Join(' ', native.Select(word => word.Native)), isSame, string.Empty);

    private void Print(string title, INameMatcher[] matchers, int words)
    {
        var columns = matchers.SelectMany(matcher => new[] { $"{matcher.Name}: by row", $"{matcher.Name}: by count" });
        var table = new Table($"{title}: found to agree at ≤ 1 % of those that do not", ["script", "words", .. columns]);
        foreach (var script in _words.GroupBy(word => word.Script).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WordPair[] of = [.. script];
            table.Add([script.Key, $"{of.Length:N0}", .. matchers.SelectMany(matcher => new[] { Found(matcher, of, words, byCount: false), Found(matcher, of, words, byCount: true) })]);
        }

        table.Print();
    }

    /// <summary>The share found; the class looked for is "one name", so that a difference counts against it.</summary>
    private static string Found(INameMatcher matcher, WordPair[] of, int words, bool byCount)
    {
        var draw = new WordDraw(of, byCount, Seed);
        var cases = Pairs(of, draw, words, byCount).Select(pair => new ScoredLabel(-matcher.Difference(pair.A, pair.B), pair.IsSame));
        return Figures.Percent(RocCurve.From(cases).AtFalsePositiveRate(FalseShare).Counts.Recall);
    }

    private static IEnumerable<NamePair> Pairs(WordPair[] of, WordDraw draw, int words, bool byCount)
    {
        // By row every row comes first once; by count as many names are drawn as there are rows.
        foreach (var row in of)
        {
            WordPair[] name = [byCount ? draw.Next() : row, .. Draw(words - 1, draw.Next)];
            yield return Name(name, name, isSame: true);
        }

        for (var i = 0; i < DifferentPairs; i++)
        {
            var latin = Draw(words, draw.Next);
            var native = Draw(words, () => draw.NextUnlike(latin));
            yield return Name(latin, native, isSame: false);
        }
    }

    private static WordPair[] Draw(int words, Func<WordPair> next) => [.. Enumerable.Range(0, words).Select(_ => next())];
}
