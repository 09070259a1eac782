namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class LabelsCommandTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("@SUM(1+1)")]
    [InlineData("+49 30 1")]
    [InlineData("-5")]
    [InlineData("'=1+1")]
    [InlineData("plain")]
    [InlineData("o'clock")]
    [InlineData("a;=1+1")]
    [InlineData("a\t=1+1")]
    public async Task Labels_Id_RunsInNoSpreadsheetAndIsReadBackAsItWas(string id)
    {
        using var workspace = new Workspace();
        var members = workspace.Write("members.csv", "id,posts", $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1", "other,2");
        string[] store = ["--store", workspace.PathOf("s.db")];
        await Workspace.RunAsync(["scan", members, "--out", workspace.PathOf("r.jsonl"), .. store]);
        Assert.Equal(0, (await Workspace.RunAsync(["decide", .. store, "--", id, "fake"])).ExitCode);

        var printed = await Workspace.RunAsync(["labels", .. store]);
        await Workspace.RunAsync(["labels", .. store, "--out", workspace.PathOf("labels.csv")]);
        var evaluated = await Workspace.RunAsync("evaluate", workspace.PathOf("r.jsonl"), workspace.PathOf("labels.csv"));
        var calibrated = await Workspace.RunAsync("calibrate", members, "--truth", workspace.PathOf("labels.csv"), "--out", workspace.PathOf("w.json"));

        Assert.DoesNotContain(printed.DataLines[1].TrimStart('"')[0], "=+-@\t");
        Assert.DoesNotContain(printed.DataLines, line => line[0] != '"' && line.AsSpan().ContainsAny(";\t|"));
        Assert.Contains("not in the truth   1 profiles of the report", evaluated.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("not in the report", evaluated.Data, StringComparison.Ordinal);
        Assert.Contains("There are 1 fake and 0 genuine", calibrated.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("name no member", calibrated.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hash_PathThatASpreadsheetWouldRun_IsPrintedAsThePathItIs()
    {
        using var workspace = new Workspace();
        workspace.Paint("=1.jpg", 1);

        var run = await ToolProcess.RunAsync(["hash", "--", "=1.jpg"], workingDirectory: workspace.Folder);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($",.{Path.DirectorySeparatorChar}=1.jpg", run.Output.TrimEnd(), StringComparison.Ordinal);
    }
}
