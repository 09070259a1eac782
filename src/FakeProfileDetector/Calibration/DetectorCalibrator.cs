using System.Collections.Immutable;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Validation;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Calibration;

/// <summary>Learns weights for a network from its own labeled accounts.</summary>
/// <remarks>
/// Three things are learned, each by a logistic regression that is drawn to the weights started from: what each range of
/// each fact of a history weighs, by what factor each signal counts, and the prior. The factors and the prior are fitted
/// to signals whose history weights were learned without the account and its group, and what is reported of the quality
/// comes from accounts that neither step had seen.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class DetectorCalibrator
{
    // Learning the prior moves what a contested photo adds to it, which moves the prior: twice is enough.
    private const int Passes = 2;

    private readonly CalibrationOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a calibrator.</summary>
    /// <param name="options">How to learn; null takes the defaults.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public DetectorCalibrator(CalibrationOptions? options = null, TimeProvider? time = null)
    {
        _options = OptionsGuard.Checked(options, new CalibrationOptionsValidator()).Copy();
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Learns from histories alone; the factors of other signals stay as they were.</summary>
    /// <param name="profiles">The labeled accounts.</param>
    /// <param name="cancellationToken">Stops learning.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profiles"/> is null.</exception>
    /// <exception cref="CalibrationException">There are too few accounts or groups to learn from, or one is labeled twice.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task<DetectorWeights> FitHistoriesAsync(IReadOnlyList<LabeledProfile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return FitAsync(profiles, registry: null, fingerprinter: null, [SparseHistorySignal.Create()], cancellationToken);
    }

    /// <summary>Learns from histories and from what every signal says of the accounts.</summary>
    /// <param name="profiles">The labeled accounts.</param>
    /// <param name="registry">Where other uses of their photos are found; null finds none. Enroll the accounts first.</param>
    /// <param name="fingerprinter">Fingerprints photos that are given as bytes; null reads none.</param>
    /// <param name="signals">The signals whose factors are learned, as the checker will ask them.</param>
    /// <param name="cancellationToken">Stops learning.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException">Profiles or signals are null.</exception>
    /// <exception cref="CalibrationException">There are too few accounts or groups to learn from, or one is labeled twice.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task<DetectorWeights> FitAsync(
        IReadOnlyList<LabeledProfile> profiles,
        IProfileRegistry? registry,
        IPhotoFingerprinter? fingerprinter,
        IEnumerable<IProfileSignal> signals,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(signals);
        RequireEnough(profiles);
        var now = _time.GetUtcNow();
        var evaluations = new SignalEvaluations(profiles, registry, fingerprinter, [.. signals], _time);
        var groups = await evaluations.GroupAsync(cancellationToken).ConfigureAwait(false);
        RequireEnoughGroups(groups, profiles);
        var folds = groups.Assign(profiles, _options.Folds);

        var training = new HistoryTraining(profiles, now, _options.Start.History, _options.Regularization);
        var byFold = new HistoryWeights[_options.Folds];
        Parallel.For(0, byFold.Length, new ParallelOptions { CancellationToken = cancellationToken }, fold =>
            byFold[fold] = training.Fit([.. Enumerable.Range(0, profiles.Count).Where(i => folds[i] != fold)], cancellationToken));
        var history = new DetectorWeights(training.Fit([.. Enumerable.Range(0, profiles.Count)], cancellationToken), Provenance(measured: null));

        // Several sets of data have no prevalence in common: their prior is left to whoever uses the weights.
        var prior = _options.PriorProbability ?? (profiles.DistinctBy(labeled => labeled.DataSet).Count() == 1
            ? (double)profiles.Count(labeled => labeled.IsFake) / profiles.Count
            : null);
        var scaling = new ScaleTraining(profiles, folds, prior, _options.Regularization);
        var fitted = scaling.Unfitted;
        for (var pass = 0; pass < Passes; pass++)
        {
            var results = await evaluations.EvaluateAsync(i => byFold[folds[i]], fitted.Prior, cancellationToken).ConfigureAwait(false);
            fitted = scaling.Fit(results, history, now, cancellationToken);
        }

        return history.With(
            prior is null ? null : fitted.Prior,
            _options.Start.SignalScales.Where(scale => !fitted.Scales.Any(learned => learned.Key == scale.Key)).Concat(fitted.Scales),
            Provenance(Measure(fitted.Judged, prior)));

        WeightsProvenance Provenance(CrossValidation? measured) => new()
        {
            Method = "Monotone logistic regression over the steps between ranges, drawn to the weights started from; "
                + "then logistic regression of the label on what each signal says, cross-fitted by groups.",
            Data = _options.Data,
            LearnedAt = now,
            Fakes = profiles.Count(labeled => labeled.IsFake),
            Genuine = profiles.Count(labeled => !labeled.IsFake),
            Groups = groups.GroupCount,
            Signals = evaluations.Names,
            CrossValidation = measured,
        };
    }

    /// <summary>The figures at a prevalence, which need not be that of the labeled accounts; without one only the ranking is judged.</summary>
    private CrossValidation Measure(ImmutableArray<ScoredLabel> judged, double? prevalence)
    {
        var table = prevalence is null ? null : ReliabilityTable.From(judged, prevalence: prevalence);
        return new(_options.Folds, Rounded(RocCurve.From(judged).Area!.Value.Value), Rounded(table?.BrierScore), Rounded(table?.ExpectedCalibrationError));
    }

    private void RequireEnough(IReadOnlyList<LabeledProfile> profiles)
    {
        if (profiles.Count == 0)
        {
            throw new CalibrationException("There are no labeled accounts; label some as fake and some as genuine.");
        }

        foreach (var set in profiles.GroupBy(labeled => labeled.DataSet, StringComparer.Ordinal))
        {
            // Learned from in one fold and judged in another, an account would vouch for itself.
            if (set.CountBy(labeled => labeled.Profile.Id, StringComparer.Ordinal).FirstOrDefault(count => count.Value > 1).Key is { } twice)
            {
                throw new CalibrationException($"The account {twice} is labeled more than once; keep one of its labels.");
            }

            var fakes = set.Count(labeled => labeled.IsFake);
            var genuine = set.Count() - fakes;
            if (Math.Min(fakes, genuine) < _options.MinimumPerLabel)
            {
                var name = set.Key.Length > 0 ? $" in {set.Key}" : string.Empty;
                throw new CalibrationException(
                    $"There are {fakes} fake and {genuine} genuine accounts{name}, and {_options.MinimumPerLabel} of each are needed; label more.");
            }
        }
    }

    private void RequireEnoughGroups(GroupedFolds groups, IReadOnlyList<LabeledProfile> profiles)
    {
        var (fakes, genuine) = groups.CountByLabel(profiles);
        if (Math.Min(fakes, genuine) < _options.Folds)
        {
            throw new CalibrationException(
                $"The fakes fall into {fakes} groups and the genuine accounts into {genuine}, and {_options.Folds} of each are needed, one a fold; "
                + "label accounts of more campaigns, or lower the number of folds.");
        }
    }

    private static double Rounded(double value) => Math.Round(value, 4);

    private static double? Rounded(double? value) => value is { } known ? Rounded(known) : null;
}
