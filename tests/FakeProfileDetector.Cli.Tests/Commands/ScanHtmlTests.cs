namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class ScanHtmlTests
{
    [Fact]
    public async Task Html_Findings_AreListedWithTheirEvidence()
    {
        var page = await PageAsync("thief");

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("<h2><bdi>thief</bdi>: LikelyFake", page, StringComparison.Ordinal);
        Assert.Contains("photo-reused-under-other-name", page, StringComparison.Ordinal);
        Assert.Contains("person 1: <bdi>owner</bdi> (distance 0, None)", page, StringComparison.Ordinal);
        Assert.Matches("without image-reuse: [A-Za-z]+, [^·<]*%", page);
        Assert.All(["prior", "image-reuse", "name-mismatch", "sparse-history", "posterior"], bar =>
            Assert.Contains($"<td class=\"n\">{bar}</td>", page, StringComparison.Ordinal));
        Assert.Contains("LikelyFake: 1 · Suspicious: 0 · NoAdverseEvidence: 1 · InsufficientEvidence: 0", page, StringComparison.Ordinal);

        // The victim has nothing against it and is counted only.
        Assert.DoesNotContain("<h2><bdi>owner", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_Page_LoadsNothing() => SelfContainedPage.AssertLoadsNothing(await PageAsync("thief"));

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a&b", "a&amp;b")]
    [InlineData("it's", "it&#39;s")]
    public async Task Html_Id_IsEncoded(string id, string encoded)
    {
        var page = await PageAsync(id);

        Assert.Contains($"<h2><bdi>{encoded}</bdi>: LikelyFake", page, StringComparison.Ordinal);
        Assert.DoesNotContain(id, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_IdOfAMatch_IsEncoded()
    {
        using var workspace = new Workspace();
        workspace.Paint("shared.jpg", 1);
        const string Thin = "2026-11-01,2026-01-05,2,700,0,0,0,1";
        var members = workspace.Write(
            "members.csv",
            "id,display_name,photo,observed_at,created_at,connections,following,posts,bio_length,has_url,faces",
            $"<i>x,Greta Holm,shared.jpg,{Thin}",
            $"<i>y,Pavel Kowal,shared.jpg,{Thin}");

        await Workspace.RunAsync("scan", members, "--html", workspace.PathOf("report.html"));

        var page = await File.ReadAllTextAsync(workspace.PathOf("report.html"));
        Assert.Contains("<bdi>&lt;i&gt;x</bdi> (distance 0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(string thief)
    {
        using var workspace = new Workspace();
        var outcome = await ScanCommandTests.ScanTheftAsync(workspace, ["--html", workspace.PathOf("out/report.html")], thief);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, outcome.Profiles.Length);
        return await File.ReadAllTextAsync(workspace.PathOf("out/report.html"));
    }
}
