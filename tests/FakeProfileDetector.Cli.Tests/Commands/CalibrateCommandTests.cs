using System.Text.Json;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class CalibrateCommandTests : IDisposable
{
    private const string Header = "id,label,campaign,created_at,observed_at,connections,following,posts,bio_length";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Calibrate_Histories_WritesWeightsAndSaysWhatTheyAre()
    {
        var outcome = await CalibrateAsync(Members(200));
        var provenance = Written().GetProperty("provenance");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Equal(
            (100, 300, "labeled.csv"),
            (provenance.GetProperty("fakes").GetInt32(), provenance.GetProperty("genuine").GetInt32(), provenance.GetProperty("data").GetString()));
        Assert.Contains("100 fake and 300 genuine", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("No member has a photo", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("expected calibration error", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown and ignored", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_Photos_LearnsEverySignal()
    {
        _workspace.Paint("one.jpg", 1);
        string[] lines = [Header + ",photo", .. Members(200).Skip(1).Select((line, i) => line + (i == 0 ? ",one.jpg" : ","))];

        var outcome = await CalibrateAsync(lines);

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("No member has a photo", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(3, Written().GetProperty("signalScales").EnumerateObject().Count());
    }

    [Fact]
    public async Task Scan_WithWeights_TakesTheirPrior()
    {
        await CalibrateAsync(Members(200), "--prior", "0.01");
        var members = _workspace.Write("members.csv", "id,posts", "a,30");

        var before = await Workspace.RunAsync("scan", members);
        var after = await Workspace.RunAsync("scan", members, "--weights", Output);

        Assert.Equal(-4.248, PriorBits(before));
        Assert.Equal(Math.Round(WeightOfEvidence.FromProbability(DetectorWeights.Load(Output).PriorProbability!.Value), 3), PriorBits(after));
        Assert.True(PriorBits(after) < PriorBits(before));
    }

    [Fact]
    public async Task Scan_OutputIsTheFileOfWeights_IsRefused()
    {
        var weights = _workspace.WriteText("w.json", "kept");

        var outcome = await Workspace.RunAsync("scan", _workspace.Write("members.csv", "id", "a"), "--weights", weights, "--out", weights);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("kept", await File.ReadAllTextAsync(weights, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task Scan_WithBadWeights_NamesTheFileAndExitsWithOne(string text)
    {
        var outcome = await Workspace.RunAsync("scan", _workspace.Write("members.csv", "id", "a"), "--weights", _workspace.WriteText("w.json", text));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("\"w.json\"", outcome.Messages, StringComparison.Ordinal);
        Assert.Empty(outcome.Data);
    }

    [Theory]
    [InlineData("maybe", "label is \"maybe\" where fake or genuine is expected")]
    [InlineData("", "label is missing")]
    public async Task Calibrate_BadLabel_IsRefusedByLine(string label, string says)
    {
        var outcome = await CalibrateAsync(["id,label", "a,fake", $"b,{label}"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"labeled.csv:3: {says}", outcome.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public async Task Calibrate_NoLabelColumn_IsRefused()
    {
        var outcome = await CalibrateAsync(["id", "a"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("label is missing", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_TooFew_SaysHowManyAreNeeded()
    {
        var outcome = await CalibrateAsync(["id,label", "a,fake", "b,genuine"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1 fake and 1 genuine accounts, and 50 of each are needed", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_OneCampaign_IsRefusedUnlessAnotherColumnIsNamed()
    {
        string[] lines = [Header + ",batch", .. Members(200).Skip(1).Select((line, i) => line.Replace(",fake,,", ",fake,c1,", StringComparison.Ordinal) + $",b{i % 40}")];

        var byCampaign = await CalibrateAsync(lines);
        var byBatch = await CalibrateAsync(lines, "--group", "batch");

        Assert.Equal(1, byCampaign.ExitCode);
        Assert.Contains("The fakes fall into 1 groups", byCampaign.Messages, StringComparison.Ordinal);
        Assert.Equal(0, byBatch.ExitCode);
        Assert.Equal(40, Written().GetProperty("provenance").GetProperty("groups").GetInt32());
    }

    [Fact]
    public async Task Calibrate_GroupColumnThatIsNotThere_IsRefused()
    {
        // Ungrouped, clones of one campaign would vouch for each other, and nobody would know.
        var outcome = await CalibrateAsync(Members(200), "--group", "campain");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("labeled.csv has no column campain; its columns are: id, label, campaign", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_Truth_LearnsFromThoseItNames()
    {
        // What decide and labels leave: identifiers and labels, no histories.
        var rows = Members(200).Skip(1).Select(line => line.Split(',')).ToArray();
        var truth = _workspace.Write("truth.csv", ["id,label,case,owner", .. rows.Skip(40).Select(cells => $"{cells[0]},{cells[1]},,"), "gone,fake,,"]);
        string[] members = ["id,connections,posts", .. rows.Select(cells => $"{cells[0]},{cells[5]},{cells[7]}")];

        var outcome = await CalibrateAsync(members, "--truth", truth);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("90 fake and 270 genuine", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("1 labels of truth.csv name no member", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_FilesOfOneName_AreTwoSets()
    {
        Directory.CreateDirectory(_workspace.PathOf("other"));
        var other = _workspace.Write("other/labeled.csv", [Header, .. Members(200).Skip(1).Select(line => $"other-{line}")]);

        var outcome = await CalibrateAsync(Members(200), other);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Null(DetectorWeights.Load(Output).PriorProbability);
    }

    [Fact]
    public async Task Calibrate_OneIdInTwoFiles_IsRefused()
    {
        var outcome = await CalibrateAsync(Members(200), _workspace.Write("other.csv", "id,label", "m7,genuine"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("id \"m7\" stands in labeled.csv and in other.csv", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--folds", "1")]
    [InlineData("--prior", "2")]
    public async Task Calibrate_OptionOutOfRange_IsRefusedByName(string option, string value)
    {
        var outcome = await CalibrateAsync(Members(200), option, value);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(option, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_OutputIsTheInput_IsRefused()
    {
        var labeled = _workspace.Write("labeled.csv", Members(200));

        var outcome = await Workspace.RunAsync("calibrate", labeled, "--out", labeled);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith(Header, await File.ReadAllTextAsync(labeled, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private string Output => _workspace.PathOf("weights.json");

    /// <summary>The file of weights that was written, which can be read.</summary>
    private JsonElement Written()
    {
        DetectorWeights.Load(Output);
        using var file = JsonDocument.Parse(File.ReadAllText(Output));
        return file.RootElement.Clone();
    }

    private Task<Outcome> CalibrateAsync(string[] lines, params string[] more) =>
        Workspace.RunAsync(["calibrate", _workspace.Write("labeled.csv", lines), "--out", Output, .. more]);

    private static double PriorBits(Outcome outcome)
    {
        using var line = JsonDocument.Parse(Assert.Single(outcome.DataLines));
        return line.RootElement.GetProperty("priorBits").GetDouble();
    }

    /// <summary>Twice as many members, a quarter of them fake, with counts that overlap.</summary>
    private static string[] Members(int half)
    {
        var random = new Random(3);
        return [Header, .. Enumerable.Range(0, 2 * half).Select(i =>
        {
            var isFake = i % 4 == 0;
            return $"m{i},{(isFake ? "fake" : "genuine")},,2024-01-01,2026-01-01,{random.Next(isFake ? 200 : 900)},{random.Next(50, 900)},"
                + $"{random.Next(isFake ? 20 : 300)},{(random.NextDouble() < (isFake ? 0.1 : 0.8) ? 60 : 0)}";
        })];
    }
}
