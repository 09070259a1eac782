using System.Net;
using System.Net.Sockets;
using System.Text;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch.Tests;

/// <summary>Everything that goes wrong between us and a provider is an error of a kind.</summary>
public sealed class ProviderFailureTests
{
    private const string InvalidKey = """{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}""";

    [Theory]
    [InlineData(400, "{}", WebPhotoSearchFailure.PhotoRefused, 1)]
    [InlineData(400, InvalidKey, WebPhotoSearchFailure.KeyRefused, 1)]
    [InlineData(401, "{}", WebPhotoSearchFailure.KeyRefused, 1)]
    [InlineData(403, "{}", WebPhotoSearchFailure.KeyRefused, 1)]
    [InlineData(404, "<html>", WebPhotoSearchFailure.InvalidAnswer, 1)]
    [InlineData(413, "{}", WebPhotoSearchFailure.PhotoRefused, 1)]
    [InlineData(429, "{}", WebPhotoSearchFailure.RateLimited, 3)]
    [InlineData(500, "{}", WebPhotoSearchFailure.Unavailable, 3)]
    [InlineData(503, "{}", WebPhotoSearchFailure.Unavailable, 3)]
    public async Task Search_Status_IsTypedAndOnlyWhatMayPassIsRepeated(int status, string body, WebPhotoSearchFailure expected, int requests)
    {
        await using var server = new LoopbackServer(_ => Reply.Status(status, body));
        await using var host = SearchHost.Google(server);

        var failure = await host.FailAsync();

        Assert.Equal(expected, failure.Failure);
        Assert.Contains(";", failure.Message, StringComparison.Ordinal);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("Retry-After: 3600\r\n")]
    [InlineData("Retry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n")]
    public async Task Search_AskedToWaitLong_SaysSoAtOnce(string header)
    {
        await using var server = new LoopbackServer(_ => Reply.Status(429, headers: header));
        await using var host = SearchHost.Google(server);

        Assert.Equal(WebPhotoSearchFailure.RateLimited, (await host.FailAsync()).Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429, "Retry-After: 0\r\n")]
    [InlineData(429, "Retry-After: 1\r\n")]
    [InlineData(503, "")]
    public async Task Search_FailsOnce_IsRepeated(int status, string header)
    {
        var calls = 0;
        await using var server = new LoopbackServer(_ => ++calls == 1 ? Reply.Status(status, headers: header) : Reply.Json(GoogleVisionSearchTests.Answer));
        await using var host = SearchHost.Google(server);

        Assert.NotEmpty((await host.AskAsync()).Pages);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Search_NoRetries_AsksOnce()
    {
        await using var server = new LoopbackServer(_ => Reply.Status(503));
        await using var host = SearchHost.Google(server, options => options.MaximumRetries = 0);

        await host.FailAsync();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Search_ManyFailures_LeaveTheProviderAlone()
    {
        await using var server = new LoopbackServer(_ => Reply.Status(503));
        await using var host = SearchHost.Google(server, options => (options.MaximumRetries, options.MaximumSearchesPerDay) = (0, 1000));

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(WebPhotoSearchFailure.Unavailable, (await host.FailAsync()).Failure);
        }

        Assert.True(server.Requests.Count < 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"responses\":[]}")]
    [InlineData("{\"responses\":{}}")]
    [InlineData("{\"responses\":[{\"webDetection\":{\"pagesWithMatchingImages\":[{\"url\":7}]}}]}")]
    [InlineData("{\"responses\":[{\"webDetection\":{\"pagesWithMatchingImages\":[{\"url\":\"\\ud800\"}]}}]}")]
    public async Task Search_AnswerOfAnotherShape_IsInvalid(string json)
    {
        await using var server = new LoopbackServer(_ => Reply.Json(json));
        await using var host = SearchHost.Google(server);

        Assert.Equal(WebPhotoSearchFailure.InvalidAnswer, (await host.FailAsync()).Failure);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Search_AnswerIsCutOff_IsInvalid()
    {
        var body = Encoding.UTF8.GetBytes(GoogleVisionSearchTests.Answer);
        await using var server = new LoopbackServer(_ => Reply.Of(200, body[..100], "application/json", statedLength: body.Length));
        await using var host = SearchHost.Google(server);

        Assert.Equal(WebPhotoSearchFailure.InvalidAnswer, (await host.FailAsync()).Failure);
    }

    [Fact]
    public async Task Search_AnswerIsHuge_IsInvalid()
    {
        var body = new byte[(8 * 1024 * 1024) + 1];
        body.AsSpan().Fill((byte)' ');
        await using var server = new LoopbackServer(_ => Reply.File(body, "application/json"));
        await using var host = SearchHost.Google(server);

        Assert.Equal(WebPhotoSearchFailure.InvalidAnswer, (await host.FailAsync()).Failure);
    }

    [Fact]
    public async Task Search_AnswerDripsSlowly_TimesOut()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(GoogleVisionSearchTests.Answer) with { PieceBytes = 1, Wait = TimeSpan.FromMilliseconds(50) });
        await using var host = SearchHost.Google(server, options => (options.AttemptTimeout, options.MaximumRetries) = (TimeSpan.FromMilliseconds(200), 0));

        Assert.Equal(WebPhotoSearchFailure.TimedOut, (await host.FailAsync()).Failure);
    }

