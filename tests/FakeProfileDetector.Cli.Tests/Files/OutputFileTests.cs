using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Complete_NewFile_StandsAloneUnderItsName()
    {
        using (var output = OutputFile.Create(FileOf("new/a.txt")))
        {
            output.Writer.Write("text");
            Assert.False(FileOf("new/a.txt").Exists);
            output.Complete();
        }

        Assert.Equal("text", File.ReadAllText(_workspace.PathOf("new/a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(_workspace.PathOf("new")));
    }

    [Fact]
    public void Dispose_NotComplete_LeavesWhatWasThere()
    {
        _workspace.WriteText("a.txt", "before");

        using (var output = OutputFile.Create(FileOf("a.txt")))
        {
            output.Writer.Write(new string('x', 100_000));
        }

        Assert.Equal("before", File.ReadAllText(_workspace.PathOf("a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(_workspace.Folder));
    }

    [Fact]
    public void Complete_ThroughALink_ReplacesTheFileAndNotTheLink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege.");
        var file = _workspace.WriteText("folder/a.txt", "before");
        File.CreateSymbolicLink(_workspace.PathOf("link"), file);

        Write("link", "after");

        Assert.Equal("after", File.ReadAllText(file));
        Assert.NotNull(FileOf("link").LinkTarget);
    }

    [Fact]
    public void Complete_ExistingFile_KeepsWhoMayReadIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = _workspace.WriteText("a.txt", "before");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Write("a.txt", "after");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Complete_Device_IsWrittenToAndStays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Devices have other names.");
        File.CreateSymbolicLink(_workspace.PathOf("null"), "/dev/null");

        Write("null", "gone");

        Assert.Equal("/dev/null", FileOf("null").LinkTarget);
        Assert.Equal(FileKind.Special, FileStatus.Of("/dev/null").Kind);
    }

    private void Write(string name, string text)
    {
        using var output = OutputFile.Create(FileOf(name));
        output.Writer.Write(text);
        output.Complete();
    }

    private FileInfo FileOf(string name) => new(_workspace.PathOf(name));
}
