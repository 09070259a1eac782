using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reports;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Reports;

public sealed partial class ReportPageTests
{
    private static readonly AuthenticityReport Thief = new("thief")
    {
        Verdict = AuthenticityVerdict.LikelyFake,
        RecommendedAction = RecommendedAction.Report,
        Probability = 0.9999,
        PriorBits = -3,
        PosteriorBits = 9,
        Signals =
        [
            new(
                "image-reuse",
                SignalOutcome.Adverse,
                24,
                [new Reason("photo-shared", "It is shared.")],
                [
                    new("b", 3, DihedralTransform.Mirror),
                    new("owner", 0, DihedralTransform.None) { Person = 1 },
                    new("self", 0, DihedralTransform.None) { Person = 0, Alteration = new() { Kept = new(0, 0, 0.5, 0.5) } },
                    new("owner-2", 4, DihedralTransform.None) { Person = 1 },
                ]),
            new("history", SignalOutcome.Supporting, -3, [new Reason("history-ordinary", "It is ordinary.")], []),
        ],
        Ablations = [new("image-reuse", AuthenticityVerdict.NoAdverseEvidence, 0.001)],
    };

    [Fact]
    public async Task AddAsync_AdverseReport_IsListedWithItsEvidence()
    {
        var page = await PageAsync(Thief);

        Assert.Contains("<article class=\"LikelyFake\"><h2><bdi>thief</bdi>: LikelyFake, &gt; 99 % fake, Report</h2>", page, StringComparison.Ordinal);
        Assert.Contains("It is shared. <small>photo-shared</small>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<small>same person by name: <bdi>self</bdi> (cropped to 50 %)</small><br>"
            + "<small>person 1: <bdi>owner</bdi> (distance 0, None), <bdi>owner-2</bdi> (distance 4, None)</small><br>"
            + "<small><bdi>b</bdi> (distance 3, Mirror)</small>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("without image-reuse: NoAdverseEvidence, &lt; 1 %", page, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"up\" x=\"50\" width=\"50\"", page, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"down\" x=\"37.5\" width=\"12.5\"", page, StringComparison.Ordinal);
        Assert.Equal(
            [("prior", "−3.0"), ("image-reuse", "+24.0"), ("history", "−3.0"), ("posterior", "+9.0")],
            Bars().Matches(page).Select(match => (match.Groups[1].Value, match.Groups[2].Value)));
    }

    [Fact]
    public async Task FinishAsync_AllReports_AreCounted()
    {
        var page = await PageAsync(
            Thief, Thief, new("a") { Verdict = AuthenticityVerdict.Suspicious }, new("b") { Verdict = AuthenticityVerdict.NoAdverseEvidence });

        Assert.Contains("LikelyFake: 2 · Suspicious: 1 · NoAdverseEvidence: 1 · InsufficientEvidence: 0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi>b</bdi>:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Unfinished", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AnyNumberOfReports_BeginsAndEndsOnce()
    {
        foreach (var count in new[] { 0, 1, 3 })
        {
            var page = await PageAsync(Enumerable.Repeat(Thief, count));

            Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
            Assert.All(["<!DOCTYPE", "<style>", "<body>", "</body>", "</html>"], part => Assert.Equal(2, page.Split(part).Length));
            Assert.Equal(count, page.Split("<article").Length - 1);
        }
    }

    [Fact]
    public async Task FinishAsync_UnfinishedChecks_AreCountedAndNamed()
    {
        var page = await PageAsync([Thief, .. Enumerable.Range(0, 1002).Select(i => new AuthenticityReport($"<{i}>")
        {
            Verdict = AuthenticityVerdict.InsufficientEvidence,
            Signals =
            [
                new("image-reuse", SignalOutcome.Failed, 0, [], []),
                new("history", SignalOutcome.Neutral, 0, [], []),
                new("<own>", SignalOutcome.Failed, 0, [], []),
            ],
        })]);

        Assert.Contains("<h2>Unfinished checks: 1002</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>&lt;0&gt;</bdi> (image-reuse, &lt;own&gt;), <bdi>&lt;1&gt;</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>&lt;999&gt;</bdi> (image-reuse, &lt;own&gt;) and 2 more.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ObservedReport_SaysSo() =>
        Assert.Contains("fake, observed only</h2>", await PageAsync(new AuthenticityReport(Thief) { Mode = DetectorMode.Observe }), StringComparison.Ordinal);

    [Fact]
    public async Task Page_RedactedReport_ClaimsNoNumber()
    {
        var page = await PageAsync(Thief.RedactFor(ReportAudience.Application));

        Assert.Contains("LikelyFake, unknown fake", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    /// <summary>The policy allows the one style sheet of the page, by its hash, and no script, picture, frame or form.</summary>
    [Fact]
    public async Task Page_Policy_AllowsItsStylesAlone()
    {
        var page = await PageAsync(Thief);

        var style = StyleSheet().Match(page).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">",
            page,
            StringComparison.Ordinal);

        // A hash allows no style attributes: what is drawn is drawn without.
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', page);
    }

    [Fact]
    public Task Page_AnyReport_HoldsNothingOfAMembersMaking() => RandomReports.Report.SampleAsync(async report =>
    {
        var page = await PageAsync(new AuthenticityReport(report) { Verdict = AuthenticityVerdict.Suspicious });

        Assert.Equal(KnownTags, Tags().Matches(page).Select(match => match.Groups[1].Value).Union(KnownTags).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(page, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202E', page);
    }, iter: 200);

    private static readonly string[] KnownTags =
    [
        "!DOCTYPE", "article", "bdi", "body", "br", "h1", "h2", "head", "html", "meta", "p", "path", "rect", "small", "style", "svg", "table", "td", "title", "tr",
    ];

    private static async Task<string> PageAsync(params IEnumerable<AuthenticityReport> reports)
    {
        using var writer = new StringWriter();
        var page = new ReportPage(writer);
        foreach (var report in reports)
        {
            await page.AddAsync(report, TestContext.Current.CancellationToken);
        }

        await page.FinishAsync(TestContext.Current.CancellationToken);
        return writer.ToString();
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("<td class=\"n\">(.*?)</td><td class=\"b\">(.*?)</td>")]
    private static partial Regex Bars();

    [GeneratedRegex("</?([^ >/]+)")]
    private static partial Regex Tags();
}
