using FakeProfileDetector.WebSearch.Pages;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class HtmlTitleTests
{
    [Theory]
    [InlineData("<TITLE lang=en>\n  Anna\n\tExample </TITLE>", "Anna Example")]
    [InlineData("<!-- <title>Old</title> --><title>New</title>", "New")]
    [InlineData("<script>'<title>Code</title>'</script><title>Page</title>", "Page")]
    [InlineData("<titles>No</titles><title>Yes</title>", "Yes")]
    [InlineData("<title>A &lt;b&gt; &#x41;</title>", "A <b> A")]
    [InlineData("<title>cut off", null)]
    [InlineData("<meta name=og:title content=Anna>", "Anna")]
    [InlineData("<meta content='Anna > Berta' property='og:title'/>", "Anna > Berta")]
    [InlineData("<meta property=\"og:title\" content=\"Social\"><title>Head</title>", "Head")]
    [InlineData("<meta property=og:title content=Social><body><svg><title>Icon</title></svg>", "Social")]
    [InlineData("<body><title>Too late</title>", null)]
    [InlineData("<meta = == content", null)]
    [InlineData("<", null)]
    [InlineData("", null)]
    public void Read_Html_FindsTheTitle(string html, string? expected) => Assert.Equal(expected, HtmlTitle.Read(html));

    [Fact]
    public void Read_LongTitle_IsCutBetweenCharacters()
    {
        var title = HtmlTitle.Read($"<title>{new string('a', 499)}😀😀</title>");

        Assert.Equal(new string('a', 499), title);
    }
}
