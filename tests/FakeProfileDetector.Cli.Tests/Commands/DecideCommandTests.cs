using System.Text;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>What an analyst decides: recorded, respected by later scans, taken back, and exported.</summary>
public sealed class DecideCommandTests
{
    private const string Header = "id,display_name,photo,observed_at,created_at,connections,following,posts,bio_length,has_url,faces";
    private const string Owner = "owner,Greta Holm,portrait.jpg,2026-11-01,2014-05-01,900,300,400,120,1,1";
    private const string Thief = "thief,Pavel Kowal,portrait.jpg,2026-11-01,2026-01-05,2,700,0,0,0,1";

    [Fact]
    public async Task Decide_SamePerson_IsRespectedByTheNextScan()
    {
        using var workspace = await ScannedAsync();

        var outcome = await DecideAsync(workspace, "thief", "same-person", "owner");

        Assert.Equal((0, string.Empty), (outcome.ExitCode, outcome.Data));
        var thief = await ThiefAsync(workspace);
        Assert.Contains("confirmed-same-person", thief.Codes);
        Assert.NotEqual("LikelyFake", thief.Verdict);
    }

    [Fact]
    public async Task Decide_Authentic_IsRespectedUntilWithdrawn()
    {
        using var workspace = await ScannedAsync();
        Assert.Equal("LikelyFake", (await ThiefAsync(workspace)).Verdict);

        await DecideAsync(workspace, "thief", "authentic", "--reviewer", "mod-7", "--note", "seen");
        var decided = await ThiefAsync(workspace);
        var withdrawn = await DecideAsync(workspace, "thief", "authentic", "--withdraw");

        Assert.Equal("NoAdverseEvidence", decided.Verdict);
        Assert.Contains("reviewed-authentic", decided.Codes);
        Assert.Equal(0, withdrawn.ExitCode);
        Assert.Equal("LikelyFake", (await ThiefAsync(workspace)).Verdict);
    }

    [Fact]
    public async Task Decide_Fake_IsCalledSoAndTurnsUpInTheReport()
    {
        using var workspace = await ScannedAsync();

        await DecideAsync(workspace, "thief", "fake");

        var thief = await ThiefAsync(workspace);
        Assert.Equal("LikelyFake", thief.Verdict);
        Assert.Equal(["confirmed-fake"], ScannedProfile.CodesOf(thief.Signal("review")));
    }

    [Theory]
    [InlineData("stranger", "fake")]
    [InlineData("thief", "same-person", "stranger")]
    [InlineData("thief", "same-person", "thief")]
    [InlineData(" ", "fake")]
    public async Task Decide_ProfilesThatCannotBeMeant_ExitsWithOneAndRecordsNothing(params string[] decision)
    {
        using var workspace = await ScannedAsync();

        var outcome = await DecideAsync(workspace, decision);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("identifier", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Equal(["id,label,case,owner"], (await LabelsAsync(workspace)).DataLines);
    }

    [Fact]
    public async Task Withdraw_DecisionThatDoesNotStand_ExitsWithOne()
    {
        using var workspace = await ScannedAsync();
        await DecideAsync(workspace, "thief", "fake");

        var outcome = await DecideAsync(workspace, "thief", "authentic", "--withdraw");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, (await LabelsAsync(workspace)).DataLines.Length);
    }

    [Theory]
    [InlineData("decide", "a", "fake")]
    [InlineData("labels")]
    public async Task Store_Absent_IsNamedAndNotMade(params string[] command)
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync([.. command, "--store", workspace.PathOf("absent.db")]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("absent.db", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("absent.db")));
    }

    [Fact]
    public async Task Labels_Decisions_AreTheTruthThatEvaluateReads()
    {
        using var workspace = await ScannedAsync();
        await DecideAsync(workspace, "thief", "fake");
        await DecideAsync(workspace, "owner", "authentic");
        await DecideAsync(workspace, "owner", "same-person", "thief");
        await Workspace.RunAsync("scan", workspace.PathOf("members.csv"), "--out", workspace.PathOf("report.jsonl"));

        var printed = await LabelsAsync(workspace);
        var written = await LabelsAsync(workspace, "--out", workspace.PathOf("new/labels.csv"));

        Assert.Equal(["id,label,case,owner", "owner,genuine,reviewed-authentic,", "thief,fake,confirmed-fake,"], printed.DataLines);
        Assert.Empty(written.Data);
        Assert.Equal(printed.DataLines, await File.ReadAllLinesAsync(workspace.PathOf("new/labels.csv"), TestContext.Current.CancellationToken));
        var evaluated = await Workspace.RunAsync("evaluate", workspace.PathOf("report.jsonl"), workspace.PathOf("new/labels.csv"));
        Assert.Equal(0, evaluated.ExitCode);
        Assert.Contains("confirmed-fake", evaluated.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_IntoTheStoreItself_IsRefused()
    {
        using var workspace = await ScannedAsync();

        var outcome = await LabelsAsync(workspace, "--out", workspace.PathOf("profiles.db"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("SQLite format 3", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(workspace.PathOf("profiles.db"), TestContext.Current.CancellationToken))[..15]));
    }

    [Fact]
    public async Task Observe_Scan_ReportsTheVerdictAndRecommendsNothing()
    {
        using var workspace = await ScannedAsync();

        var enforced = await Workspace.RunAsync("scan", workspace.PathOf("members.csv"));
        var observed = await Workspace.RunAsync("scan", workspace.PathOf("members.csv"), "--observe", "--html", workspace.PathOf("page.html"));

        static string[] Lines(Outcome outcome, string field) => [.. outcome.Profiles.Select(profile => profile.Line.GetProperty(field).GetString()!)];
        Assert.Equal(["Enforce", "Enforce"], Lines(enforced, "mode"));
        Assert.Equal(["Observe", "Observe"], Lines(observed, "mode"));
        Assert.Equal(["None", "None"], Lines(observed, "recommendedAction"));
        Assert.Equal(Lines(enforced, "verdict"), Lines(observed, "verdict"));
        Assert.Contains("LikelyFake", Lines(observed, "verdict"));
        Assert.Contains("observed only", await File.ReadAllTextAsync(workspace.PathOf("page.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<Workspace> ScannedAsync()
    {
        var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);
        var outcome = await Workspace.RunAsync(
            "scan", workspace.Write("members.csv", Header, Owner, Thief), "--store", workspace.PathOf("profiles.db"));
        Assert.Equal(0, outcome.ExitCode);
        return workspace;
    }

    private static Task<Outcome> DecideAsync(Workspace workspace, params string[] decision) =>
        Workspace.RunAsync(["decide", "--store", workspace.PathOf("profiles.db"), .. decision]);

    private static Task<Outcome> LabelsAsync(Workspace workspace, params string[] more) =>
        Workspace.RunAsync(["labels", "--store", workspace.PathOf("profiles.db"), .. more]);

    private static async Task<ScannedProfile> ThiefAsync(Workspace workspace)
    {
        var outcome = await Workspace.RunAsync("scan", workspace.PathOf("members.csv"), "--store", workspace.PathOf("profiles.db"));
        return outcome.Profiles.Single(profile => profile.Id == "thief");
    }
}
