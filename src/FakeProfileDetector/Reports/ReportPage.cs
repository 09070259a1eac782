using System.Globalization;
using System.Net;
using System.Text;

namespace FakeProfileDetector.Reports;

/// <summary>Writes a self-contained page for moderators: every profile with something against it, as a waterfall of evidence.</summary>
/// <remarks>
/// Profiles without an adverse verdict are counted; checks that are unfinished, because a signal failed or timed out, are
/// counted and named. The page runs no script and loads nothing, and its Content-Security-Policy forbids both. All that
/// members chose themselves is encoded and made visible (<see cref="DisplayText"/>). It shows what the reports hold: redact
/// them first for other readers than moderators.
/// </remarks>
/// <threadsafety>Not safe for use by several threads at once.</threadsafety>
public sealed class ReportPage
{
    // A bar this many bits long fills its half of the column.
    private const double FullBarBits = 12;

    // Whoever has more unfinished checks has one cause to look for, and not a list to read.
    private const int MaximumNamed = 1000;

    private readonly TextWriter _writer;
    private readonly Dictionary<AuthenticityVerdict, int> _counts = [];
    private readonly List<string> _unfinished = [];
    private int _unfinishedCount;
    private bool _isBegun;

    /// <summary>Creates a page; nothing is written yet.</summary>
    /// <param name="writer">Where to write, UTF-8. It is not closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public ReportPage(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
    }

    /// <summary>Adds a report; it is written at once, so that a page of any length takes little memory.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Stops writing; the page is then of no use.</param>
    /// <returns>A task that ends when it is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public async Task AddAsync(AuthenticityReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        _counts[report.Verdict] = _counts.GetValueOrDefault(report.Verdict) + 1;
        NoteUnfinished(report);
        if (report.Verdict >= AuthenticityVerdict.Suspicious)
        {
            await WriteAsync(Article(report), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the counts and the end of the page, and flushes.</summary>
    /// <param name="cancellationToken">Stops writing; the page is then of no use.</param>
    /// <returns>A task that ends when it is written.</returns>
    public async Task FinishAsync(CancellationToken cancellationToken = default)
    {
        var counts = Enum.GetValues<AuthenticityVerdict>().Reverse().Select(verdict => $"{verdict}: {Number(_counts.GetValueOrDefault(verdict), "0")}");
        await WriteAsync($"{Unfinished()}<p>{string.Join(" · ", counts)}</p>\n</body>\n</html>\n", cancellationToken).ConfigureAwait(false);
        await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Article(AuthenticityReport report)
    {
        var action = report.Mode == DetectorMode.Observe ? "observed only" : report.RecommendedAction.ToString();
        var html = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<article class=\"{report.Verdict}\"><h2>{Name(report.ProfileId)}: {report.Verdict}, ")
            .Append(CultureInfo.InvariantCulture, $"{Encode(DisplayText.Percent(report.Probability))} fake, {action}</h2><table>\n")
            .Append(Bar("prior", report.PriorBits, string.Empty));
        foreach (var signal in report.Signals)
        {
            html.Append(Bar(signal.Name, signal.WeightBits, Explain(signal)));
        }

        html.Append(Bar("posterior", report.PosteriorBits, string.Empty)).Append("</table>\n");
        if (!report.Ablations.IsEmpty)
        {
            var ablations = report.Ablations.Select(ablation => Encode($"{ablation}, {DisplayText.Percent(ablation.Probability)}"));
            html.Append(CultureInfo.InvariantCulture, $"<p><small>{string.Join(" · ", ablations)}</small></p>\n");
        }

        return html.Append("</article>\n").ToString();
    }

    private static string Explain(SignalReport signal)
    {
        var reasons = signal.Reasons.Select(reason => $"{Encode(reason.Text)} <small>{Encode(reason.Code)}</small>");

        // The profiles of one person together, so that a moderator sees groups and not pairs.
        var matches = signal.Matches.GroupBy(match => match.Person).OrderBy(group => group.Key ?? int.MaxValue).Select(group => $"<small>{Describe(group)}</small>");
        return string.Join("<br>", reasons.Concat(matches));
    }

    private static string Describe(IGrouping<int?, PhotoMatch> group)
    {
        var person = group.Key switch
        {
            null => string.Empty,
            0 => "same person by name: ",
            var number => $"person {Number(number.Value, "0")}: ",
        };
        return person + string.Join(", ", group.Select(match => $"{Name(match.ProfileId)} ({Encode(Describe(match))})"));
    }

    private static string Describe(PhotoMatch match) => match.Alteration is { } alteration
        ? alteration.ToString()
        : $"distance {Number(match.Distance, "0")}, {match.Transform}";

    private static string Bar(string name, double bits, string text)
    {
        var isKnown = double.IsFinite(bits);
        var width = isKnown ? Math.Min(Math.Abs(bits) / FullBarBits, 1) * 50 : 0;
        var left = bits < 0 ? 50 - width : 50;
        return $"<tr><td class=\"n\">{Encode(name)}</td><td class=\"b\">{(isKnown ? Number(bits, "+0.0;−0.0;0") : "unknown")}</td>"
            + "<td class=\"w\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">"
            + $"<rect class=\"{(bits < 0 ? "down" : "up")}\" x=\"{Number(left, "0.#")}\" width=\"{Number(width, "0.#")}\" height=\"10\"/>"
            + $"<path d=\"M50 0V10\"/></svg></td><td>{text}</td></tr>\n";
    }

    private void NoteUnfinished(AuthenticityReport report)
    {
        var failed = report.Signals.Where(signal => signal.Outcome == SignalOutcome.Failed).Select(signal => signal.Name).ToArray();
        if (failed.Length == 0)
        {
            return;
        }

        _unfinishedCount++;
        if (_unfinished.Count < MaximumNamed)
        {
            _unfinished.Add($"{Name(report.ProfileId)} ({Encode(string.Join(", ", failed))})");
        }
    }

    private string Unfinished()
    {
        if (_unfinishedCount == 0)
        {
            return string.Empty;
        }

        var others = _unfinishedCount - _unfinished.Count;
        return $"<h2>Unfinished checks: {Number(_unfinishedCount, "0")}</h2>\n"
            + "<p>A signal failed or timed out, so that its evidence is missing. Check these profiles again: "
            + $"{string.Join(", ", _unfinished)}{(others > 0 ? $" and {Number(others, "0")} more" : string.Empty)}.</p>\n";
    }

    private async Task WriteAsync(string html, CancellationToken cancellationToken)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            await _writer.WriteAsync(ReportPageHead.Html.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        await _writer.WriteAsync(html.AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An identifier, isolated so that its direction of writing moves nothing beside it.</summary>
    private static string Name(string profileId) => $"<bdi>{Encode(profileId)}</bdi>";

    private static string Encode(string text) => WebUtility.HtmlEncode(DisplayText.Of(text));

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
