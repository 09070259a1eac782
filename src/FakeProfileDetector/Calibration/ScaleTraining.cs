using System.Collections.Immutable;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Calibration;

/// <summary>Learns by what factor each signal counts, and the prior, from what the signals said of accounts unknown to them.</summary>
internal sealed class ScaleTraining(IReadOnlyList<LabeledProfile> profiles, int[] folds, double? prior, double ridge)
{
    private const double MinimumPrior = 0.0001;
    private const double MaximumPrior = 0.9999;
    private static readonly double NatsPerBit = Math.Log(2);

    private readonly bool[] _labels = [.. profiles.Select(labeled => labeled.IsFake)];

    /// <summary>Every signal as it is, at the prior that is known or, where none is, at even odds.</summary>
    internal FittedScales Unfitted { get; } = new(Math.Clamp(prior ?? 0.5, MinimumPrior, MaximumPrior), [], []);

    internal FittedScales Fit(
        ImmutableArray<EvaluatedSignal>[] evaluated, DetectorWeights history, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var judged = new ScoredLabel[_labels.Length];
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            var weights = WeightsBy([.. Enumerable.Range(0, _labels.Length).Where(i => folds[i] != fold)], evaluated, cancellationToken);
            var scorer = new EvidenceScorer(new() { Weights = history.With(weights.Prior, weights.Scales, history.Provenance) });
            for (var i = 0; i < _labels.Length; i++)
            {
                if (folds[i] == fold)
                {
                    judged[i] = new(scorer.Score(profiles[i].Profile.Id, evaluated[i], ReviewOutcome.None, now).Probability, _labels[i]);
                }
            }
        }

        return WeightsBy([.. Enumerable.Range(0, _labels.Length)], evaluated, cancellationToken) with { Judged = [.. judged] };
    }

    private FittedScales WeightsBy(int[] rows, ImmutableArray<EvaluatedSignal>[] evaluated, CancellationToken cancellationToken)
    {
        if (prior is not { } known)
        {
            // Without a prevalence there is no telling how often the signals are right.
            return Unfitted;
        }

        var names = evaluated[rows[0]].Select(signal => signal.Name).ToArray();
        LogisticTerm[] terms =
        [
            new([.. Enumerable.Repeat(1.0, rows.Length)], Ridge: 0, Logit(known), Logit(MinimumPrior), Logit(MaximumPrior)),
            .. names.Select((_, signal) => new LogisticTerm(
                [.. rows.Select(i => evaluated[i][signal].Result.WeightBits * NatsPerBit)], ridge, Target: 1, Minimum: 0, DetectorWeights.MaximumScale)),
        ];
        var fitted = new RidgeLogistic([.. rows.Select(i => _labels[i])], AtPrevalence(rows, known)).Fit(terms, cancellationToken);
        return new(
            Math.Round(1 / (1 + Math.Exp(-fitted[0])), 4),
            [.. names.Select((name, signal) => KeyValuePair.Create(name, Math.Round(fitted[signal + 1], 3)))],
            []);
    }

    /// <summary>Weights that make the labeled accounts as many fakes as the network has.</summary>
    private double[] AtPrevalence(int[] rows, double prevalence)
    {
        var share = rows.Count(i => _labels[i]) / (double)rows.Length;
        return [.. rows.Select(i => _labels[i] ? prevalence / share : (1 - prevalence) / (1 - share))];
    }

    private static double Logit(double probability) => Math.Log(probability / (1 - probability));
}

/// <summary>Factors, prior, and how each account was judged by those learned without it.</summary>
internal sealed record FittedScales(
    double Prior, ImmutableArray<KeyValuePair<string, double>> Scales, ImmutableArray<ScoredLabel> Judged);
