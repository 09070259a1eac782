using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.GoogleVision;
using FakeProfileDetector.WebSearch.TinEye;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.WebSearch.Tests;

/// <summary>A search as an application has it, which talks to a server on this machine.</summary>
internal sealed class SearchHost : IAsyncDisposable
{
    internal const string Key = "AIza-secret-key-0123456789";
    internal const string ProfileId = "profile-of-anna-4711";

    private readonly ServiceProvider _provider;

    private SearchHost(Action<WebSearchBuilder> choose, Action<WebSearchOptions>? configure, TimeProvider? time, Action<IServiceCollection>? add)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        add?.Invoke(services);
        services.AddFakeProfileDetector().UseSkiaSharp().AddWebSearch(web =>
        {
            choose(web);
            web.Configure(options =>
            {
                options.IsAllowedAddress = static _ => true;
                options.AllowAnyPort = true;
                options.RetryDelay = TimeSpan.FromMilliseconds(1);
                options.RespectRobots = false;
                options.ConfirmCopies = false;
                options.ReadTitles = false;
                configure?.Invoke(options);
            });
        });
        _provider = services.BuildServiceProvider();
    }

    internal IWebPhotoSearch Search => _provider.GetRequiredService<IWebPhotoSearch>();

    internal IServiceProvider Services => _provider;

    internal static SearchHost Google(
        LoopbackServer server, Action<WebSearchOptions>? configure = null, TimeProvider? time = null, Action<IServiceCollection>? add = null) =>
        Google(options => (options.ApiKey, options.BaseAddress) = (Key, server.Address), configure, time, add);

    internal static SearchHost Google(
        Action<GoogleVisionOptions> google, Action<WebSearchOptions>? configure = null, TimeProvider? time = null, Action<IServiceCollection>? add = null) =>
        new(web => web.UseGoogleVision(google), configure, time, add);

    internal static SearchHost TinEye(LoopbackServer server, Action<WebSearchOptions>? configure = null) =>
        new(web => web.UseTinEye((TinEyeOptions options) => (options.ApiKey, options.BaseAddress) = (Key, server.At("rest/"))), configure, null, null);

    internal static byte[] Photo(string name = "portrait_400x400_0.png") => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "conformance", "images", name));

    internal WebPhotoQuery Query(string name = "portrait_400x400_0.png")
    {
        var photo = Photo(name);
        return new()
        {
            Fingerprint = _provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(photo).Fingerprint!,
            Photo = photo,
            ProfileId = ProfileId,
        };
    }

    internal async Task<WebPhotoSearchResult> AskAsync() => await Search.SearchAsync(Query(), TestContext.Current.CancellationToken);

    internal async Task<WebPhotoSearchException> FailAsync() => await Assert.ThrowsAsync<WebPhotoSearchException>(AskAsync);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
