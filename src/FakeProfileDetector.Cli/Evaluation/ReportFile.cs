using System.Text.Json;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Reports;

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
                judgments[report.ProfileId] = new(report.Verdict, Known(report.Probability), Known(report.PriorBits));
            }
            catch (JsonException)
            {
                throw new CliException($"{file.Name}:{number}: not a report; give the file that scan wrote with --out.");
            }
        }

        return judgments;
    }

    private static double? Known(double number) => double.IsNaN(number) ? null : number;
}
