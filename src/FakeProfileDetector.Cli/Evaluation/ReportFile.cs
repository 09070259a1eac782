using System.Text.Json;
using FakeProfileDetector.Cli.Reports;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>Reads back what scan wrote.</summary>
internal static class ReportFile
{
    internal static Dictionary<string, AuthenticityVerdict> ReadVerdicts(FileInfo file)
    {
        var verdicts = new Dictionary<string, AuthenticityVerdict>(StringComparer.Ordinal);
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
                verdicts[report.ProfileId] = Enum.IsDefined(verdict) ? verdict : throw new JsonException();
            }
            catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException)
            {
                throw new CliException($"{file.Name}:{number}: not a report; give the file that scan wrote with --out.");
            }
        }

        return verdicts;
    }
}
