namespace FakeProfileDetector.Scoring.Calibration;

/// <summary>How good probabilities are, against the truth.</summary>
internal static class CalibrationMeasures
{
    private const int Bands = 10;

    internal static CrossValidation Of(IReadOnlyList<(double Probability, bool IsFake)> judged, int folds, bool isPriorKnown) => new(
        folds,
        Math.Round(AreaUnderCurve(judged), 4),
        isPriorKnown ? Math.Round(judged.Average(item => Math.Pow(item.Probability - (item.IsFake ? 1 : 0), 2)), 4) : null,
        isPriorKnown ? Math.Round(ExpectedCalibrationError(judged), 4) : null);

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

    /// <summary>Mean distance of stated from observed shares over ten bands of equal width. Source: Naeini et al., AAAI 2015.</summary>
    internal static double ExpectedCalibrationError(IReadOnlyList<(double Probability, bool IsFake)> judged) => judged
        .GroupBy(item => Math.Min((int)(item.Probability * Bands), Bands - 1))
        .Sum(band => Math.Abs(band.Sum(item => item.Probability - (item.IsFake ? 1 : 0)))) / judged.Count;
}
