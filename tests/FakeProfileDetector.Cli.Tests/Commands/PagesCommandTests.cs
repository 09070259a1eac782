namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class PagesCommandTests : IDisposable
{
    private const string Profile = "https://www.linkedin.com/in/greta-holm";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Pages_TabSeparated_GetWhosePageItIs()
    {
        var outcome = await PagesAsync(
            "url\ttitle",
            $"{Profile}\tGreta Holm - Head of Sales - Contoso | LinkedIn",
            "https://www.instagram.com/greta.holm/\tGreta Holm (@greta.holm) • Instagram photos and videos",
            "https://en.wikipedia.org/wiki/Greta_Holm\tGreta Holm - Wikipedia",
            "https://www.contoso.example/\t");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            [
                "url\ttitle\tsite\tkind\tname\thandle",
                $"{Profile}\tGreta Holm - Head of Sales - Contoso | LinkedIn\tlinkedin.com\tprofile\tGreta Holm\tgreta-holm",
                "https://www.instagram.com/greta.holm/\tGreta Holm (@greta.holm) • Instagram photos and videos\tinstagram.com\tprofile\tGreta Holm\tgreta.holm",
                "https://en.wikipedia.org/wiki/Greta_Holm\tGreta Holm - Wikipedia\twikipedia.org\tpublic-figure\tGreta Holm\t",
                "https://www.contoso.example/\t\tcontoso.example\tother\t\t",
            ],
            outcome.Data.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Pages_Csv_KeepsColumnsAndQuotes()
    {
        var outcome = await Workspace.RunAsync(
            "pages", _workspace.Write("pages.csv", "note,title,url", $"\"as found, twice\",\"Greta Holm, MBA | \"\"LinkedIn\"\"\",{Profile}"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("note,title,url,site,kind,name,handle", outcome.DataLines[0]);
        Assert.Equal($"\"as found, twice\",\"Greta Holm, MBA | \"\"LinkedIn\"\"\",{Profile},linkedin.com,profile,Greta Holm,greta-holm", outcome.DataLines[1]);
    }

    [Fact]
    public async Task Pages_Out_WritesTheFile()
    {
        var target = _workspace.PathOf("out/read.tsv");

        var outcome = await Workspace.RunAsync("pages", _workspace.Write("pages.tsv", "url\ttitle", $"{Profile}\tGreta Holm | LinkedIn"), "--out", target);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.EndsWith("\tlinkedin.com\tprofile\tGreta Holm\tgreta-holm", File.ReadAllLines(target)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OutIsTheInput_IsRefused()
    {
        var file = _workspace.Write("pages.tsv", "url\ttitle");

        var outcome = await Workspace.RunAsync("pages", file, "--out", file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.EndsWith("name another file to write to.", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no address\tGreta Holm", "pages.tsv:2: url is no address of a web page")]
    [InlineData("/in/greta\tGreta Holm", "pages.tsv:2: url is no address of a web page")]
    [InlineData("mailto:greta@contoso.example\tGreta Holm", "pages.tsv:2: url is no address of a web page")]
    [InlineData("https://www.contoso.example/", "pages.tsv:2: 1 cells under 2 columns")]
    [InlineData("https://www.contoso.example/\tGreta\tHolm", "pages.tsv:2: 3 cells under 2 columns")]
    public async Task Pages_BadRow_IsNamedAndTheOthersRead(string row, string complaint)
    {
        var outcome = await PagesAsync("url\ttitle", row, string.Empty, $"{Profile}\tGreta Holm | LinkedIn");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith(complaint, Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Equal(2, outcome.DataLines.Length);
        Assert.Contains("\tGreta Holm\tgreta-holm", outcome.DataLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url\tother", "pages.tsv has no column title")]
    [InlineData("title\tother", "pages.tsv has no column url")]
    [InlineData("url\ttitle\tname", "pages.tsv has a column name already; rename it.")]
    public async Task Pages_BadHeader_IsNamed(string header, string message)
    {
        var outcome = await PagesAsync(header, $"{Profile}\tGreta Holm | LinkedIn");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.StartsWith(message, Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_EmptyFile_ExitsWithOne()
    {
        var outcome = await PagesAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("pages.tsv is empty", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_HandleThatASpreadsheetWouldRun_BeginsWithAnApostrophe()
    {
        var outcome = await PagesAsync("url\ttitle", "https://www.linkedin.com/in/=1+1\tGreta Holm | LinkedIn");

        Assert.EndsWith("\tGreta Holm\t'=1+1", outcome.DataLines[1], StringComparison.Ordinal);
    }

    private async Task<Outcome> PagesAsync(params string[] lines) => await Workspace.RunAsync("pages", _workspace.Write("pages.tsv", lines));
}
