using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.WebSearch.Tests;

/// <summary>One search with each real service, for who has a key; a drawn portrait is sent, which is nobody's.</summary>
public sealed class LiveTests
{
    [Fact]
    public Task GoogleVision_RealService_Answers() => AnswersAsync("FAKEPROFILE_GOOGLE_KEY", (web, key) => web.UseGoogleVision(options => options.ApiKey = key));

    [Fact]
    public Task TinEye_RealService_Answers() => AnswersAsync("FAKEPROFILE_TINEYE_KEY", (web, key) => web.UseTinEye(options => options.ApiKey = key));

    private static async Task AnswersAsync(string variable, Action<WebSearchBuilder, string> choose)
    {
        var key = Environment.GetEnvironmentVariable(variable);
        Assert.SkipUnless(!string.IsNullOrEmpty(key), $"{variable} is not set: the real service is not asked.");
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSkiaSharp().AddWebSearch(web => choose(web, key!));
        await using var provider = services.BuildServiceProvider();
        var photo = SearchHost.Photo();
        var query = new WebPhotoQuery { Fingerprint = provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(photo).Fingerprint!, Photo = photo };

        var result = await provider.GetRequiredService<IWebPhotoSearch>().SearchAsync(query, TestContext.Current.CancellationToken);

        Assert.All(result.Pages, page => Assert.True(page.Url.IsAbsoluteUri));
    }
}
