using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>An evaluation as JSON for machines. The names are a contract with whoever reads the files; null is n/a.</summary>
internal static class EvaluationJson
{
    private static readonly EvaluationJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    internal static string Serialize(EvaluationResult result) => JsonSerializer.Serialize(
        new EvaluationDocument(
            result.Profiles,
            result.NotInReport,
            result.NotInTruth,
            result.WithoutProbability,
            [.. result.Cases.Select(item => new CaseNode(item.Truth.Case, item.Label, item.Profiles, item.LikelyFake, item.Suspicious, item.Rate.Share, item.FlaggedRate.Share))],
            Calls(result.LikelyFake),
            Calls(result.Flagged),
            result.Curve.Area is null ? null : Curve(result.Curve),
            Calibration(result.Calibration),
            Calibration(result.CalibrationAtPrior)),
        Context.EvaluationDocument);

    private static CallsNode Calls(ConfusionCounts counts) => new(
        counts.TruePositives,
        counts.FalsePositives,
        counts.TrueNegatives,
        counts.FalseNegatives,
        counts.Precision.Share,
        counts.Recall.Share,
        counts.FalsePositiveRate.Share,
        [.. EvaluationResult.Prevalences.Select(prevalence => new PrecisionNode(prevalence, counts.PrecisionAt(prevalence)))]);

    private static CurveNode Curve(RocCurve curve) => new(
        curve.Area,
        curve.AveragePrecision,
        [
            .. CurvePoints.Of(curve).Select(point => new PointNode(
                double.IsPositiveInfinity(point.Threshold) ? null : point.Threshold,
                point.Counts.FalsePositiveRate.Share?.Value,
                point.Counts.Recall.Share?.Value,
                point.Counts.Precision.Share?.Value)),
        ]);

    private static CalibrationNode? Calibration(ReliabilityTable? table) => table is null or { Bins.IsEmpty: true }
        ? null
        : new(
            table.Prevalence,
            table.BrierScore,
            table.ExpectedCalibrationError,
            [.. table.Bins.Select(bin => new BinNode(bin.Lowest, bin.Highest, bin.Count, bin.Mean, bin.Observed))]);
}

internal sealed record EvaluationDocument(
    int Profiles,
    int NotInReport,
    int NotInTruth,
    int WithoutProbability,
    IReadOnlyList<CaseNode> Cases,
    CallsNode LikelyFake,
    CallsNode SuspiciousOrLikelyFake,
    CurveNode? Curve,
    CalibrationNode? Calibration,
    CalibrationNode? CalibrationAtPrior);

internal sealed record CaseNode(
    string Case, string Label, int Profiles, int LikelyFake, int Suspicious, Estimate? LikelyFakeRate, Estimate? SuspiciousOrLikelyFakeRate);

internal sealed record CallsNode(
    int TruePositives,
    int FalsePositives,
    int TrueNegatives,
    int FalseNegatives,
    Estimate? Precision,
    Estimate? Recall,
    Estimate? FalseAccusations,
    IReadOnlyList<PrecisionNode> PrecisionAt);

internal sealed record PrecisionNode(double Prevalence, Estimate? Precision);

internal sealed record CurveNode(Estimate? Area, double? AveragePrecision, IReadOnlyList<PointNode> Points);

internal sealed record PointNode(double? Threshold, double? FalseAccusations, double? Recall, double? Precision);

internal sealed record CalibrationNode(double? Prevalence, double? BrierScore, double? ExpectedCalibrationError, IReadOnlyList<BinNode> Bins);

internal sealed record BinNode(double Lowest, double Highest, int Profiles, double Stated, Estimate InFact);

[JsonSerializable(typeof(EvaluationDocument))]
internal sealed partial class EvaluationJsonContext : JsonSerializerContext;
