using System.Globalization;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class FacesCommandTests
{
    [Fact]
    public async Task Faces_Portrait_PrintsOneBoxInsideThePicture()
    {
        // A face of nobody, 240 × 240 pixels.
        var path = Directory.EnumerateFiles(SharedData.PathOf("faces/ai_stylegan3"), "*.jpg").Order(StringComparer.Ordinal).First();

        var outcome = await Workspace.RunAsync("faces", path);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Messages);
        var cells = Assert.Single(outcome.DataLines).Split(',', 6);
        Assert.Equal(("1", path), (cells[0], cells[5]));
        var box = cells[1..5].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        Assert.All(box, number => Assert.InRange(number, 0, 240));
        Assert.InRange(box[0] + box[2], 60, 240);
        Assert.InRange(box[1] + box[3], 60, 240);
    }

    [Fact]
    public async Task Faces_PictureOfNobody_HasNoBoxes()
    {
        var path = PathOf("noise_512x512_0.png");

        var outcome = await Workspace.RunAsync("faces", path);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal($"0,,{path}", Assert.Single(outcome.DataLines));
    }

    [Fact]
    public async Task Faces_SeveralFiles_PrintsInTheOrderGiven()
    {
        string[] files = [PathOf("portrait_64x64_6.png"), PathOf("noise_512x512_0.png"), PathOf("portrait_64x64_6.png")];

        var outcome = await Workspace.RunAsync(["faces", .. files]);

        Assert.Equal(3, outcome.DataLines.Length);
        Assert.All(outcome.DataLines.Zip(files), pair => Assert.EndsWith("," + pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faces_UnreadableFiles_AreNamedAndTheOthersPrinted()
    {
        using var workspace = new Workspace();
        var text = workspace.WriteText("text.jpg", "not a picture");
        var empty = workspace.WriteBytes("empty.png", []);
        var noise = PathOf("noise_512x512_0.png");

        var outcome = await Workspace.RunAsync("faces", text, noise, empty, workspace.PathOf("absent.png"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"0,,{noise}", Assert.Single(outcome.DataLines));
        Assert.Equal(3, outcome.MessageLines.Length);
        Assert.All(outcome.MessageLines.Zip([text, empty]), pair => Assert.StartsWith(pair.Second + ": ", pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faces_NoFile_ExitsWithOne() => Assert.Equal(1, (await Workspace.RunAsync("faces")).ExitCode);

    private static string PathOf(string file) => Path.Combine(SharedData.Conformance, "images", file);
}
