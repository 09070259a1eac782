using System.Text.Json;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Reports;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>Reads back what scan wrote.</summary>
internal static class ReportFile
{
    internal static Dictionary<string, Judgment> Read(FileInfo file)
    {
        InputFile.Require(file, "name the file that scan wrote with --out");
        var judgments = new Dictionary<string, Judgment>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                var report = ReportJson.Deserialize(line);
                var verdict = Enum.Parse<AuthenticityVerdict>(report!.Verdict);
                judgments[report.ProfileId] = Enum.IsDefined(verdict) && report.Probability is null or (>= 0 and <= 1)
                    ? new(verdict, report.Probability, report.PriorBits)
                    : throw new JsonException();
            }
            catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException)
            {
                throw new CliException($"{file.Name}:{number}: not a report; give the file that scan wrote with --out.");
            }
        }

        return judgments;
    }
}
