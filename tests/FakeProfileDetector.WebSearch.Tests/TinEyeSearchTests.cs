using System.Text;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class TinEyeSearchTests
{
    private const string Nothing = """{"stats":{"total_results":0},"code":200,"messages":[],"results":{"matches":[]}}""";

    [Fact]
    public async Task Search_PublishedAnswer_GivesAPageForEachBacklink()
    {
        await using var server = new LoopbackServer(_ => Reply.Json("""
            {"stats":{"timestamp":1760000000.0,"query_time":1.2,"total_backlinks":3,"total_collection":1,"total_results":2,"total_stock":0},
             "code":200,"messages":[],
             "results":{"matches":[
               {"image_url":"https://img.tineye.example/result/1","domain":"social.example","score":87.5,"width":400,"height":400,"size":51234,"format":"JPEG",
                "filesize":51234,"overlay":"https://img.tineye.example/overlay/1","tags":[],
                "backlinks":[{"url":"https://social.example/a.jpg","backlink":"https://social.example/anna","crawl_date":"2019-03-07"},
                             {"url":"https://social.example/a.jpg","backlink":"https://social.example/berta","crawl_date":""}]},
               {"image_url":"https://img.tineye.example/result/2","domain":"stock.example","score":40,"tags":["stock"],"backlinks":[]}]}}
            """));
        await using var host = SearchHost.TinEye(server);

        var result = await host.AskAsync();

        Assert.Equal("tineye", result.Provider);
        Assert.True(result.IsComplete);
        Assert.Equal(["https://social.example/anna", "https://social.example/berta", "https://stock.example/"], result.Pages.Select(page => page.Url.AbsoluteUri));
        Assert.Equal([new DateTimeOffset(2019, 3, 7, 0, 0, 0, TimeSpan.Zero), null, null], result.Pages.Select(page => page.FirstSeen));
        Assert.Equal(["https://social.example/a.jpg", "https://img.tineye.example/result/1"], result.Pages[0].Images.Select(image => image.AbsoluteUri));
        Assert.All(result.Pages, page => Assert.Equal(WebPhotoMatch.Unknown, page.Match));
    }

    [Fact]
    public async Task Search_Request_IsAFormWithAConstantName()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(Nothing));
        await using var host = SearchHost.TinEye(server, options => options.MaximumPages = 9);

        Assert.Empty((await host.AskAsync()).Pages);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/rest/search/"), (request.Method, request.Target));
        Assert.Equal(SearchHost.Key, request.Header("x-api-key"));
        Assert.StartsWith("multipart/form-data", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("name=image_upload; filename=image.jpg", request.Text, StringComparison.Ordinal);
        Assert.Contains("name=limit\r\n\r\n9\r\n", request.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SearchHost.ProfileId, request.Head + request.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("portrait", request.Head + request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_MorePagesThanAskedFor_IsNotComplete()
    {
        await using var server = new LoopbackServer(_ => Reply.Json("""
            {"code":200,"stats":{"total_results":1},"results":{"matches":[{"backlinks":[{"backlink":"https://a.example/"},{"backlink":"https://b.example/"}]}]}}
            """));
        await using var host = SearchHost.TinEye(server, options => options.MaximumPages = 1);

        var result = await host.AskAsync();

        Assert.Single(result.Pages);
        Assert.False(result.IsComplete);
    }

    [Theory]
    [InlineData("""{"code":400,"messages":["The image is too simple."]}""", WebPhotoSearchFailure.PhotoRefused)]
    [InlineData("""{"code":403,"messages":["Key."]}""", WebPhotoSearchFailure.KeyRefused)]
    [InlineData("""{"code":200,"messages":[]}""", WebPhotoSearchFailure.InvalidAnswer)]
    [InlineData("""{"code":200,"results":{"matches":{}}}""", WebPhotoSearchFailure.InvalidAnswer)]
    public async Task Search_FailureInTheAnswer_IsTyped(string json, WebPhotoSearchFailure expected)
    {
        await using var server = new LoopbackServer(_ => Reply.Json(json));
        await using var host = SearchHost.TinEye(server);

        Assert.Equal(expected, (await host.FailAsync()).Failure);
    }

    [Theory]
    [InlineData("utf-8", "text/html; charset=utf-8", "<title>Zoë Müller &amp; Söhne</title>", "Zoë Müller & Söhne")]
    [InlineData("windows-1251", "text/html; charset=windows-1251", "<title>Анна Петрова | ВКонтакте</title>", "Анна Петрова | ВКонтакте")]
    [InlineData("windows-1251", "text/html", "<meta charset=windows-1251><title>Анна Петрова</title>", "Анна Петрова")]
    [InlineData("shift_jis", "text/html", "<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'><title>山田 花子</title>", "山田 花子")]
    [InlineData("euc-kr", "text/html; charset=EUC-KR", "<title>김민지</title>", "김민지")]
    [InlineData("utf-16", "text/html", "\uFEFF<title>Ναταλία</title>", "Ναταλία")]
    [InlineData("utf-8", "text/html", "<title>عائشة</title>", "عائشة")]
    [InlineData("windows-1252", "text/html", "<title>Zoë</title>", "Zoë")]
    [InlineData("utf-8", "text/html; charset=no-such-encoding", "<title>Zoë</title>", "Zoë")]
    [InlineData("utf-8", "text/html", "<title> </title><meta property=\"og:title\" content=\"Anna &quot;A&quot;\">", "Anna \"A\"")]
    [InlineData("utf-8", "image/png", "<title>Not a page</title>", null)]
    [InlineData("utf-8", "text/html", "no title", null)]
    public async Task Search_PageOfALanguage_GivesItsTitle(string encoding, string type, string html, string? expected)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(html);
        Uri? page = null;
        await using var server = new LoopbackServer(request => request.Method == "GET"
            ? Reply.File(bytes, type)
            : Reply.Json($$$"""{"code":200,"results":{"matches":[{"backlinks":[{"backlink":"{{{page}}}"}]}]}}"""));
        page = server.At("page");
        await using var host = SearchHost.TinEye(server, options => options.ReadTitles = true);

        Assert.Equal(expected, Assert.Single((await host.AskAsync()).Pages).Title);
    }
}
