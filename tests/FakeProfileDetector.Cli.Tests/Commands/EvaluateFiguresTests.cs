using System.Text.Json;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>What evaluate makes of probabilities, in its three forms.</summary>
public sealed class EvaluateFiguresTests
{
    private static readonly string[] Report =
    [
        Line("a", "LikelyFake", 0.94), Line("b", "LikelyFake", 0.8), Line("c", "Suspicious", 0.4), Line("d", "NoAdverseEvidence", 0.1),
        Line("e", "Suspicious", 0.4), Line("f", "NoAdverseEvidence", 0.1), Line("g", "NoAdverseEvidence", 0.02), Line("h", "NoAdverseEvidence", 0.02),
    ];

    private static readonly string[] Truth =
        ["id,label,case", "a,fake,ring", "b,fake,ring", "c,fake,copy", "d,fake,copy", "e,genuine,unique", "f,genuine,unique", "g,genuine,unique", "h,genuine,unique"];

    [Fact]
    public async Task Text_Probabilities_GivePrecisionCurveAndCalibration()
    {
        var lines = (await EvaluateAsync(Report, Truth)).DataLines.Select(Squeeze).ToArray();

        // Of 16 pairs of a fake and a genuine profile 13 are in order, and 2 are equal: (13 + 2/2) / 16.
        Assert.Contains(lines, line => line.StartsWith("area under ROC 0.875 (", StringComparison.Ordinal));
        Assert.Contains("average precision 0.854", lines);
        Assert.Contains("0.1 % 50.0 % 100.0 % 0.8000", lines);
        Assert.Contains(lines, line => line.StartsWith("Suspicious or LikelyFake 0.3 % (0.0–", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("LikelyFake 100.0 % (0.0–100.0)", StringComparison.Ordinal));
        Assert.Contains("calibration at 50.0 %, the share of fakes in the files: Brier score 0.173, expected calibration error 0.163", lines);
        Assert.Contains(lines, line => line.StartsWith("re-weighted at 5.0 %, the prior of the report: Brier score 0.", StringComparison.Ordinal));
        Assert.Contains("0.4000–0.4000 2 40.0 % 50.0 % 9.5–90.5", lines);
    }

    [Fact]
    public async Task Text_PriorsThatDiffer_AreNotWeighedFor()
    {
        var outcome = await EvaluateAsync([.. Report[..^1], Line("h", "NoAdverseEvidence", 0.02, priorBits: -3)], Truth);

        Assert.DoesNotContain("re-weighted", outcome.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_SomeWithoutProbability_AreSaidAndLeftOutOfTheCurve()
    {
        var outcome = await EvaluateAsync([.. Report[..^1], """{"profileId":"h","verdict":"NoAdverseEvidence","probability":null}"""], Truth);

        Assert.Contains("no probability 1 of 8 profiles; they are left out below", outcome.DataLines.Select(Squeeze));
        Assert.Contains("false accusations 0.0 % (0 of 4 genuine profiles are called LikelyFake), 95 % interval 0.0–49.0", outcome.DataLines.Select(Squeeze));
        Assert.Contains("calibration at 57.1 %", string.Join('\n', outcome.DataLines.Select(Squeeze)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_NoFile_IsAllThatGoesToStandardOutput()
    {
        using var json = JsonDocument.Parse((await EvaluateAsync(Report, Truth, "--json")).Data);

        var root = json.RootElement;
        Assert.Equal(8, root.GetProperty("profiles").GetInt32());
        Assert.Equal(["copy", "ring", "unique"], root.GetProperty("cases").EnumerateArray().Select(item => item.GetProperty("case").GetString()));
        Assert.Equal(0.5, root.GetProperty("likelyFake").GetProperty("recall").GetProperty("value").GetDouble());
        Assert.Equal(1, root.GetProperty("suspiciousOrLikelyFake").GetProperty("falsePositives").GetInt32());
        Assert.Equal([0.001, 0.01, 0.1], root.GetProperty("likelyFake").GetProperty("precisionAt").EnumerateArray().Select(item => item.GetProperty("prevalence").GetDouble()));
        Assert.Equal(0.875, root.GetProperty("curve").GetProperty("area").GetProperty("value").GetDouble());
        var points = root.GetProperty("curve").GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal(JsonValueKind.Null, points[0].GetProperty("threshold").ValueKind);
        Assert.Equal([0.94, 0.8, 0.4, 0.1, 0.02], points[1..].Select(point => point.GetProperty("threshold").GetDouble()));
        Assert.Equal(0.5, root.GetProperty("calibration").GetProperty("prevalence").GetDouble());
        Assert.Equal(0.05, root.GetProperty("calibrationAtPrior").GetProperty("prevalence").GetDouble(), precision: 3);
    }

    [Fact]
    public async Task Files_JsonAndHtml_AreWrittenBesideTheTables()
    {
        using var workspace = new Workspace();
        var plain = await EvaluateAsync(Report, Truth);

        var outcome = await EvaluateAsync(Report, Truth, "--json", workspace.PathOf("new/figures.json"), "--html", workspace.PathOf("new/page.html"));

        Assert.Equal(plain.Data, outcome.Data);
        Assert.Equal((await EvaluateAsync(Report, Truth, "--json")).Data, File.ReadAllText(workspace.PathOf("new/figures.json")));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(workspace.PathOf("new/page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_OneFileForBoth_IsRefusedAndNothingWritten()
    {
        using var workspace = new Workspace();
        var target = workspace.PathOf("figures");

        var outcome = await Workspace.RunAsync(
            "evaluate", workspace.Write("report.jsonl", Report), workspace.Write("truth.csv", Truth), "--json", target, "--html", target);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"--html {target} is the file of --json {target}", outcome.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("--json", "report.jsonl")]
    [InlineData("--json", "truth.csv")]
    [InlineData("--html", "report.jsonl")]
    public async Task Files_TargetIsAnInput_IsRefusedAndLeftAlone(string option, string target)
    {
        using var workspace = new Workspace();
        var report = workspace.Write("report.jsonl", Report);
        var truth = workspace.Write("truth.csv", Truth);
        var before = File.ReadAllText(workspace.PathOf(target));

        var outcome = await Workspace.RunAsync("evaluate", report, truth, option, workspace.PathOf(target));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(target, outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(workspace.PathOf(target)));
    }

    [Fact]
    public async Task Html_Page_DrawsThreeCurvesWithBothVerdicts()
    {
        var page = await PageAsync(Report, Truth);

        Assert.Equal(3, page.Split("<svg ").Length - 1);
        Assert.Equal(3, page.Split("<polyline class=\"curve\"").Length - 1);
        Assert.Equal(2, page.Split("<circle class=\"likely\"").Length - 1);
        Assert.Equal(2, page.Split("<circle class=\"flagged\"").Length - 1);
        Assert.Contains("Area 0.875", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);

        // From the corner that flags nothing by 0.8 (half of the fakes, nobody else) to the one that flags all.
        Assert.Contains("points=\"64,312 64,237 64,162 139,87 214,12 364,12\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_Page_LoadsNothing() => SelfContainedPage.AssertLoadsNothing(await PageAsync(Report, Truth));

    [Fact]
    public async Task Html_Case_IsEncoded()
    {
        var page = await PageAsync(Report, [.. Truth[..^1], "h,genuine,<script>alert(1)</script>"]);

        Assert.Contains("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task AnyForm_NothingToDivideBy_IsNotAvailableAndNeverANumber(int rows)
    {
        // No profile at all, one fake, and fakes with one genuine profile: each form has a group that is empty.
        string[] truth = Truth[..(rows + 1)];
        var text = (await EvaluateAsync(Report, truth)).Data;
        var json = (await EvaluateAsync(Report, truth, "--json")).Data;
        var page = await PageAsync(Report, truth);

        Assert.All([text, json, page], form => Assert.DoesNotContain("NaN", form, StringComparison.Ordinal));
        Assert.All([text, json, page], form => Assert.DoesNotContain("∞", form, StringComparison.Ordinal));
        Assert.Equal(rows < 5, text.Contains("area under ROC     n/a", StringComparison.Ordinal));
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(rows < 5 ? JsonValueKind.Null : JsonValueKind.Object, parsed.RootElement.GetProperty("curve").ValueKind);
        Assert.Equal(rows < 5, page.Contains("Curves need probabilities", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Html_ManyProfiles_StaysSmall()
    {
        var ids = Enumerable.Range(0, 20_000).ToArray();
        var page = await PageAsync(
            [.. ids.Select(id => Line($"{id}", "NoAdverseEvidence", id / 20_000.0))],
            ["id,label,case", .. ids.Select(id => $"{id},{((id * 7919 % 20_000) < id ? "fake" : "genuine")},any")]);

        Assert.True(page.Length < 100_000, $"{page.Length} characters");
    }

    private static async Task<string> PageAsync(string[] report, string[] truth)
    {
        using var workspace = new Workspace();
        await EvaluateAsync(report, truth, "--html", workspace.PathOf("page.html"));
        return File.ReadAllText(workspace.PathOf("page.html"));
    }

    private static async Task<Outcome> EvaluateAsync(string[] report, string[] truth, params string[] options)
    {
        using var workspace = new Workspace();
        var outcome = await Workspace.RunAsync(["evaluate", workspace.Write("report.jsonl", report), workspace.Write("truth.csv", truth), .. options]);
        Assert.Equal((0, string.Empty), (outcome.ExitCode, outcome.Messages));
        return outcome;
    }

    // A prior of 5 %.
    private static string Line(string id, string verdict, double probability, double priorBits = -4.248) =>
        $$"""{"profileId":"{{id}}","verdict":"{{verdict}}","probability":{{probability}},"priorBits":{{priorBits}},"signals":[]}""";

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
