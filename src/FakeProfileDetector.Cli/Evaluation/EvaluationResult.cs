using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>A report measured against the truth, whatever it is then written as.</summary>
internal sealed class EvaluationResult
{
    /// <summary>Shares of fakes for which a precision is stated: a careful network, a usual one, one under attack.</summary>
    internal static readonly double[] Prevalences = [0.001, 0.01, 0.1];

    private readonly (Truth Truth, Judgment Judgment)[] _judged;

    internal EvaluationResult(IReadOnlyDictionary<string, Judgment> judgments, IReadOnlyDictionary<string, Truth> truths)
    {
        _judged = [.. truths.Where(truth => judgments.ContainsKey(truth.Key)).Select(truth => (truth.Value, judgments[truth.Key]))];
        NotInReport = truths.Count - _judged.Length;
        NotInTruth = judgments.Count - _judged.Length;
        Cases =
        [
            .. _judged.GroupBy(item => item.Truth)
                .OrderBy(group => !group.Key.IsFake).ThenBy(group => group.Key.Case, StringComparer.Ordinal)
                .Select(group => new CaseResult(
                    group.Key,
                    group.Count(),
                    group.Count(item => item.Judgment.IsLikelyFake),
                    group.Count(item => item.Judgment.Verdict == AuthenticityVerdict.Suspicious))),
        ];
        LikelyFake = Count(judgment => judgment.IsLikelyFake);
        Flagged = Count(judgment => judgment.IsFlagged);

        ScoredLabel[] scored =
            [.. _judged.Where(item => item.Judgment.Probability is not null).Select(item => new ScoredLabel(item.Judgment.Probability!.Value, item.Truth.IsFake))];
        WithoutProbability = _judged.Length - scored.Length;
        Curve = RocCurve.From(scored);
        Calibration = ReliabilityTable.From(scored);
        CalibrationAtPrior = Curve is { Positives: > 0, Negatives: > 0 } && CommonPrior() is { } prior
            ? ReliabilityTable.From(scored, prevalence: prior)
            : null;
    }

    /// <summary>Fake cases first, then by name.</summary>
    internal IReadOnlyList<CaseResult> Cases { get; }

    /// <summary>Profiles that the report judges and the truth knows.</summary>
    internal int Profiles => _judged.Length;

    /// <summary>Profiles of the truth that the report does not judge.</summary>
    internal int NotInReport { get; }

    /// <summary>Profiles of the report of which nothing is known.</summary>
    internal int NotInTruth { get; }

    /// <summary>Judged profiles whose report holds no probability; they count by their verdict only.</summary>
    internal int WithoutProbability { get; }

    /// <summary>The calls where LikelyFake counts as called fake.</summary>
    internal ConfusionCounts LikelyFake { get; }

    /// <summary>The calls where Suspicious counts as called fake, too.</summary>
    internal ConfusionCounts Flagged { get; }

    internal RocCurve Curve { get; }

    /// <summary>At the share of fakes in the files.</summary>
    internal ReliabilityTable Calibration { get; }

    /// <summary>At the prior which the reports state; null where they do not agree on one, or a class is absent.</summary>
    internal ReliabilityTable? CalibrationAtPrior { get; }

    private ConfusionCounts Count(Func<Judgment, bool> isCalled)
    {
        return new(Of(isFake: true, called: true), Of(isFake: false, called: true), Of(isFake: false, called: false), Of(isFake: true, called: false));

        int Of(bool isFake, bool called) => _judged.Count(item => item.Truth.IsFake == isFake && isCalled(item.Judgment) == called);
    }

    private double? CommonPrior() =>
        _judged.Select(item => item.Judgment).Where(judgment => judgment.Probability is not null)
            .Select(judgment => judgment.PriorBits).Distinct().Take(2).ToArray() is [{ } bits]
            && WeightOfEvidence.ToProbability(bits) is > 0 and < 1 and var prior
                ? prior
                : null;
}
