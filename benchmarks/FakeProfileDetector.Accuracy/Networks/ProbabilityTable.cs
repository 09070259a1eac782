using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Accuracy.Networks;

/// <summary>How well probabilities of the network's members come true.</summary>
internal sealed class ProbabilityTable
{
    private readonly Table _table = new("Probabilities", "weights", "measured at a share of fakes of", "AUC", "Brier score", "expected calibration error");

    internal void Add(string weights, Outcome[] outcomes, double? prevalence = null)
    {
        ScoredLabel[] cases = [.. outcomes.Select(outcome => new ScoredLabel(outcome.Report.Probability, outcome.Member.IsFake))];
        var measured = ReliabilityTable.From(cases, prevalence: prevalence);
        Add(weights, measured.Prevalence, Figures.Area(RocCurve.From(cases)), measured.BrierScore, measured.ExpectedCalibrationError);
    }

    internal void Add(string weights, CrossValidation measured, double prevalence) =>
        Add(weights, prevalence, $"{measured.AreaUnderCurve:F4}", measured.BrierScore, measured.ExpectedCalibrationError);

    internal void Print() => _table.Print();

    private void Add(string weights, double? prevalence, string area, double? brier, double? error) =>
        _table.Add(weights, $"{100 * prevalence:F1} %", area, $"{brier:F3}", $"{error:F3}");
}
