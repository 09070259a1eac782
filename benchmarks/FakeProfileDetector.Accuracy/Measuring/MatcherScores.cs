using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Matchers;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Accuracy.Measuring;

/// <summary>A matcher's scores of pairs, each pair scored once.</summary>
internal sealed class MatcherScores(INameMatcher matcher)
{
    private readonly Dictionary<NamePair, double> _scores = new(ReferenceEqualityComparer.Instance);

    internal string Name => matcher.Name;

    /// <summary>The lowest score that is flagged; set from <see cref="Against"/> on one set and then used on others.</summary>
    internal double Threshold { get; set; } = double.PositiveInfinity;

    /// <summary>The curve by which different people (positive) are told from one person's names.</summary>
    internal RocCurve Against(IEnumerable<NamePair> same, IEnumerable<NamePair> different) =>
        RocCurve.From(same.Concat(different).Select(pair => new ScoredLabel(Of(pair), !pair.IsSame)));

    internal bool IsFlagged(NamePair pair) => Of(pair) >= Threshold;

    private double Of(NamePair pair)
    {
        if (!_scores.TryGetValue(pair, out var score))
        {
            _scores[pair] = score = matcher.Difference(pair.A, pair.B);
        }

        return score;
    }
}
