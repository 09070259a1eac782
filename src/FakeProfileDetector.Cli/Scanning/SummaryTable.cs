using System.Globalization;
using FakeProfileDetector.Reports;
using Spectre.Console;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>The summary of a scan as tables.</summary>
internal static class SummaryTable
{
    internal static void Write(ScanSummary summary, Terminal terminal)
    {
        var console = terminal.Messages;
        var counts = new Table().Title("Verdicts").AddColumn("verdict").AddColumn(new TableColumn("profiles").RightAligned());
        foreach (var verdict in Enum.GetValues<AuthenticityVerdict>().Reverse())
        {
            counts.AddRow(verdict.ToString(), summary.Count(verdict).ToString(CultureInfo.InvariantCulture));
        }

        console.Write(counts);
        if (summary.Strongest.Any())
        {
            var strongest = new Table().Title("Strongest findings")
                .AddColumn("profile").AddColumn("verdict").AddColumn(new TableColumn("fake").RightAligned()).AddColumn("why");
            foreach (var report in summary.Strongest)
            {
                strongest.AddRow(
                    Markup.Escape(DisplayText.Of(report.ProfileId)),
                    report.Verdict.ToString(),
                    DisplayText.Percent(report.Probability),
                    Markup.Escape(Why(report)));
            }

            console.Write(strongest);
        }

        if (summary.UnfinishedProfiles > 0)
        {
            var signals = summary.Unfinished.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value}"));
            terminal.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.UnfinishedProfiles} checks are unfinished, by signal that failed: {string.Join(", ", signals)}. Their reports say why; scan again once it is mended."));
        }

        terminal.Warn(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Checked} profiles in {summary.Elapsed.TotalSeconds:0.00} s, {summary.Checked / Math.Max(summary.Elapsed.TotalSeconds, 1e-3):0} a second; {summary.UnusablePhotos} unusable photos."));
    }

    private static string Why(AuthenticityReport report) => string.Join(
        " ",
        report.Signals
            .Where(signal => signal.Outcome == SignalOutcome.Adverse)
            .OrderByDescending(signal => signal.WeightBits)
            .Select(signal => DisplayText.Of(signal.Reasons[0].Text)));
}
