namespace FakeProfileDetector.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("demo", "--help")]
    [InlineData("scan", "--help")]
    [InlineData("evaluate", "--help")]
    [InlineData("hash", "--help")]
    [InlineData("names", "--help")]
    [InlineData("decide", "--help")]
    [InlineData("labels", "--help")]
    public async Task Run_AskedForHelp_PrintsItAndExitsWithZero(params string[] args)
    {
        var outcome = await Workspace.RunAsync(args);

        Assert.Equal(0, outcome.ExitCode);
        Assert.NotEmpty(outcome.Data);
        Assert.Empty(outcome.Messages);
    }

    [Fact]
    public async Task Run_AskedForHelp_ListsEveryCommand()
    {
        var outcome = await Workspace.RunAsync("--help");

        Assert.All(["demo", "scan", "evaluate", "hash", "names", "decide", "labels"], command =>
            Assert.Contains(outcome.DataLines, line => line.StartsWith(command + " ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData]
    [InlineData("guess")]
    [InlineData("--guess")]
    [InlineData("scan")]
    [InlineData("scan", "")]
    [InlineData("scan", "members.csv", "more.csv")]
    [InlineData("scan", "members.csv", "--guess")]
    [InlineData("scan", "members.csv", "--out")]
    [InlineData("scan", "members.csv", "--fail-on", "Genuine")]
    [InlineData("scan", "members.csv", "--fail-on", "3")]
    [InlineData("scan", "members.csv", "--observe", "--fail-on", "LikelyFake")]
    [InlineData("decide", "--store", "profiles.db", "a")]
    [InlineData("decide", "--store", "profiles.db", "a", "genuine")]
    [InlineData("decide", "--store", "profiles.db", "a", "same-person")]
    [InlineData("decide", "--store", "profiles.db", "a", "fake", "b")]
    [InlineData("decide", "a", "fake")]
    [InlineData("labels")]
    [InlineData("evaluate", "report.jsonl")]
    [InlineData("hash")]
    [InlineData("names")]
    public async Task Run_WrongUsage_ExitsWithOneAndPrintsNoData(params string[] args)
    {
        var outcome = await Workspace.RunAsync(args);

        Assert.Equal(1, outcome.ExitCode);
        Assert.NotEmpty(outcome.Messages);
        Assert.Empty(outcome.Data);
    }

    [Fact]
    public async Task Run_WrongUsage_ComplainsOnStandardError()
    {
        var run = await ToolProcess.RunAsync(["hash", "--algorithm", "md5", "photo.png"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("md5", run.Error, StringComparison.Ordinal);
        Assert.Contains("pdq", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan", "absent.csv")]
    [InlineData("evaluate", "absent.jsonl", "absent.csv")]
    [InlineData("names", "absent.tsv")]
    public async Task Run_MissingFile_NamesItAndExitsWithOne(string command, params string[] files)
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync([command, .. files.Select(workspace.PathOf)]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(files[0], Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }
}
