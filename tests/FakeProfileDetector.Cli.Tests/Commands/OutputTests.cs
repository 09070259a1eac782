namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>No command writes over what it reads, over a store, or over its own other output; and it says so before it touches anything.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    public static TheoryData<string> Collisions => [
        "scan members.csv --out members.csv",
        "scan members.csv --html members.csv",
        "scan members.csv --store members.csv",
        "scan members.csv --out a.jpg",
        "scan members.csv --html a.jpg",
        "scan members.csv --store t.db --out t.db",
        "scan members.csv --store t.db --html t.db-wal",
        "scan members.csv --store old.db --out old.db",
        "scan members.csv --store old.db --out ./old.db",
        "scan members.csv --store old.db --html old.db-journal",
        "scan members.csv --out x --html x",
        "scan members.csv --out x --html folder/../x",
        "scan members.csv --weights weights.json --out weights.json",
        "scan members.csv --weights weights.json --store weights.json",
        "evaluate report.jsonl truth.csv --json report.jsonl",
        "evaluate report.jsonl truth.csv --html truth.csv",
        "evaluate report.jsonl truth.csv --json x --html x",
        "calibrate members.csv --out members.csv",
        "calibrate members.csv other.csv --out other.csv",
        "calibrate members.csv --truth truth.csv --out truth.csv",
        "calibrate members.csv --truth truth.csv --out a.jpg",
        "labels --store old.db --out old.db",
        "labels --store old.db --out old.db-wal",
    ];

    [Theory]
    [MemberData(nameof(Collisions))]
    public async Task Output_CollidesWithAnotherFile_IsRefusedAndNothingIsTouched(string command)
    {
        await FillAsync();
        var before = Contents();

        var outcome = await RunAsync(command.Split(' '));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.EndsWith("name another file to write to.", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Theory]
    [InlineData("scan members.csv --store old.db --out LINK", "old.db")]
    [InlineData("scan members.csv --out LINK", "a.jpg")]
    [InlineData("scan members.csv --store LINK", "members.csv")]
    [InlineData("labels --store LINK --out old.db", "old.db")]
    [InlineData("evaluate report.jsonl truth.csv --html LINK", "truth.csv")]
    [InlineData("calibrate members.csv --out LINK", "members.csv")]
    public async Task Output_LinksToAnotherFile_IsRefusedAndNothingIsTouched(string command, string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege.");
        await FillAsync();
        File.CreateSymbolicLink(_workspace.PathOf("soft"), target);
        _workspace.Link(target, "hard");
        var before = Contents();

        foreach (var link in new[] { "soft", "hard" })
        {
            var outcome = await RunAsync(command.Replace("LINK", link, StringComparison.Ordinal).Split(' '));

            Assert.Equal(1, outcome.ExitCode);
            Assert.EndsWith("name another file to write to.", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
            Assert.Equal(before, Contents());
        }
    }

    [Fact]
    public async Task Output_Collision_NamesBothFiles()
    {
        await FillAsync();

        var outcome = await Workspace.RunAsync(
            "scan", _workspace.PathOf("members.csv"), "--store", _workspace.PathOf("old.db"), "--out", _workspace.PathOf("folder/../old.db"));

        Assert.Contains($"--out {_workspace.PathOf("folder/../old.db")} is the store {_workspace.PathOf("old.db")}", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("members.csv", "mine")]
    [InlineData("truth.csv", "mine")]
    [InlineData("profiles.db", "mine")]
    [InlineData("report.html", "mine")]
    public async Task Demo_FolderWithForeignFiles_IsRefusedAndNothingIsTouched(string name, string text)
    {
        _workspace.WriteText(name, text);

        var outcome = await Workspace.RunAsync("demo", _workspace.Folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(name, Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Equal([_workspace.PathOf(name)], Directory.GetFileSystemEntries(_workspace.Folder));
        Assert.Equal(text, await File.ReadAllTextAsync(_workspace.PathOf(name)));
    }

    [Fact]
    public async Task Output_NullDevice_TakesEverything()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It has another name.");
        await FillAsync();

        var outcome = await Workspace.RunAsync("scan", _workspace.PathOf("members.csv"), "--out", "/dev/null", "--html", "/dev/null");

        Assert.Equal((0, string.Empty), (outcome.ExitCode, outcome.Data));
    }

    [Fact]
    public async Task Output_StandardOutputByName_IsThePipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It has another name.");
        await FillAsync();

        var run = await ToolProcess.RunAsync(["scan", _workspace.PathOf("members.csv"), "--out", "/dev/stdout"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("a", Assert.Single(ScannedProfile.Parse(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).Id);
        Assert.NotNull(new FileInfo("/dev/stdout").LinkTarget);
    }

    [Fact]
    public async Task Output_CommandThatFails_LeavesTheFileOfBefore()
    {
        await FillAsync();

        var outcome = await RunAsync("evaluate", "members.csv", "truth.csv", "--json", "weights.json");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("weights", await File.ReadAllTextAsync(_workspace.PathOf("weights.json")));
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.tmp"));
    }

    private async Task FillAsync()
    {
        _workspace.Paint("a.jpg", 1);
        _workspace.Write("members.csv", "id,photo", "a,a.jpg");
        _workspace.Write("other.csv", "id,photo", "b,");
        _workspace.Write("truth.csv", "id,label", "a,genuine");
        _workspace.WriteText("weights.json", "weights");
        Directory.CreateDirectory(_workspace.PathOf("folder"));
        var outcome = await RunAsync("scan", "members.csv", "--store", "old.db", "--out", "report.jsonl");
        Assert.Equal(0, outcome.ExitCode);
    }

    /// <summary>Runs a command whose arguments with a dot or of one letter are files of the workspace.</summary>
    private Task<Outcome> RunAsync(params string[] args) => Workspace.RunAsync(
        [.. args.Select(arg => arg.Contains('.', StringComparison.Ordinal) || arg is "x" or "soft" or "hard" || arg.Contains('/', StringComparison.Ordinal) ? _workspace.PathOf(arg) : arg)]);

    private Dictionary<string, string> Contents() => Directory.GetFiles(_workspace.Folder).ToDictionary(
        path => Path.GetFileName(path), path => Convert.ToHexString(File.ReadAllBytes(path)));
}
