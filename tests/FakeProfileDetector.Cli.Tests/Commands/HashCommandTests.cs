using System.Globalization;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>The values of the original programs, as the tool prints them.</summary>
public sealed class HashCommandTests
{
    private static readonly string Portrait = PathOf("portrait_400x400_0.png");

    public static TheoryData<string> Files => [.. Rows().Select(row => row["file"])];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Hash_Picture_PrintsReferenceHashQualityAndPath(string file)
    {
        var expected = Rows().Single(row => row["file"] == file);

        var outcome = await Workspace.RunAsync("hash", PathOf(file));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Messages);
        var cells = Assert.Single(outcome.DataLines).Split(',', 3);
        Assert.Matches("^[0-9a-f]{64}$", cells[0]);
        Assert.Equal(PathOf(file), cells[2]);
        var quality = int.Parse(cells[1], CultureInfo.InvariantCulture);
        var expectedQuality = int.Parse(expected["quality"], CultureInfo.InvariantCulture);
        Assert.InRange(quality, expectedQuality - 1, expectedQuality + 1);
        if (expectedQuality >= PdqHasher.MinimumQuality)
        {
            // Below that half of the bits are rounding noise. Decoders of JPEG differ by some gray levels.
            var bits = file.EndsWith(".png", StringComparison.Ordinal) ? 2 : 10;
            Assert.InRange(PhotoHash.Parse(cells[0]).DistanceTo(PhotoHash.Parse(expected["pdq"])), 0, bits);
        }
    }

    [Fact]
    public async Task Hash_SeveralFiles_PrintsInTheOrderGiven()
    {
        string[] files = [PathOf("portrait_64x64_6.png"), Portrait, PathOf("noise_512x512_0.png"), Portrait];

        var outcome = await Workspace.RunAsync(["hash", .. files]);

        Assert.Equal(files, outcome.DataLines.Select(line => line.Split(',', 3)[2]));
    }

    [Fact]
    public async Task Hash_PathWithCommas_StaysWholeInTheLastCell()
    {
        using var workspace = new Workspace();
        var path = workspace.Paint("a, b, and c.jpg", 1);

        var outcome = await Workspace.RunAsync("hash", path);

        Assert.Equal(path, Assert.Single(outcome.DataLines).Split(',', 3)[2]);
    }

    [Fact]
    public async Task Hash_PathAfterAnAtSign_IsAPictureAndNoListOfArguments()
    {
        using var workspace = new Workspace();
        workspace.Paint("@handle.jpg", 1);

        var run = await ToolProcess.RunAsync(["hash", "@handle.jpg"], workingDirectory: workspace.Folder);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($",.{Path.DirectorySeparatorChar}@handle.jpg", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hash_Dihedral_PrintsEightLinesTheFirstForThePictureAsItIs()
    {
        var expected = Rows().Single(row => row["file"] == Path.GetFileName(Portrait))["pdq_dihedral"].Split(' ');

        var outcome = await Workspace.RunAsync("hash", "--dihedral", Portrait);

        Assert.Equal(0, outcome.ExitCode);
        var hashes = outcome.DataLines.Select(line => line.Split(',', 3)[0]).ToArray();
        Assert.Equal(8, hashes.Length);
        Assert.All(outcome.DataLines, line => Assert.EndsWith($",100,{Portrait}", line, StringComparison.Ordinal));
        Assert.Equal((await Workspace.RunAsync("hash", Portrait)).DataLines[0], outcome.DataLines[0]);
        Assert.All(hashes.Zip(expected), pair => Assert.InRange(PhotoHash.Parse(pair.First).DistanceTo(PhotoHash.Parse(pair.Second)), 0, 2));
    }

    [Fact]
    public async Task Hash_PdqCpp512_PrintsTheValuesOfTheCppTool()
    {
        var rows = Rows().Where(row => row["file"].EndsWith(".png", StringComparison.Ordinal)
            && int.Parse(row["quality_cpp512"], CultureInfo.InvariantCulture) >= PdqHasher.MinimumQuality).ToArray();

        var outcome = await Workspace.RunAsync(["hash", "--algorithm", "pdq-cpp512", .. rows.Select(row => PathOf(row["file"]))]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(
            rows.Zip(outcome.DataLines),
            pair => Assert.InRange(PhotoHash.Parse(pair.Second[..64]).DistanceTo(PhotoHash.Parse(pair.First["pdq_cpp512"])), 0, 2));
    }

    [Theory]
    [InlineData("average", "coenm_average")]
    [InlineData("difference", "coenm_difference")]
    [InlineData("perceptual", "coenm_perceptual")]
    public async Task Hash_SixtyFourBits_PrintsTheReference(string algorithm, string column)
    {
        var rows = Rows().ToArray();

        var outcome = await Workspace.RunAsync(["hash", "--algorithm", algorithm, .. rows.Select(row => PathOf(row["file"]))]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(rows.Length, outcome.DataLines.Length);
        foreach (var (row, line) in rows.Zip(outcome.DataLines))
        {
            Assert.Matches("^[0-9a-f]{16},[0-9]{1,3},/?", line);
            var hash = ulong.Parse(line[..16], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var expected = ulong.Parse(row[column], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

            // Decoders of JPEG differ by some gray levels: a pixel on the threshold may fall on the other side.
            Assert.InRange(ulong.PopCount(hash ^ expected), 0UL, row["file"].EndsWith(".png", StringComparison.Ordinal) ? 0UL : 2UL);
        }
    }

    [Fact]
    public async Task Hash_UnreadableFiles_AreNamedAndTheOthersPrinted()
    {
        using var workspace = new Workspace();
        var text = workspace.WriteText("text.jpg", "not a picture");
        var cut = workspace.WriteBytes("cut.jpg", File.ReadAllBytes(workspace.Paint("whole.jpg", 1))[..2000]);
        var empty = workspace.WriteBytes("empty.png", []);
        var absent = workspace.PathOf("absent.png");

        var outcome = await Workspace.RunAsync("hash", text, cut, Portrait, empty, absent, workspace.Folder, string.Empty);

        Assert.Equal(1, outcome.ExitCode);
        Assert.EndsWith(Portrait, Assert.Single(outcome.DataLines), StringComparison.Ordinal);
        Assert.Equal(6, outcome.MessageLines.Length);
        Assert.All(
            outcome.MessageLines.Zip([text, cut, empty, absent, workspace.Folder]),
            pair => Assert.StartsWith(pair.Second + ": ", pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hash_MissingFile_SaysToCheckThePath()
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync("hash", workspace.PathOf("missing.jpg"));

        // The advice for a table's column would make no sense here.
        Assert.EndsWith("does not exist; check the path.", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md5")]
    [InlineData("")]
    [InlineData("PDQ")]
    public async Task Hash_UnknownAlgorithm_ExitsWithOne(string algorithm) =>
        Assert.Equal(1, (await Workspace.RunAsync("hash", "--algorithm", algorithm, Portrait)).ExitCode);

    [Theory]
    [InlineData("average")]
    [InlineData("difference")]
    [InlineData("perceptual")]
    public async Task Hash_DihedralOfSixtyFourBits_SaysThatItNeedsPdq(string algorithm)
    {
        var outcome = await Workspace.RunAsync("hash", "--dihedral", "--algorithm", algorithm, Portrait);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains("--dihedral needs --algorithm pdq", outcome.Messages, StringComparison.Ordinal);
    }

    private static IEnumerable<Dictionary<string, string>> Rows() =>
        SharedData.ReadTable(Path.Combine(SharedData.Conformance, "expected.tsv"));

    private static string PathOf(string file) => Path.Combine(SharedData.Conformance, "images", file);
}
