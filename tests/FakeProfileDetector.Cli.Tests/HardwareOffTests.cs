using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>Same pixels give the same hash and the same report on every CPU.</summary>
public sealed class HardwareOffTests
{
    [Theory]
    [InlineData("pdq")]
    [InlineData("pdq-cpp512")]
    [InlineData("average")]
    [InlineData("difference")]
    [InlineData("perceptual")]
    public async Task Hash_AccelerationOff_PrintsTheSame(string algorithm)
    {
        var pictures = Directory.GetFiles(Path.Combine(SharedData.Conformance, "images"), "*.png").Order(StringComparer.Ordinal);
        string[] args = ["hash", "--algorithm", algorithm, .. pictures];

        await AssertSameWithoutAsync(args, pictures.Count());
    }

    [Fact]
    public async Task Hash_DihedralWithAccelerationOff_PrintsTheSame()
    {
        var pictures = Directory.GetFiles(Path.Combine(SharedData.Conformance, "images"), "*.png");

        await AssertSameWithoutAsync(["hash", "--dihedral", .. pictures], 8 * pictures.Length);
    }

    private static async Task AssertSameWithoutAsync(string[] args, int lines)
    {
        var runs = await Task.WhenAll(
            ToolProcess.RunAsync(args),
            ToolProcess.RunAsync(args, "DOTNET_EnableAVX512"),
            ToolProcess.RunAsync(args, "DOTNET_EnableAVX2"),
            ToolProcess.RunAsync(args, "DOTNET_EnableHWIntrinsic"));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(lines, runs[0].Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(runs, run => Assert.Equal(runs[0].Output, run.Output));
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
