using System.Text.Json;
using FakeProfileDetector.Web;
using SkiaSharp;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class GoogleVisionSearchTests
{
    internal const string Answer = """
        {"responses":[{"webDetection":{
          "webEntities":[{"entityId":"/m/1","score":0.9,"description":"Portrait"}],
          "fullMatchingImages":[{"url":"https://cdn.example/a.jpg"},{"url":"https://cdn.example/alone.jpg","score":0.5}],
          "partialMatchingImages":[{"url":"https://cdn.example/part.jpg"}],
          "visuallySimilarImages":[{"url":"https://other.example/similar.jpg"}],
          "bestGuessLabels":[{"label":"portrait","languageCode":"en"}],
          "pagesWithMatchingImages":[
            {"url":"https://www.linkedin.com/in/anna-example","pageTitle":"<b>Anna</b> Example - Engineer | LinkedIn","score":1.5,
             "fullMatchingImages":[{"url":"https://cdn.example/a.jpg"}],"partialMatchingImages":[{"url":"https://cdn.example/b.jpg"}]},
            {"url":"https://board.example/7","partialMatchingImages":[{"url":"https://cdn.example/b.jpg"}]},
            {"url":"https://bare.example/"},
            {"url":"javascript:alert(1)","pageTitle":"no page"}]}}]}
        """;

    [Fact]
    public async Task Search_PublishedAnswer_GivesPagesWithTitlesMatchesAndImages()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(Answer));
        await using var host = SearchHost.Google(server);

        var result = await host.AskAsync();

        Assert.Equal("google-vision", result.Provider);
        Assert.False(result.IsComplete);
        Assert.Equal(
            [
                ("https://www.linkedin.com/in/anna-example", "<b>Anna</b> Example - Engineer | LinkedIn", WebPhotoMatch.Full, 2),
                ("https://board.example/7", null, WebPhotoMatch.Partial, 1),
                ("https://bare.example/", null, WebPhotoMatch.Unknown, 0),
                ("https://cdn.example/alone.jpg", null, WebPhotoMatch.Full, 1),
                ("https://cdn.example/part.jpg", null, WebPhotoMatch.Partial, 1),
            ],
            result.Pages.Select(page => (page.Url.AbsoluteUri, page.Title, page.Match, page.Images.Length)));
    }

    [Fact]
    public async Task Search_Request_HoldsTheReducedPhotoAndNothingElse()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(Answer));
        await using var host = SearchHost.Google(server, options => (options.MaximumImageSide, options.MaximumPages) = (128, 7));

        await host.AskAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v1/images:annotate"), (request.Method, request.Target));
        Assert.Equal(SearchHost.Key, request.Header("X-Goog-Api-Key"));
        Assert.Null(request.Header("traceparent"));
        using var body = JsonDocument.Parse(request.Body);
        var one = Assert.Single(body.RootElement.GetProperty("requests").EnumerateArray());
        Assert.Equal(["image", "features"], one.EnumerateObject().Select(field => field.Name));
        Assert.Equal("""[{"type":"WEB_DETECTION","maxResults":7}]""", one.GetProperty("features").GetRawText());
        using var sent = SKBitmap.Decode(one.GetProperty("image").GetProperty("content").GetBytesFromBase64());
        Assert.Equal((128, 128), (sent.Width, sent.Height));
        Assert.DoesNotContain(SearchHost.ProfileId, request.Head + request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_AccessToken_IsAskedForEachRequestAndOutranksTheKey()
    {
        var calls = 0;
        await using var server = new LoopbackServer(_ => calls == 1 ? Reply.Status(503) : Reply.Json(Answer));
        await using var host = SearchHost.Google(options =>
        {
            (options.ApiKey, options.BaseAddress) = (SearchHost.Key, server.Address);
            options.AccessToken = _ => new($"token-{++calls}");
        });

        await host.AskAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Requests.Select(request => request.Header("Authorization")));
        Assert.All(server.Requests, request => Assert.Null(request.Header("X-Goog-Api-Key")));
    }

    [Fact]
    public async Task Search_AccessTokenFails_TellsItsTypeOnly()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(Answer));
        await using var host = SearchHost.Google(options =>
        {
            options.BaseAddress = server.Address;
            options.AccessToken = _ => throw new InvalidOperationException(SearchHost.Key);
        });

        var failure = await host.FailAsync();

        Assert.Equal(WebPhotoSearchFailure.KeyRefused, failure.Failure);
        Assert.DoesNotContain(SearchHost.Key, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("{\"responses\":[{}]}")]
    [InlineData("{\"responses\":[{\"webDetection\":{}}]}")]
    [InlineData("{\"responses\":[{\"webDetection\":null,\"error\":null}]}")]
    public async Task Search_NothingFound_IsAnEmptyAnswer(string json)
    {
        await using var server = new LoopbackServer(_ => Reply.Json(json));
        await using var host = SearchHost.Google(server);

        Assert.Empty((await host.AskAsync()).Pages);
    }

    [Theory]
    [InlineData(3, WebPhotoSearchFailure.PhotoRefused)]
    [InlineData(4, WebPhotoSearchFailure.TimedOut)]
    [InlineData(7, WebPhotoSearchFailure.KeyRefused)]
    [InlineData(8, WebPhotoSearchFailure.RateLimited)]
    [InlineData(13, WebPhotoSearchFailure.Unavailable)]
    [InlineData(14, WebPhotoSearchFailure.Unavailable)]
    [InlineData(16, WebPhotoSearchFailure.KeyRefused)]
    public async Task Search_ErrorOfTheItem_IsTyped(int code, WebPhotoSearchFailure expected)
    {
        await using var server = new LoopbackServer(_ => Reply.Json($$$"""{"responses":[{"error":{"code":{{{code}}},"message":"Bad image data."}}]}"""));
        await using var host = SearchHost.Google(server);

        Assert.Equal(expected, (await host.FailAsync()).Failure);
    }
}
