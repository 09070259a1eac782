using System.Reflection;

namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task Demo_NewFolder_WritesEveryFile()
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync("demo", workspace.PathOf("a/new/folder"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(
            ["members.csv", "truth.csv", "report.jsonl", "report.html", "profiles.db"],
            name => Assert.True(new FileInfo(Path.Combine(workspace.PathOf("a/new/folder"), name)) is { Exists: true, Length: > 0 }, name));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(workspace.PathOf("a/new/folder"), "photos"), "*.jpg"));
    }

    [Fact]
    public async Task Demo_PlantedFakes_AreCalledLikelyFakeAndNobodyElse()
    {
        using var workspace = new Workspace();

        await Workspace.RunAsync("demo", workspace.Folder);

        var truths = TruthTable.Read(workspace.PathOf("truth.csv"));
        var profiles = ScannedProfile.Read(workspace.PathOf("report.jsonl"));
        Assert.Equal(truths.Keys.Order(), profiles.Select(profile => profile.Id).Order());
        Assert.Contains(truths.Values, truth => truth.IsFake);
        Assert.All(profiles, profile => Assert.Equal(truths[profile.Id].IsFake, profile.Verdict == "LikelyFake"));
    }

    [Fact]
    public async Task Demo_PlantedCases_CarryTheirReasons()
    {
        using var workspace = new Workspace();

        await Workspace.RunAsync("demo", workspace.Folder);

        var truths = TruthTable.Read(workspace.PathOf("truth.csv"));
        foreach (var profile in ScannedProfile.Read(workspace.PathOf("report.jsonl")))
        {
            var expected = truths[profile.Id].Case switch
            {
                "ring" => "photo-ring",
                "victim" => "photo-likely-original",
                "duplicate" => "duplicate-account",
                "newcomer" => "account-new",
                "unique" => "photo-unique",
                var theft when theft.StartsWith("stolen-", StringComparison.Ordinal) => "photo-likely-taken",
                _ => null,
            };
            Assert.True(
                expected is null ? profile.ImageReuse.GetProperty("outcome").GetString() == "Abstained" : profile.Codes.Contains(expected),
                $"{profile.Id}, {truths[profile.Id].Case}: {string.Join(' ', profile.Codes)}");
        }
    }

    [Fact]
    public async Task Demo_RunTwice_WritesTheSameReport()
    {
        using var workspace = new Workspace();
        var first = await Workspace.RunAsync("demo", workspace.Folder);
        var report = File.ReadAllText(workspace.PathOf("report.jsonl"));

        var second = await Workspace.RunAsync("demo", workspace.Folder);

        Assert.Equal(0, second.ExitCode);
        Assert.Equal(first.Data, second.Data);
        Assert.Equal(report, File.ReadAllText(workspace.PathOf("report.jsonl")));
    }

    [Fact]
    public async Task Demo_Output_IsTheTableOfTheEvaluation()
    {
        using var workspace = new Workspace();

        var demo = await Workspace.RunAsync("demo", workspace.Folder);
        var evaluate = await Workspace.RunAsync("evaluate", workspace.PathOf("report.jsonl"), workspace.PathOf("truth.csv"));

        Assert.StartsWith(demo.Data, evaluate.Data, StringComparison.Ordinal);
        Assert.Contains("precision          100.0 %", demo.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_NoFolderGiven_DrawsIntoTheWorkingFolder()
    {
        using var workspace = new Workspace();

        var run = await ToolProcess.RunAsync(["demo"], workingDirectory: workspace.Folder);

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(workspace.PathOf("fakeprofile-demo/report.html")));
    }

    [Fact]
    public async Task Demo_FolderIsAFile_ExitsWithOne()
    {
        using var workspace = new Workspace();
        var file = workspace.WriteText("taken", "text");

        Assert.Equal(1, (await Workspace.RunAsync("demo", file)).ExitCode);
    }

    [Fact]
    public void Demo_OwnAssemblies_ReferenceNoNetworkLibrary()
    {
        // What links no network library needs no network.
        var assemblies = Directory.GetFiles(AppContext.BaseDirectory, "FakeProfileDetector*.dll")
            .Where(path => !path.Contains(".Tests", StringComparison.Ordinal)).Append(typeof(CommandLine).Assembly.Location);
        Assert.All(assemblies, path => Assert.DoesNotContain(
            Assembly.LoadFrom(path).GetReferencedAssemblies(),
            reference => reference.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Requests" or "System.Net.WebClient"));
    }
}
