using System.Net;
using System.Security.Cryptography;
using System.Text;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>An evaluation as a self-contained page: tables and curves, no script and nothing to load.</summary>
internal sealed class EvaluationPage(EvaluationResult result, TextWriter page)
{
    private static readonly string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
        table { border-collapse: collapse; } th, td { padding: .2rem .9rem .2rem 0; text-align: right; font-variant-numeric: tabular-nums; } td { white-space: nowrap; }
        th:first-child, td:first-child { text-align: left; } th { border-bottom: 1px solid #888; font-weight: 600; } tbody tr:nth-child(even) { background: #f6f6f6; }
        .charts { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: 0; flex: 1 1 21rem; max-width: 25rem; } figcaption { color: #555; font-size: .87rem; }
        svg { display: block; width: 100%; } svg text { font-size: 12px; fill: #444; } .grid { stroke: #ddd; fill: none; }
        .chance { stroke: #888; stroke-dasharray: 4 4; fill: none; } .curve { stroke: #1b5e9b; stroke-width: 2; fill: none; stroke-linejoin: round; }
        .interval { stroke: #1b5e9b; stroke-width: 1.5; } .bin { fill: #1b5e9b; } .likely { fill: #a40000; } .flagged { fill: #e08a00; }
        .key { display: inline-block; width: .7rem; height: .7rem; border-radius: 50%; } .key.likely { background: #a40000; } .key.flagged { background: #e08a00; }
        p.note { color: #555; max-width: 50rem; }
        """.ReplaceLineEndings("\n");

    /// <summary>The page's one style sheet; its policy allows nothing else.</summary>
    private static readonly string Hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    internal void Write()
    {
        page.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash}'; base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Evaluation of profile authenticity reports</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>Evaluation of profile authenticity reports</h1>

            """);
        page.WriteLine($"<p>{result.Profiles} profiles judged; {result.NotInReport} of the truth are not in the report, {result.NotInTruth} of the report are not in the truth. "
            + "Intervals are 95 % intervals and take the profiles for independent.</p>");
        WriteCases();
        WriteOverall();
        WriteCharts();
        WriteCalibration();
        page.WriteLine("</body>\n</html>");
    }

    private void WriteCases() => WriteTable(
        "By case",
        ["case", "label", "profiles", "LikelyFake", "Suspicious", "called LikelyFake", "called Suspicious or LikelyFake"],
        result.Cases.Select(item => new[]
        {
            item.Truth.Case, item.Label, $"{item.Profiles}", $"{item.LikelyFake}", $"{item.Suspicious}",
            Figures.PercentWithInterval(item.Rate.Share), Figures.PercentWithInterval(item.FlaggedRate.Share),
        }));

    private void WriteOverall()
    {
        WriteTable(
            "Overall",
            ["called fake when", "precision", "recall", "false accusations", .. EvaluationResult.Prevalences.Select(prevalence => $"precision at {100 * prevalence:0.##} % fake")],
            [Row(nameof(AuthenticityVerdict.LikelyFake), result.LikelyFake), Row(EvaluationDetails.FlaggedName, result.Flagged)]);
        page.WriteLine("<p class=\"note\">Precision in the second column holds for the share of fakes in these files only. Where fakes are rarer it is lower: "
            + "the last columns state it for networks in which so many of those who are checked are fake.</p>");

        static string[] Row(string name, ConfusionCounts counts) =>
        [
            name,
            Figures.PercentWithInterval(counts.Precision.Share),
            Figures.PercentWithInterval(counts.Recall.Share),
            Figures.PercentWithInterval(counts.FalsePositiveRate.Share),
            .. EvaluationResult.Prevalences.Select(prevalence => Figures.PercentWithInterval(counts.PrecisionAt(prevalence))),
        ];
    }

    private void WriteCharts()
    {
        if (result.Curve.Area is null)
        {
            page.WriteLine("<h2>Curves</h2>\n<p>Curves need probabilities of fake and of genuine profiles.</p>");
            return;
        }

        page.WriteLine("<h2>Curves</h2>\n<div class=\"charts\">");
        WriteFigure("ROC", EvaluationCharts.Roc(result), $"Area {Figures.Area(result.Curve.Area)}. Dashed: a score without value.");
        WriteFigure("Precision and recall", EvaluationCharts.PrecisionRecall(result), $"Average precision {Figures.Score(result.Curve.AveragePrecision)}. Dashed: the share of fakes in the files.");
        WriteFigure("Reliability", EvaluationCharts.Reliability(result.Calibration), "On the dashed line probabilities come true as often as they say; bars are 95 % intervals.");
        page.WriteLine($"</div>\n<p><span class=\"key likely\"></span> {nameof(AuthenticityVerdict.LikelyFake)} &nbsp; <span class=\"key flagged\"></span> {EvaluationDetails.FlaggedName}</p>");
    }

    private void WriteFigure(string title, SvgChart chart, string caption) =>
        page.WriteLine($"<figure><h3>{Encode(title)}</h3>{chart}<figcaption>{Encode(caption)}</figcaption></figure>");

    private void WriteCalibration()
    {
        IEnumerable<(string Name, ReliabilityTable? Table)> tables = [("the share of fakes in the files", result.Calibration), ("the prior of the report", result.CalibrationAtPrior)];
        WriteTable(
            "Calibration",
            ["measured at", "share of fakes", "Brier score", "expected calibration error"],
            tables.Where(item => item.Table is not null).Select(item => new[]
            {
                item.Name,
                item.Table!.Prevalence is { } share ? Figures.Percent(share) : Figures.NotAvailable,
                Figures.Score(item.Table.BrierScore),
                Figures.Score(item.Table.ExpectedCalibrationError),
            }));
        if (result.WithoutProbability > 0)
        {
            page.WriteLine($"<p class=\"note\">{result.WithoutProbability} profiles without a probability are left out of curves and calibration.</p>");
        }

        WriteTable(
            "Reliability",
            ["probability", "profiles", "stated", "fake in fact"],
            result.Calibration.Bins.Select(bin => new[]
            {
                $"{Figures.Number(bin.Lowest, 4)}–{Figures.Number(bin.Highest, 4)}", $"{bin.Count}", Figures.Percent(bin.Mean), Figures.PercentWithInterval(bin.Observed),
            }));
    }

    private void WriteTable(string title, string[] columns, IEnumerable<string[]> rows)
    {
        page.WriteLine($"<h2>{Encode(title)}</h2>\n<table><thead><tr>{Cells("th", columns)}</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.WriteLine($"<tr>{Cells("td", row)}</tr>");
        }

        page.WriteLine("</tbody></table>");

        static string Cells(string tag, IEnumerable<string> cells) => string.Concat(cells.Select(cell => $"<{tag}>{Encode(cell)}</{tag}>"));
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
