using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Cli.Tests.Members;

public sealed class PhotoFolderTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("a.jpg", true)]
    [InlineData("photos/a.jpg", true)]
    [InlineData("photos/../a.jpg", true)]
    [InlineData("../a.jpg", false)]
    [InlineData("photos/../../a.jpg", false)]
    [InlineData("../exports/a.jpg", false)]
    [InlineData("/etc/hostname", false)]
    public void PathOf_PathOfAnExport_StaysInTheFolder(string photo, bool isInside)
    {
        var path = new PhotoFolder("/data/export", followLinks: true).PathOf(photo, out var failure);

        Assert.Equal(isInside, path is not null);
        Assert.Equal(isInside ? null : PhotoFolder.Outside, failure);
    }

    [Fact]
    public void PathOf_RootFolder_HoldsEverything() => Assert.NotNull(new PhotoFolder("/", followLinks: false).PathOf("a.jpg", out _));

    [Theory]
    [InlineData("to-file.jpg")]
    [InlineData("to-folder/a.jpg")]
    [InlineData("chain.jpg")]
    [InlineData("inside/up/outside/a.jpg")]
    [InlineData("dangling.jpg")]
    public void PathOf_LinkOutOfTheFolder_IsFollowedOnlyOnDemand(string photo)
    {
        Fill();

        Assert.Null(Folder(followLinks: false).PathOf(photo, out var failure));
        Assert.Equal(PhotoFolder.LinkedOutside, failure);
        Assert.NotNull(Folder(followLinks: true).PathOf(photo, out _));
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("within.jpg")]
    [InlineData("inside/a.jpg")]
    [InlineData("within/a.jpg")]
    public void PathOf_LinkWithinTheFolder_IsFollowed(string photo)
    {
        Fill();

        Assert.NotNull(Folder(followLinks: false).PathOf(photo, out var failure));
        Assert.Null(failure);
    }

    [Fact]
    public void PathOf_FolderThatIsItselfALink_IsTheFolderItLeadsTo()
    {
        Fill();
        File.CreateSymbolicLink(_workspace.PathOf("link"), "export");

        Assert.NotNull(new PhotoFolder(_workspace.PathOf("link"), followLinks: false).PathOf("inside/a.jpg", out _));
    }

    [Fact]
    public void PathOf_CircleOfLinks_IsUnreadable()
    {
        Fill();
        File.CreateSymbolicLink(_workspace.PathOf("export/circle.jpg"), "circle.jpg");

        var path = Folder(followLinks: false).PathOf("circle.jpg", out _);

        PhotoFile.Read(path!, PhotoFile.NamedInTable, out var failure);
        Assert.Equal(PhotoUnusableReason.NotFound, failure?.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scan_PipesAndDevices_AreUnusableAndHoldNobodyUp(bool followLinks)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders.");
        _workspace.Paint("good.jpg", 1);
        _workspace.MakePipe("pipe.jpg");
        File.CreateSymbolicLink(_workspace.PathOf("zero.jpg"), "/dev/zero");
        File.CreateSymbolicLink(_workspace.PathOf("linked-pipe.jpg"), "pipe.jpg");
        var members = _workspace.Write("members.csv", "id,photo", "a,pipe.jpg", "b,zero.jpg", "c,linked-pipe.jpg", "d,good.jpg");

        var outcome = await Workspace.RunAsync(["scan", members, .. followLinks ? (string[])["--follow-links"] : []]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Profiles[..3], profile => Assert.Equal(["photo-unusable"], ScannedProfile.CodesOf(profile.ImageReuse)));
        Assert.Contains("photo-unique", outcome.Profiles[3].Codes);
        Assert.Contains("3 unusable photos", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("members.csv:2: photo \"pipe.jpg\": The photo is a folder, device or pipe", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_LinkOutOfTheFolder_IsNamedAndReadOnDemand()
    {
        Fill();
        var members = _workspace.Write("export/members.csv", "id,photo", "a,to-file.jpg", "b,to-folder/a.jpg");

        var refused = await Workspace.RunAsync("scan", members);
        var followed = await Workspace.RunAsync("scan", members, "--follow-links");

        Assert.Contains("2 unusable photos", refused.Messages, StringComparison.Ordinal);
        Assert.Contains(refused.MessageLines, line => line.Contains("--follow-links", StringComparison.Ordinal));
        Assert.Equal(["b"], followed.Profiles[0].Matches);
        Assert.Contains("0 unusable photos", followed.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hash_PipeOrFolder_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders.");

        var outcome = await Workspace.RunAsync("hash", _workspace.MakePipe("pipe.jpg"), _workspace.Folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, outcome.MessageLines.Length);
    }

    private PhotoFolder Folder(bool followLinks) => new(_workspace.PathOf("export"), followLinks);

    private void Fill()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege.");
        _workspace.Paint("outside/a.jpg", 1);
        _workspace.Paint("export/a.jpg", 1);
        _workspace.Paint("export/inside/a.jpg", 1);
        Link("to-file.jpg", "../outside/a.jpg");
        Link("to-folder", "../outside");
        Link("chain.jpg", "to-file.jpg");
        Link("inside/up", "../..");
        Link("dangling.jpg", "../outside/absent.jpg");
        Link("within.jpg", "inside/a.jpg");
        Link("within", _workspace.PathOf("export/inside"));
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(_workspace.PathOf($"export/{name}"), target);
}
