using System.Globalization;
using System.Net;
using FakeProfileDetector.Cli.Scanning;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Cli.Reports;

/// <summary>A self-contained page: every profile with something against it, drawn as a waterfall of evidence.</summary>
internal sealed class HtmlReport : IAsyncDisposable
{
    // A bar this many bits long fills its column.
    private const double FullBarBits = 12;

    private readonly TextWriter _page;

    internal HtmlReport(TextWriter page)
    {
        _page = page;
        _page.Write("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Profile authenticity report</title>
            <style>
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
            article { border: 1px solid #ccc; border-radius: 6px; margin: 1rem 0; padding: .75rem 1rem; }
            h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
            .LikelyFake h2 { color: #a40000; } .Suspicious h2 { color: #8a5200; }
            table { border-collapse: collapse; width: 100%; } td { vertical-align: top; padding: .15rem .5rem .15rem 0; }
            td.n { width: 9rem; } td.b { width: 5rem; text-align: right; font-variant-numeric: tabular-nums; } td.w { width: 14rem; }
            .t { position: relative; height: 1rem; background: #f2f2f2; } .t::before { content: ""; position: absolute; left: 50%; height: 100%; border-left: 1px solid #888; }
            .t i { position: absolute; height: 100%; } .up { background: #c33; } .down { background: #2a7; }
            small { color: #555; }
            </style>
            </head>
            <body>
            <h1>Profile authenticity report</h1>
            <p>Evidence in bits: each bit towards fake (red, right) doubles the odds. A recommendation to a person, not a decision.
            Profiles without adverse verdict are counted at the end and not listed.</p>

            """);
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    internal void Add(AuthenticityReport report)
    {
        if (report.Verdict < AuthenticityVerdict.Suspicious)
        {
            return;
        }

        _page.WriteLine($"<article class=\"{report.Verdict}\"><h2>{Encode(report.ProfileId)}: {report.Verdict}, "
            + $"{Encode(Percent.Of(report.Probability))} fake, {(report.Mode == DetectorMode.Observe ? "observed only" : report.RecommendedAction)}</h2><table>");
        WriteBar("prior", report.PriorBits, string.Empty);
        foreach (var signal in report.Signals)
        {
            var reasons = string.Join("<br>", signal.Reasons.Select(reason => $"{Encode(reason.Text)} <small>{Encode(reason.Code)}</small>"));
            var matches = signal.Matches.IsEmpty
                ? string.Empty
                : $"<br><small>{string.Join("<br>", signal.Matches.GroupBy(match => match.Person).OrderBy(group => group.Key ?? int.MaxValue).Select(Describe))}</small>";
            WriteBar(signal.Name, signal.WeightBits, reasons + matches);
        }

        WriteBar("posterior", report.PosteriorBits, string.Empty);
        _page.WriteLine("</table>");
        if (!report.Ablations.IsEmpty)
        {
            _page.WriteLine($"<p><small>{string.Join(" · ", report.Ablations.Select(ablation => $"{Encode(ablation.ToString())}, {Encode(Percent.Of(ablation.Probability))}"))}</small></p>");
        }

        _page.WriteLine("</article>");
    }

    /// <summary>The profiles of one person, so that a moderator sees groups and not pairs.</summary>
    private static string Describe(IGrouping<int?, PhotoMatch> group)
    {
        var person = group.Key switch
        {
            null => string.Empty,
            0 => "same person by name: ",
            var number => $"person {Number(number.Value, "0")}: ",
        };
        return person + string.Join(", ", group.Select(match => $"{Encode(match.ProfileId)} ({Describe(match)})"));
    }

    private static string Describe(PhotoMatch match) => match.Alteration is { } alteration
        ? Encode(alteration.ToString())
        : $"distance {Number(match.Distance, "0")}, {match.Transform}";

    internal void Finish(ScanSummary summary)
    {
        var counts = Enum.GetValues<AuthenticityVerdict>().Reverse().Select(verdict => $"{verdict}: {Number(summary.Count(verdict), "0")}");
        _page.WriteLine($"<p>{string.Join(" · ", counts)}</p>\n</body>\n</html>");
    }

    private void WriteBar(string name, double bits, string text)
    {
        var width = Math.Min(Math.Abs(bits) / FullBarBits, 1) * 50;
        var left = bits >= 0 ? 50 : 50 - width;
        _page.WriteLine($"<tr><td class=\"n\">{Encode(name)}</td><td class=\"b\">{Number(bits, "+0.0;−0.0;0")}</td>"
            + $"<td class=\"w\"><div class=\"t\"><i class=\"{(bits >= 0 ? "up" : "down")}\" style=\"left:{Number(left, "0.#")}%;width:{Number(width, "0.#")}%\"></i></div></td>"
            + $"<td>{text}</td></tr>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