    [Fact]
    public async Task Search_NoAnswerInTotal_TimesOut()
    {
        await using var server = new LoopbackServer(_ => Reply.Json("{}")) { Gate = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) };
        await using var host = SearchHost.Google(server, options =>
            (options.AttemptTimeout, options.TotalTimeout, options.MaximumRetries) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300), 10));

        Assert.Equal(WebPhotoSearchFailure.TimedOut, (await host.FailAsync()).Failure);
    }

    [Fact]
    public async Task Search_RedirectedElsewhere_DoesNotTakeTheKeyThere()
    {
        await using var elsewhere = new LoopbackServer(_ => Reply.Json(GoogleVisionSearchTests.Answer));
        await using var server = new LoopbackServer(_ => Reply.Redirect(elsewhere.Address));
        await using var host = SearchHost.Google(server);

        Assert.Equal(WebPhotoSearchFailure.InvalidAnswer, (await host.FailAsync()).Failure);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Search_NobodyListens_IsUnavailableAndCostsNothing()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var host = SearchHost.Google(
            google => (google.ApiKey, google.BaseAddress) = (SearchHost.Key, new($"http://127.0.0.1:{port}/")),
            options => options.MaximumSearchesPerDay = 1);

        Assert.Equal(WebPhotoSearchFailure.Unavailable, (await host.FailAsync()).Failure);
        Assert.Equal(WebPhotoSearchFailure.Unavailable, (await host.FailAsync()).Failure);
    }

    [Fact]
    public async Task Search_OverBudget_SendsNothingAndRetriesCount()
    {
        await using var server = new LoopbackServer(_ => Reply.Status(503));
        await using var host = SearchHost.Google(server, options => (options.MaximumSearchesPerDay, options.MaximumRetries) = (2, 5));

        Assert.Equal(WebPhotoSearchFailure.OverBudget, (await host.FailAsync()).Failure);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(WebPhotoSearchFailure.OverBudget, (await host.FailAsync()).Failure);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Search_MoneyIsUsedUp_IsOverBudget()
    {
        await using var server = new LoopbackServer(_ => Reply.Status(400));
        await using var host = SearchHost.Google(server, options => (options.CostPerSearch, options.MaximumCostPerMonth) = (0.0035m, 0.007m));

        await host.FailAsync();
        await host.FailAsync();

        var failure = await host.FailAsync();
        Assert.Equal(WebPhotoSearchFailure.OverBudget, failure.Failure);
        Assert.Contains("MaximumCostPerMonth", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }
}
