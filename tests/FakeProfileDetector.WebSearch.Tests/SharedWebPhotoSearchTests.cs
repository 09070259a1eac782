using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class SharedWebPhotoSearchTests
{
    private static Reply Found(ReceivedRequest request) => Reply.Json(GoogleVisionSearchTests.Answer);

    [Fact]
    public async Task Search_SamePhotoAgain_IsAnsweredFromMemoryUntilItExpires()
    {
        var time = new FakeTimeProvider();
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server, options => options.CacheDuration = TimeSpan.FromDays(1), time);

        var first = await host.AskAsync();
        time.Advance(TimeSpan.FromHours(23));
        Assert.Same(first, await host.AskAsync());
        time.Advance(TimeSpan.FromHours(2));
        Assert.NotSame(first, await host.AskAsync());

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Search_CacheIsOff_AsksAgain()
    {
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server, options => options.CacheDuration = TimeSpan.Zero);

        await host.AskAsync();
        await host.AskAsync();

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Search_CacheIsFull_DropsTheOldest()
    {
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server, options => options.MaximumCacheEntries = 1);

        await host.AskAsync();
        await host.Search.SearchAsync(host.Query("portrait_400x400_1.png"), TestContext.Current.CancellationToken);
        await host.AskAsync();

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Search_Failure_IsNotKept()
    {
        var calls = 0;
        await using var server = new LoopbackServer(request => ++calls == 1 ? Reply.Status(400) : Found(request));
        await using var host = SearchHost.Google(server);

        await host.FailAsync();

        Assert.NotEmpty((await host.AskAsync()).Pages);
    }

    [Fact]
    public async Task Search_ManyAtOnce_ShareOneRequest_AndOneThatLeavesStopsNoOther()
    {
        var gate = new TaskCompletionSource();
        await using var server = new LoopbackServer(Found) { Gate = gate.Task };
        await using var host = SearchHost.Google(server);
        using var leaving = new CancellationTokenSource();

        var left = host.Search.SearchAsync(host.Query(), leaving.Token).AsTask();
        var waiting = Enumerable.Range(0, 50).Select(_ => host.Search.SearchAsync(host.Query(), TestContext.Current.CancellationToken).AsTask()).ToArray();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        gate.SetResult();

        var results = await Task.WhenAll(waiting);
        Assert.All(results, result => Assert.Same(results[0], result));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Search_EverybodyLeft_IsCarriedThroughAndKept()
    {
        var gate = new TaskCompletionSource();
        await using var server = new LoopbackServer(Found) { Gate = gate.Task };
        await using var host = SearchHost.Google(server);
        using var leaving = new CancellationTokenSource();

        var left = host.Search.SearchAsync(host.Query(), leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        gate.SetResult();

        Assert.NotEmpty((await host.AskAsync()).Pages);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Search_CanceledBefore_SendsNothing()
    {
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Search.SearchAsync(host.Query(), new(canceled: true)).AsTask());

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Search_DifferentPhotos_RunWithinTheLimit()
    {
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server, options => options.MaximumConcurrency = 2);
        string[] photos = ["portrait_400x400_0.png", "portrait_400x400_1.png", "portrait_200x200_2.png", "portrait_512x512_3.png", "portrait_321x457_5.png", "portrait_1000x1000_7.png"];

        await Task.WhenAll(photos.Select(photo => host.Search.SearchAsync(host.Query(photo), TestContext.Current.CancellationToken).AsTask()));

        Assert.Equal(photos.Length, server.Requests.Count);
        Assert.InRange(server.MostAtOnce, 1, 2);
    }

    [Fact]
    public async Task Search_OnlyAFingerprint_IsRefused()
    {
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server);
        var query = new WebPhotoQuery { Fingerprint = new(default, 80) };

        var failure = await Assert.ThrowsAsync<WebPhotoSearchException>(() => host.Search.SearchAsync(query, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(WebPhotoSearchFailure.PhotoRefused, failure.Failure);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Search_NoPicture_IsRefusedWithTheReason()
    {
        await using var server = new LoopbackServer(Found);
        await using var host = SearchHost.Google(server);
        var query = new WebPhotoQuery { Fingerprint = new PhotoFingerprint(default, 80), Photo = "no picture"u8.ToArray() };

        var failure = await Assert.ThrowsAsync<WebPhotoSearchException>(() => host.Search.SearchAsync(query, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(WebPhotoSearchFailure.PhotoRefused, failure.Failure);
        Assert.Contains("JPEG", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
