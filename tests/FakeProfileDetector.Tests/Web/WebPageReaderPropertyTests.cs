using System.Diagnostics;
using System.Net;
using CsCheck;
using FakeProfileDetector.Web;
using FakeProfileDetector.Web.Pages;

namespace FakeProfileDetector.Tests.Web;

/// <summary>What holds for every address and title.</summary>
public sealed class WebPageReaderPropertyTests
{
    private static readonly PageExample[] Examples = [.. PageTable.Shipped.Examples];

    private static readonly string[] Addresses = [.. Examples.Select(example => example.Url).Distinct()];

    private static readonly string[] Pieces =
        ["Greta", "Holm", " ", "  ", " - ", " | ", "｜", ": ", "(@", "@greta", ")", "(", "…", "...", "&amp;", "<b>", "</b>", "<", ">", "&", "LinkedIn", "on", "堀", "太郎", "Мария", "\u202E", "\uD83D", "\uDE00", "😀", "\0", "'s Post", " / X", ",", "MBA", "\"", "(4) "];

    private static readonly Gen<string> Titles = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 24].Select(pieces => string.Concat(pieces.Select(piece => Pieces[piece]))),
        Gen.String[0, 60],
        Gen.Int[0, Examples.Length - 1].Select(example => Examples[example].Title));

    private static readonly Gen<Uri> Urls = Gen.Int[0, Addresses.Length - 1].Select(address => new Uri(Addresses[address]));

    [Fact]
    public void Read_AnyTitle_GivesAPartOfItOrOfTheAddress() => Gen.Select(Urls, Titles).Sample(
        (url, title) =>
        {
            var name = WebPageReader.Read(url, title).Name;

            Assert.True(name is null || PageTitle.Of(title).Text.Contains(name, StringComparison.Ordinal) || url.AbsolutePath.Contains("/people/", StringComparison.Ordinal), title);
        },
        iter: 20_000);

    [Fact]
    public void Read_AnyAddress_NeverThrows() => Gen.Select(Gen.String[0, 40], Gen.String[0, 20], Titles).Sample(
        (path, host, title) =>
        {
            if (Uri.TryCreate($"https://{host}/{path}", UriKind.RelativeOrAbsolute, out var url))
            {
                Assert.NotNull(WebPageReader.Read(url, title));
            }

            if (Uri.TryCreate($"https://www.facebook.com/{path}", UriKind.Absolute, out url))
            {
                Assert.Equal("facebook.com", WebPageReader.Read(url, title).Site);
            }
        },
        iter: 5_000);

    [Fact]
    public void Read_CountersEntitiesAndSpaces_ChangeNothing() => Assert.All(Examples, example =>
    {
        var url = new Uri(example.Url);
        var expected = Of(url, example.Title);

        Assert.Equal(expected, Of(url, $"(7) {example.Title}"));
        Assert.Equal(expected, Of(url, WebUtility.HtmlEncode(example.Title)));
        Assert.Equal(expected, Of(url, $"\u200F \t{example.Title.Replace(" ", "\u00A0 ", StringComparison.Ordinal)}\u200E\n"));
        Assert.Equal(expected, Of(url, $"<em>{example.Title}</em>"));
    });

    [Fact]
    public void Read_LongTitle_IsCutAndTakesBoundedTime()
    {
        var url = new Uri("https://www.linkedin.com/posts/greta_x-activity-1");
        string[] hostile = [new('<', 1 << 20), new('|', 1 << 20), string.Concat(Enumerable.Repeat("a | ", 1 << 18)), string.Concat(Enumerable.Repeat("&amp;", 1 << 18)), string.Concat(Enumerable.Repeat("<a ", 1 << 18)), string.Concat(Enumerable.Repeat("Greta on LinkedIn ", 1 << 16))];
        WebPageReader.Read(url, hostile[0]);

        var clock = Stopwatch.StartNew();
        Assert.All(hostile, title => WebPageReader.Read(url, title));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    private static (string, WebPageKind, string?, string?) Of(Uri url, string title) =>
        WebPageReader.Read(url, title) is var subject ? (subject.Site, subject.Kind, subject.Name, subject.Handle) : default;
}
