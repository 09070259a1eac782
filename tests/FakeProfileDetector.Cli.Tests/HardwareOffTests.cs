using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>Same pixels give the same hash and the same report on every CPU.</summary>
public sealed class HardwareOffTests
{
    [Theory]
    [InlineData("pdq")]
    [InlineData("average")]
    [InlineData("difference")]
    [InlineData("perceptual")]
    public async Task Hash_AccelerationOff_PrintsTheSame(string algorithm)
    {
        var pictures = Directory.GetFiles(Path.Combine(SharedData.Conformance, "images"), "*.png").Order(StringComparer.Ordinal);
        string[] args = ["hash", "--algorithm", algorithm, .. pictures];

        var runs = await Task.WhenAll(
            ToolProcess.RunAsync(args),
            ToolProcess.RunAsync(args, "DOTNET_EnableAVX2"),
            ToolProcess.RunAsync(args, "DOTNET_EnableHWIntrinsic"));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(pictures.Count(), runs[0].Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(runs[0].Output, runs[1].Output);
        Assert.Equal(runs[0].Output, runs[2].Output);
    }

    [Fact]
    public async Task Hash_DihedralWithAccelerationOff_PrintsTheSame()
    {
        string[] args = ["hash", "--dihedral", .. Directory.GetFiles(Path.Combine(SharedData.Conformance, "images"), "*.png")];

        var runs = await Task.WhenAll(ToolProcess.RunAsync(args), ToolProcess.RunAsync(args, "DOTNET_EnableHWIntrinsic"));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(runs[0].Output, runs[1].Output);
    }

    [Fact]
    public async Task Scan_AccelerationOff_WritesTheSameReport()
    {
        using var workspace = new Workspace();
        Assert.Equal(0, (await Workspace.RunAsync("demo", workspace.Folder)).ExitCode);
        var plain = workspace.PathOf("plain.jsonl");
        var off = workspace.PathOf("off.jsonl");

        var runs = await Task.WhenAll(
            ToolProcess.RunAsync(["scan", workspace.PathOf("members.csv"), "--out", plain]),
            ToolProcess.RunAsync(["scan", workspace.PathOf("members.csv"), "--out", off], "DOTNET_EnableHWIntrinsic"));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.NotEmpty(File.ReadAllText(plain));
        Assert.Equal(File.ReadAllText(plain), File.ReadAllText(off));
        Assert.Equal(File.ReadAllText(workspace.PathOf("report.jsonl")), File.ReadAllText(off));
    }
}
