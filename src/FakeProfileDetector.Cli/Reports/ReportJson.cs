using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
            [
                .. report.Signals.Select(signal => new SignalLine(
                    signal.Name,
                    signal.Outcome.ToString(),
                    Math.Round(signal.WeightBits, 3),
                    [.. signal.Reasons.Select(reason => new ReasonLine(reason.Code, reason.Text))],
                    [.. signal.Matches.Select(match => new MatchLine(match.ProfileId, match.Distance, match.Transform.ToString()))])),
            ]),
        Context.ReportLine);

    internal static ReportLine? Deserialize(string line) => JsonSerializer.Deserialize(line, Context.ReportLine);
}

internal sealed record ReportLine(
    string ProfileId,
    string Verdict,
    double Probability,
    string RecommendedAction,
    string ScoringVersion,
    string HashAlgorithm,
    double PriorBits,
    double Coverage,
    IReadOnlyList<SignalLine> Signals);

internal sealed record SignalLine(
    string Name, string Outcome, double WeightBits, IReadOnlyList<ReasonLine> Reasons, IReadOnlyList<MatchLine> Matches);

internal sealed record ReasonLine(string Code, string Text);

internal sealed record MatchLine(string ProfileId, int Distance, string Transform);

[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
