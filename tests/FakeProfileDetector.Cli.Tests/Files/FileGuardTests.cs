using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Tests.Files;

public sealed class FileGuardTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("a.txt", "./a.txt")]
    [InlineData("a.txt", "folder/../a.txt")]
    [InlineData("absent/b.txt", "absent/../absent/b.txt")]
    public void Writes_AnotherSpelling_IsRefused(string one, string other)
    {
        _workspace.WriteText("a.txt", "text");

        Assert.Throws<CliException>(() => new FileGuard().Writes("--out", FileOf(one)).Writes("--html", FileOf(other)));
        Assert.Throws<CliException>(() => new FileGuard().Reads("the truth", FileOf(one)).Writes("--html", FileOf(other)));
    }

    [Fact]
    public void Writes_RelativeAndAbsolute_AreOne()
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, _workspace.PathOf("a.txt"));

        Assert.Throws<CliException>(() => new FileGuard().Writes("--out", FileOf("a.txt")).Writes("--html", new FileInfo(relative)));
    }

    [Fact]
    public void Writes_Links_AreTheFilesTheyLeadTo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege.");
        var file = _workspace.WriteText("folder/real.txt", "text");
        File.CreateSymbolicLink(_workspace.PathOf("link"), file);
        Directory.CreateSymbolicLink(_workspace.PathOf("other"), _workspace.PathOf("folder"));
        File.CreateSymbolicLink(_workspace.PathOf("chain"), "other/real.txt");
        File.CreateSymbolicLink(_workspace.PathOf("dangling"), "folder/new.txt");

        Assert.All(["link", "other/real.txt", "chain"], link =>
            Assert.Throws<CliException>(() => new FileGuard().Reads("the truth", FileOf("folder/real.txt")).Writes("--out", FileOf(link))));
        Assert.Throws<CliException>(() => new FileGuard().Writes("--out", FileOf("folder/new.txt")).Writes("--html", FileOf("dangling")));
        Assert.Throws<CliException>(() => new FileGuard().Writes("--out", FileOf("folder/late.txt")).Writes("--html", FileOf("other/late.txt")));
    }

    [Fact]
    public void Writes_HardLink_IsTheSameFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no ln.");
        _workspace.WriteText("a.txt", "text");
        _workspace.Link("a.txt", "b.txt");

        Assert.Throws<CliException>(() => new FileGuard().Reads("the truth", FileOf("a.txt")).Writes("--out", FileOf("b.txt")));
    }

    [Fact]
    public void Writes_OtherCase_IsOneFileWhereTheSystemSaysSo()
    {
        new FileGuard(StringComparison.Ordinal).Writes("--out", FileOf("a.txt")).Writes("--html", FileOf("A.txt"));

        Assert.Throws<CliException>(() =>
            new FileGuard(StringComparison.OrdinalIgnoreCase).Writes("--out", FileOf("a.txt")).Writes("--html", FileOf("A.txt")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-journal")]
    public void Writes_IntoAStore_IsRefused(string companion)
    {
        var error = Assert.Throws<CliException>(() => new FileGuard().Keeps("--store", FileOf("s.db")).Writes("--out", FileOf("s.db" + companion)));

        Assert.Contains("--out", error.Message, StringComparison.Ordinal);
        Assert.Contains("the store", error.Message, StringComparison.Ordinal);
        Assert.Throws<CliException>(() => new FileGuard().Reads("the truth", FileOf("s.db" + companion)).Keeps("--store", FileOf("s.db")));
    }

    [Fact]
    public void Writes_FilesOfTheirOwn_AreFine() => new FileGuard()
        .Reads("the report", FileOf("r.jsonl")).Reads("the report", FileOf("r.jsonl"))
        .Keeps("--store", FileOf("s.db")).Keeps("--store", null)
        .Writes("--out", FileOf("s.db.jsonl")).Writes("--html", FileOf("r.html")).Writes("--json", null);

    [Fact]
    public void Writes_NullDeviceTwice_IsFine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It has another name.");

        new FileGuard().Writes("--out", new("/dev/null")).Writes("--html", new("/dev/null"));
    }

    private FileInfo FileOf(string name) => new(_workspace.PathOf(name));
}
