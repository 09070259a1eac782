namespace FakeProfileDetector.Scoring.Calibration;

/// <summary>How good probabilities are, against the truth.</summary>
internal static class CalibrationMeasures
{
    private const int Bands = 10;

    /// <summary>The figures at a prevalence, which need not be that of the labelled accounts; without one only the ranking is judged.</summary>
    internal static CrossValidation Of(IReadOnlyList<(double Probability, bool IsFake)> judged, int folds, double? prevalence) => new(
        folds,
        Math.Round(AreaUnderCurve(judged), 4),
        prevalence is { } brierAt ? Math.Round(BrierScore(judged, brierAt), 4) : null,
        prevalence is { } errorAt ? Math.Round(ExpectedCalibrationError(judged, errorAt), 4) : null);

    /// <summary>Probability that a fake ranks above a genuine account, ties counting half (Mann–Whitney).</summary>
    internal static double AreaUnderCurve(IReadOnlyList<(double Probability, bool IsFake)> judged)
    {
        var genuineBelow = 0.0;
        var wins = 0.0;
        foreach (var tied in judged.GroupBy(item => item.Probability).OrderBy(group => group.Key))
        {
            var fakes = tied.Count(item => item.IsFake);
            var genuine = tied.Count() - fakes;
            wins += fakes * (genuineBelow + (0.5 * genuine));
            genuineBelow += genuine;
        }

        return wins / genuineBelow / (judged.Count - genuineBelow);
    }

    /// <summary>Mean squared error. Source: Brier, Monthly Weather Review 78(1), 1950.</summary>
    internal static double BrierScore(IReadOnlyList<(double Probability, bool IsFake)> judged, double prevalence)
    {
        var weightOf = WeightsAt(prevalence, judged);
        return judged.Sum(item => weightOf(item.IsFake) * Math.Pow(item.Probability - (item.IsFake ? 1 : 0), 2)) / judged.Count;
    }

    /// <summary>Mean distance of stated from observed shares over ten bands of equal width. Source: Naeini et al., AAAI 2015.</summary>
    internal static double ExpectedCalibrationError(IReadOnlyList<(double Probability, bool IsFake)> judged, double prevalence)
    {
        var weightOf = WeightsAt(prevalence, judged);
        return judged
            .GroupBy(item => Math.Min((int)(item.Probability * Bands), Bands - 1))
            .Sum(band => Math.Abs(band.Sum(item => weightOf(item.IsFake) * (item.Probability - (item.IsFake ? 1 : 0))))) / judged.Count;
    }

    /// <summary>Weights, one a label, that give the accounts the prevalence; both are 1 at their own.</summary>
    private static Func<bool, double> WeightsAt(double prevalence, IReadOnlyList<(double Probability, bool IsFake)> judged)
    {
        var share = judged.Count(item => item.IsFake) / (double)judged.Count;
        return isFake => isFake ? prevalence / share : (1 - prevalence) / (1 - share);
    }
}
