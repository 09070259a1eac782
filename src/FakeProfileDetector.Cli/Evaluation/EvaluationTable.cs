using System.Globalization;
using System.Text;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Reports;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>Verdicts against the truth, by case and overall. A profile counts as called fake when it is LikelyFake.</summary>
internal sealed class EvaluationTable(EvaluationResult result)
{
    private static readonly CompositeFormat Row = CompositeFormat.Parse("{0,-28}{1,-9}{2,8}{3,12}{4,12}{5,10}{6,14}");

    internal void Write(TextWriter output)
    {
        WriteRow(output, "case", "label", "profiles", "LikelyFake", "Suspicious", "rate", "95 %");
        foreach (var item in result.Cases)
        {
            WriteRow(output, DisplayText.Of(item.Truth.Case), item.Label, item.Profiles, item.LikelyFake, item.Suspicious, Figures.Percent(item.Rate), Figures.Interval(item.Rate));
        }

        WriteRates(output, result.LikelyFake, nameof(AuthenticityVerdict.LikelyFake));
        if (result.NotInReport > 0)
        {
            output.WriteLine($"not in the report  {result.NotInReport} profiles of the truth");
        }

        if (result.NotInTruth > 0)
        {
            output.WriteLine($"not in the truth   {result.NotInTruth} profiles of the report");
        }
    }

    internal static void WriteRates(TextWriter output, ConfusionCounts counts, string called)
    {
        output.WriteLine();
        WriteRate(output, "precision", counts.Precision, $"called {called} are fake");
        WriteRate(output, "recall", counts.Recall, $"fakes are called {called}");
        WriteRate(output, "false accusations", counts.FalsePositiveRate, $"genuine profiles are called {called}");
    }

    private static void WriteRate(TextWriter output, string name, Proportion rate, string meaning)
    {
        var interval = rate.Total == 0 ? string.Empty : $", 95 % interval {Figures.Interval(rate)}";
        output.WriteLine($"{name,-19}{Figures.Percent(rate)} ({rate.Count} of {rate.Total} {meaning}){interval}");
    }

    private static void WriteRow(TextWriter output, params ReadOnlySpan<object> cells) =>
        output.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());
}
