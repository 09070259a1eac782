using FakeProfileDetector.WebSearch.GoogleVision;
using FakeProfileDetector.WebSearch.Pages;
using FakeProfileDetector.WebSearch.TinEye;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class WebSearchOptionsTests
{
    [Fact]
    public void Defaults_AreContract()
    {
        var options = new WebSearchOptions();

        Assert.Equal((640, 50, 30, 0m, 0m, null), (options.MaximumImageSide, options.MaximumPages, options.MaximumSearchesPerDay, options.CostPerSearch, options.MaximumCostPerMonth, options.LedgerPath));
        Assert.Equal((TimeSpan.FromDays(30), 1000, 4), (options.CacheDuration, options.MaximumCacheEntries, options.MaximumConcurrency));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), 2), (options.AttemptTimeout, options.TotalTimeout, options.MaximumRetries));
        Assert.Equal((true, true, 20, 10 * 1024 * 1024), (options.ConfirmCopies, options.ReadTitles, options.MaximumFetches, options.MaximumImageBytes));
        Assert.Equal((TimeSpan.FromSeconds(20), true, false, AddressGuard.IsPublic), (options.FetchTimeout, options.RespectRobots, options.AllowAnyPort, options.IsAllowedAddress));
        Assert.Equal("https://vision.googleapis.com/", new GoogleVisionOptions().BaseAddress.AbsoluteUri);
        Assert.Equal("https://api.tineye.com/rest/", new TinEyeOptions().BaseAddress.AbsoluteUri);
        Assert.True(new WebSearchOptionsValidator().Validate(null, options).Succeeded);
    }

    public static TheoryData<string, Action<WebSearchOptions>> Wrong() => new()
    {
        { "MaximumImageSide", options => options.MaximumImageSide = 641 },
        { "MaximumImageSide", options => options.MaximumImageSide = 63 },
        { "MaximumPages", options => options.MaximumPages = 0 },
        { "MaximumSearchesPerDay", options => options.MaximumSearchesPerDay = -1 },
        { "CostPerSearch", options => options.CostPerSearch = -1 },
        { "MaximumCostPerMonth", options => options.CostPerSearch = 0.01m },
        { "MaximumCostPerMonth", options => options.MaximumCostPerMonth = -1 },
        { "LedgerPath", options => options.LedgerPath = " " },
        { "CacheDuration", options => options.CacheDuration = TimeSpan.FromDays(366) },
        { "CacheDuration", options => options.CacheDuration = TimeSpan.FromTicks(-1) },
        { "MaximumCacheEntries", options => options.MaximumCacheEntries = -1 },
        { "MaximumConcurrency", options => options.MaximumConcurrency = 0 },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.FromMinutes(1) },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.Zero },
        { "TotalTimeout", options => options.TotalTimeout = TimeSpan.FromHours(1) },
        { "MaximumRetries", options => options.MaximumRetries = 11 },
        { "MaximumFetches", options => options.MaximumFetches = 201 },
        { "MaximumImageBytes", options => options.MaximumImageBytes = 1 },
        { "FetchTimeout", options => options.FetchTimeout = Timeout.InfiniteTimeSpan },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_OutOfRange_NamesTheOption(string name, Action<WebSearchOptions> change)
    {
        var options = new WebSearchOptions();
        change(options);

        Assert.Contains(name, new WebSearchOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://vision.example/", "needs an ApiKey")]
    [InlineData("", "https://vision.example/", "ApiKey")]
    [InlineData("a secret", "https://vision.example/", "ApiKey")]
    [InlineData("a\r\nX-Evil: 1", "https://vision.example/", "ApiKey")]
    [InlineData("secret", "http://vision.example/", "BaseAddress")]
    [InlineData("secret", "https://me@vision.example/", "BaseAddress")]
    [InlineData("secret", "https://vision.example/?key=1", "BaseAddress")]
    [InlineData("secret", "/relative", "BaseAddress")]
    public void Validate_Access_IsRefusedWithoutNamingTheKey(string? key, string address, string expected)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);

        foreach (var message in new[]
        {
            new GoogleVisionOptionsValidator().Validate(null, new() { ApiKey = key, BaseAddress = uri }).FailureMessage!,
            new TinEyeOptionsValidator().Validate(null, new() { ApiKey = key, BaseAddress = uri }).FailureMessage!,
        })
        {
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://proxy.example/google")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000/rest/")]
    public void Validate_BaseAddressThatIsSafe_IsTaken(string address) =>
        Assert.True(new TinEyeOptionsValidator().Validate(null, new() { ApiKey = "k", BaseAddress = new(address) }).Succeeded);
}
