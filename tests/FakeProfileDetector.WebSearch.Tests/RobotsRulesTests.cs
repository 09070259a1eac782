using FakeProfileDetector.WebSearch.Pages;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("user-AGENT: *\r\nDISALLOW: /a # comment\r\n", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.jpg$", "/x/photo.jpg", false)]
    [InlineData("User-agent: *\nDisallow: /*.jpg$", "/x/photo.jpg?size=1", true)]
    [InlineData("User-agent: *\nDisallow: /*private*", "/x/private/y", false)]
    [InlineData("User-agent: *\nDisallow: /a?x=", "/a?x=1", false)]
    [InlineData("User-agent: FakeProfileDetector\nDisallow: /", "/a", false)]
    [InlineData("User-agent: FakeProfileDetector/2.0\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: fakeprofiledetector\nDisallow:", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: fakeprofiledetector\nDisallow: /", "/a", false)]
    [InlineData("User-agent: fakeprofiledetector\nAllow: /b\n\nUser-agent: other\nDisallow: /\n\nUser-agent: fakeprofiledetector\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void Allow_Rules_AreThoseOfTheStandard(string robots, string path, bool expected) =>
        Assert.Equal(expected, RobotsRules.Parse(robots).Allow(path));

    [Theory]
    [InlineData("/a*b*c", "/axbxc", true)]
    [InlineData("/a*b*c$", "/axbxcx", false)]
    [InlineData("/a*b*c$", "/axbcxc", true)]
    [InlineData("*", "/", true)]
    [InlineData("$", "/", false)]
    [InlineData("/a", "/", false)]
    public void Fits_Pattern_KnowsStarsAndTheEnd(string pattern, string path, bool expected) => Assert.Equal(expected, RobotsPattern.Fits(pattern, path));

    [Fact]
    public void Fits_HostilePattern_EndsSoon() =>
        Assert.False(RobotsPattern.Fits(string.Concat(Enumerable.Repeat("*a", 2000)) + "b", new string('a', 8000)));
}
