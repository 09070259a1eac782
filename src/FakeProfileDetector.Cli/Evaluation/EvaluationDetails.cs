using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>What follows for other networks, and whether the probabilities hold: below the table of cases.</summary>
internal sealed class EvaluationDetails(EvaluationResult result)
{
    internal const string FlaggedName = "Suspicious or LikelyFake";

    private static readonly double[] Limits = [0.001, 0.005, 0.01, 0.05, 0.1];

    internal void Write(TextWriter output)
    {
        EvaluationTable.WriteRates(output, result.Flagged, FlaggedName);
        WritePrecisions(output);
        if (result.WithoutProbability > 0)
        {
            output.WriteLine();
            output.WriteLine($"no probability     {result.WithoutProbability} of {result.Profiles} profiles; they are left out below");
        }

        WriteCurve(output);
        WriteCalibration(output);
    }

    private void WritePrecisions(TextWriter output)
    {
        output.WriteLine();
        WriteRow(output, "precision where so many are fake", EvaluationResult.Prevalences.Select(prevalence => $"{100 * prevalence:0.##} %"));
        WriteRow(output, nameof(AuthenticityVerdict.LikelyFake), At(result.LikelyFake));
        WriteRow(output, FlaggedName, At(result.Flagged));

        static IEnumerable<string> At(ConfusionCounts counts) =>
            EvaluationResult.Prevalences.Select(prevalence => Figures.PercentWithInterval(counts.PrecisionAt(prevalence)));

        static void WriteRow(TextWriter output, string name, IEnumerable<string> cells) =>
            output.WriteLine($"{name,-32}{string.Concat(cells.Select(cell => $"{cell,24}"))}");
    }

    private void WriteCurve(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"area under ROC     {Figures.Area(result.Curve.Area)}");
        output.WriteLine($"average precision  {Figures.Score(result.Curve.AveragePrecision)}");
        if (result.Curve.Area is null)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{"false accusations at most",-28}{"recall",10}{"precision",12}{"probability from",20}");
        foreach (var limit in Limits)
        {
            var point = result.Curve.AtFalsePositiveRate(limit);
            var threshold = double.IsPositiveInfinity(point.Threshold) ? Figures.NotAvailable : Figures.Number(point.Threshold, 4);
            output.WriteLine($"{Figures.Percent(limit),-28}{Figures.Percent(point.Counts.Recall),10}{Figures.Percent(point.Counts.Precision),12}{threshold,20}");
        }
    }

    private void WriteCalibration(TextWriter output)
    {
        output.WriteLine();
        WriteErrors(output, "calibration", "the share of fakes in the files", result.Calibration);
        if (result.CalibrationAtPrior is { } atPrior)
        {
            WriteErrors(output, "re-weighted", "the prior of the report", atPrior);
        }

        if (result.Calibration.Bins.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{"probability",-20}{"profiles",10}{"claimed",10}{"in fact",10}{"95 %",14}");
        foreach (var bin in result.Calibration.Bins)
        {
            output.WriteLine($"{$"{Figures.Number(bin.Lowest, 4)}–{Figures.Number(bin.Highest, 4)}",-20}{bin.Count,10}{Figures.Percent(bin.Mean),10}"
                + $"{Figures.Percent(bin.Observed.Value),10}{$"{Figures.Number(100 * bin.Observed.Lower, 1)}–{Figures.Number(100 * bin.Observed.Upper, 1)}",14}");
        }
    }

    private static void WriteErrors(TextWriter output, string name, string prevalenceName, ReliabilityTable table)
    {
        var prevalence = table.Prevalence is { } share ? $"{Figures.Percent(share)}, {prevalenceName}" : prevalenceName;
        output.WriteLine($"{name,-19}at {prevalence}: Brier score {Figures.Score(table.BrierScore)}, "
            + $"expected calibration error {Figures.Score(table.ExpectedCalibrationError)}");
    }
}
