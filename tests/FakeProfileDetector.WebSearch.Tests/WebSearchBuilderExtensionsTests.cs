using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.GoogleVision;
using FakeProfileDetector.WebSearch.TinEye;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class WebSearchBuilderExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AddWebSearch_LastProvider_IsTheOnlyOne()
    {
        await using var provider = Build(builder => Assert.Same(builder, builder.AddWebSearch(web => web
            .UseGoogleVision(options => options.ApiKey = "a")
            .UseTinEye(options => options.ApiKey = "b"))));

        Assert.Equal("tineye", Assert.Single(provider.GetServices<IWebPhotoSearch>()).Provider);
        Assert.Same(provider.GetRequiredService<IWebPhotoSearch>(), provider.GetRequiredService<IWebPhotoSearch>());
    }

    [Fact]
    public async Task AddWebSearch_SameProviderTwice_CountsEachRequestOnce()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(GoogleVisionSearchTests.Answer));
        await using var provider = Build(builder => builder.UseSkiaSharp().AddWebSearch(web =>
        {
            web.UseGoogleVision(options => options.ApiKey = "first").UseGoogleVision(options => (options.ApiKey, options.BaseAddress) = ("second", server.Address));
            web.Configure(options => (options.MaximumSearchesPerDay, options.ConfirmCopies) = (1, false));
        }));
        var photo = SearchHost.Photo();
        var fingerprint = provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(photo).Fingerprint!;

        await provider.GetRequiredService<IWebPhotoSearch>().SearchAsync(new() { Fingerprint = fingerprint, Photo = photo }, TestContext.Current.CancellationToken);

        Assert.Equal("second", Assert.Single(server.Requests).Header("X-Goog-Api-Key"));
    }

    [Fact]
    public async Task AddWebSearch_Networks_HaveProvidersAndOptionsOfTheirOwn()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector("a").AddWebSearch(web => web.UseGoogleVision(options => options.ApiKey = "a").Configure(options => options.MaximumPages = 1));
        services.AddFakeProfileDetector("b").AddWebSearch(web => web.UseTinEye(options => options.ApiKey = "b"));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("google-vision", provider.GetRequiredKeyedService<IWebPhotoSearch>("a").Provider);
        Assert.Equal("tineye", provider.GetRequiredKeyedService<IWebPhotoSearch>("b").Provider);
        Assert.Null(provider.GetService<IWebPhotoSearch>());
        var options = provider.GetRequiredService<IOptionsMonitor<WebSearchOptions>>();
        Assert.Equal((1, 50), (options.Get("a").MaximumPages, options.Get("b").MaximumPages));
    }

    [Fact]
    public void AddWebSearch_NoKey_FailsWhenTheSearchIsMade()
    {
        using var provider = Build(builder => builder.AddWebSearch(web => web.UseGoogleVision()));

        Assert.Contains("ApiKey", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IWebPhotoSearch>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWebSearch_Configuration_ReachesEveryOption()
    {
        var values = new Dictionary<string, string?>
        {
            ["D:WebSearch:MaximumImageSide"] = "320",
            ["D:WebSearch:MaximumPages"] = "10",
            ["D:WebSearch:MaximumSearchesPerDay"] = "7",
            ["D:WebSearch:CostPerSearch"] = "0.0035",
            ["D:WebSearch:MaximumCostPerMonth"] = "20.5",
            ["D:WebSearch:LedgerPath"] = "ledger",
            ["D:WebSearch:CacheDuration"] = "1.00:00:00",
            ["D:WebSearch:MaximumCacheEntries"] = "5",
            ["D:WebSearch:MaximumConcurrency"] = "2",
            ["D:WebSearch:AttemptTimeout"] = "00:00:03",
            ["D:WebSearch:TotalTimeout"] = "00:00:09",
            ["D:WebSearch:MaximumRetries"] = "1",
            ["D:WebSearch:ConfirmCopies"] = "false",
            ["D:WebSearch:ReadTitles"] = "false",
            ["D:WebSearch:MaximumFetches"] = "3",
            ["D:WebSearch:MaximumImageBytes"] = "4096",
            ["D:WebSearch:FetchTimeout"] = "00:00:05",
            ["D:WebSearch:RespectRobots"] = "false",
            ["D:GoogleVision:ApiKey"] = "google",
            ["D:GoogleVision:BaseAddress"] = "https://eu-vision.example/",
            ["D:TinEye:ApiKey"] = "tineye",
            ["D:TinEye:BaseAddress"] = "https://tineye.example/rest/",
        };
        Assert.Equal(typeof(WebSearchOptions).GetProperties().Length, values.Keys.Count(key => key.StartsWith("D:WebSearch:", StringComparison.Ordinal)));
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("D"))
            .AddWebSearch(web => web.UseGoogleVision().UseTinEye().Configure(options => options.MaximumPages = 11));
        using var provider = services.BuildServiceProvider();

        Assert.Equal("tineye", provider.GetRequiredService<IWebPhotoSearch>().Provider);
        var options = provider.GetRequiredService<IOptions<WebSearchOptions>>().Value;
        Assert.Equal((320, 11, 7, 0.0035m, 20.5m, "ledger"), (options.MaximumImageSide, options.MaximumPages, options.MaximumSearchesPerDay, options.CostPerSearch, options.MaximumCostPerMonth, options.LedgerPath));
        Assert.Equal((TimeSpan.FromDays(1), 5, 2, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9), 1), (options.CacheDuration, options.MaximumCacheEntries, options.MaximumConcurrency, options.AttemptTimeout, options.TotalTimeout, options.MaximumRetries));
        Assert.Equal((false, false, 3, 4096, TimeSpan.FromSeconds(5), false), (options.ConfirmCopies, options.ReadTitles, options.MaximumFetches, options.MaximumImageBytes, options.FetchTimeout, options.RespectRobots));
        var google = provider.GetRequiredService<IOptions<GoogleVisionOptions>>().Value;
        Assert.Equal(("google", "https://eu-vision.example/"), (google.ApiKey, google.BaseAddress.AbsoluteUri));
        var tinEye = provider.GetRequiredService<IOptions<TinEyeOptions>>().Value;
        Assert.Equal(("tineye", "https://tineye.example/rest/"), (tinEye.ApiKey, tinEye.BaseAddress.AbsoluteUri));
    }

    [Fact]
    public void AddWebSearch_UnknownKey_IsAnError()
    {
        var values = new Dictionary<string, string?> { ["D:WebSearch:MaximumSearchesADay"] = "7" };
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("D"))
            .AddWebSearch(web => web.UseTinEye(options => options.ApiKey = "k"));
        using var provider = services.BuildServiceProvider();

        Assert.Contains("MaximumSearchesADay", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IWebPhotoSearch>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddWebSearch_LedgerPath_HoldsAcrossRestarts()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(GoogleVisionSearchTests.Answer));
        void Configure(WebSearchOptions options) => (options.LedgerPath, options.MaximumSearchesPerDay) = (_folder.PathOf("ledger"), 1);
        await using (var first = SearchHost.Google(server, Configure))
        {
            await first.AskAsync();
        }

        await using var second = SearchHost.Google(server, Configure);

        Assert.Equal(WebPhotoSearchFailure.OverBudget, (await second.FailAsync()).Failure);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task UseResultsFile_KeptAnswer_IsReplayed()
    {
        var path = _folder.PathOf("results.jsonl");
        await using var server = new LoopbackServer(_ => Reply.Json(GoogleVisionSearchTests.Answer));
        await using var host = SearchHost.Google(server);
        var found = await host.AskAsync();
        using (var file = File.Create(path))
        {
            WebPhotoSearchJson.Write(file, new() { Photo = host.Query().Fingerprint.Hash, Result = found });
        }

        await using var provider = Build(builder => builder.AddWebSearch(web => web.UseResultsFile(path)));
        var search = provider.GetRequiredService<IWebPhotoSearch>();
        var replayed = await search.SearchAsync(host.Query(), TestContext.Current.CancellationToken);

        Assert.Equal("file", search.Provider);
        Assert.Equal((found.Provider, found.SearchedAt), (replayed.Provider, replayed.SearchedAt));
        Assert.Equal(found.Pages.Select(page => page.Url), replayed.Pages.Select(page => page.Url));
        await Assert.ThrowsAsync<WebPhotoSearchException>(() => search.SearchAsync(host.Query("portrait_400x400_1.png"), TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public void AddWebSearch_NullArguments_Throw()
    {
        var builder = new ServiceCollection().AddFakeProfileDetector();

        Assert.Throws<ArgumentNullException>(() => WebSearchBuilderExtensions.AddWebSearch(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => builder.AddWebSearch(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddWebSearch(web => web.Configure(null!)));
        Assert.Throws<ArgumentException>(() => builder.AddWebSearch(web => web.UseResultsFile(" ")));
    }

    private static ServiceProvider Build(Action<IFakeProfileDetectorBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddFakeProfileDetector());
        return services.BuildServiceProvider();
    }
}
