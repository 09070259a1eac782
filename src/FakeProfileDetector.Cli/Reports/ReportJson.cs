using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FakeProfileDetector.Photos;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Cli.Reports;

/// <summary>A report as one line of JSON. The names are a contract with whoever reads the files.</summary>
internal static class ReportJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,

        // Sentences stay readable; the lines go to files and pipes, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    internal static string Serialize(AuthenticityReport report) => JsonSerializer.Serialize(
        new ReportLine(
            report.ProfileId,
            report.Verdict.ToString(),
            Math.Round(report.Probability, 6),
            report.RecommendedAction.ToString(),
            report.ScoringVersion,
            report.HashAlgorithm,
            Math.Round(report.PriorBits, 3),
            Math.Round(report.Coverage, 3),
            report.Mode.ToString(),
            [
                .. report.Signals.Select(signal => new SignalLine(
                    signal.Name,
                    signal.Outcome.ToString(),
                    Math.Round(signal.WeightBits, 3),
                    [.. signal.Reasons.Select(reason => new ReasonLine(reason.Code, reason.Text))],
                    [.. signal.Matches.Select(match => new MatchLine(match.ProfileId, match.Distance, match.Transform.ToString(), match.Person, Alteration(match.Alteration)))])),
            ],
            [.. report.Ablations.Select(ablation => new AblationLine(ablation.Signal, ablation.Verdict.ToString(), Math.Round(ablation.Probability, 6), ablation.ToString()))]),
        Context.ReportLine);

    internal static ReportLine? Deserialize(string line) => JsonSerializer.Deserialize(line, Context.ReportLine);

    private static AlterationLine? Alteration(PhotoAlteration? alteration) => alteration is null
        ? null
        : new(
            alteration.Grade.ToString(),
            alteration.ToString(),
            alteration.IsMirrored,
            Rounded(alteration.KeptShare),
            Rounded(alteration.OwnShare),
            Math.Round(alteration.Scale, 3),
            Math.Round(alteration.RotationDegrees, 1),
            alteration.MatchedPatches,
            Math.Round(alteration.MatchedShare, 3),
            Rounded(alteration.Correlation));

    private static double? Rounded(double? share) => share is { } value ? Math.Round(value, 3) : null;

}

internal sealed record ReportLine(
    string ProfileId,
    string Verdict,
    double? Probability,
    string RecommendedAction,
    string ScoringVersion,
    string HashAlgorithm,
    double? PriorBits,
    double Coverage,
    string Mode,
    IReadOnlyList<SignalLine> Signals,
    IReadOnlyList<AblationLine>? Ablation);

internal sealed record SignalLine(
    string Name, string Outcome, double WeightBits, IReadOnlyList<ReasonLine> Reasons, IReadOnlyList<MatchLine> Matches);

internal sealed record AblationLine(string Without, string Verdict, double Probability, string Text);

internal sealed record ReasonLine(string Code, string Text);

internal sealed record MatchLine(string ProfileId, int Distance, string Transform, int? Person, AlterationLine? Alteration);

internal sealed record AlterationLine(
    string Grade,
    string Text,
    bool IsMirrored,
    double? KeptShare,
    double? OwnShare,
    double Scale,
    double RotationDegrees,
    int MatchedPatches,
    double MatchedShare,
    double? Correlation);

[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
