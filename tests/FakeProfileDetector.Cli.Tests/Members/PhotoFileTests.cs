using FakeProfileDetector.Cli.Members;

namespace FakeProfileDetector.Cli.Tests.Members;

public sealed class PhotoFileTests
{
    [Theory]
    [InlineData("a.jpg", true)]
    [InlineData("photos/a.jpg", true)]
    [InlineData("photos/../a.jpg", true)]
    [InlineData("../a.jpg", false)]
    [InlineData("photos/../../a.jpg", false)]
    [InlineData("../exports/a.jpg", false)]
    [InlineData("/etc/hostname", false)]
    public void IsInside_PathOfAnExport_StaysInTheFolder(string relative, bool expected) =>
        Assert.Equal(expected, PhotoFile.IsInside("/data/export", relative, out _));
}
