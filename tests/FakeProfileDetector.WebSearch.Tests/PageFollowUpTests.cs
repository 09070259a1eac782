using System.Net;
using FakeProfileDetector.WebSearch.Pages;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class PageFollowUpTests
{
    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    public async Task Search_ImageOfThePage_IsFingerprintedByItsBytesWhateverItsType(string type)
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo(), type), "/a");
        await using var host = Host(server);

        var page = Assert.Single((await host.AskAsync()).Pages);

        Assert.Equal(host.Query().Fingerprint, page.Copy);
        Assert.NotNull(page.Copy?.Patches);
    }

    [Fact]
    public async Task Search_ImageCannotBeHad_LeavesTheCopyOut()
    {
        Reply[] replies =
        [
            Reply.Status(404), Reply.Status(500), Reply.File("<html>"u8.ToArray(), "image/jpeg"), Reply.File([]),
            Reply.File(SearchHost.Photo()[..500]), Reply.Of(200, SearchHost.Photo()[..500], "image/png", statedLength: 100_000), new("garbage\r\n\r\n"u8.ToArray()),
            Reply.Redirect(new("file:///etc/hostname")), Reply.Redirect(new("http://user@127.0.0.1/")), new("HTTP/1.1 302 Found\r\nLocation: ::::\r\n\r\n"u8.ToArray()),
        ];
        await using var server = Server(request => replies[int.Parse(request.Target[1..])], [.. replies.Select((_, i) => $"/{i}")]);
        await using var host = Host(server);

        var result = await host.AskAsync();

        Assert.Equal(replies.Length, result.Pages.Length);
        Assert.All(result.Pages, page => Assert.Null(page.Copy));
    }

    [Fact]
    public async Task Search_FirstImageIsGone_TakesTheNext()
    {
        await using var server = Server(request => request.Target == "/gone" ? Reply.Status(404) : Reply.File(SearchHost.Photo()), "/gone,/here");
        await using var host = Host(server);

        Assert.NotNull(Assert.Single((await host.AskAsync()).Pages).Copy);
    }

    [Fact]
    public async Task Search_MaximumFetches_BoundsTheImagesAndSharesEqualOnes()
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo()), "/a", "/a", "/b", "/c", "/d");
        await using var host = Host(server, options => options.MaximumFetches = 2);

        var result = await host.AskAsync();

        Assert.Equal(["/a", "/b"], server.Requests.Where(request => request.Method == "GET").Select(request => request.Target).Order());
        Assert.Equal(3, result.Pages.Count(page => page.Copy is not null));
    }

    [Fact]
    public async Task Search_ImageIsTooLarge_IsLeftAlone()
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo()), "/a");
        await using var host = Host(server, options => options.MaximumImageBytes = 1024);

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
    }

    [Fact]
    public async Task Search_ImageDripsSlowly_IsLeftOutInTime()
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo()) with { PieceBytes = 1, Wait = TimeSpan.FromMilliseconds(50) }, "/a");
        await using var host = Host(server, options => options.FetchTimeout = TimeSpan.FromMilliseconds(300));

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task Search_Redirects_AreFollowedThreeTimes(int redirects, bool isFetched)
    {
        LoopbackServer? self = null;
        await using var server = Server(
            request => int.Parse(request.Target[1..]) is > 0 and var left ? Reply.Redirect(self!.At($"/{left - 1}")) : Reply.File(SearchHost.Photo()), $"/{redirects}");
        self = server;
        await using var host = Host(server);

        Assert.Equal(isFetched, Assert.Single((await host.AskAsync()).Pages).Copy is not null);
    }

    [Fact]
    public async Task Search_ConfirmCopiesIsOff_FetchesNothing()
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo()), "/a");
        await using var host = Host(server, options => options.ConfirmCopies = false);

        await host.AskAsync();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Search_ImageOnThisMachine_IsNotEvenAskedFor()
    {
        // The guard as an application has it; the provider itself may be on this machine.
        await using var server = Server(_ => Reply.File(SearchHost.Photo()), "/a");
        await using var host = Host(server, options => options.IsAllowedAddress = AddressGuard.IsPublic);

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
        Assert.DoesNotContain(server.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task Search_OtherPorts_AreNotAskedFor()
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo()), "/a");
        await using var host = Host(server, options => options.AllowAnyPort = false);

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
        Assert.DoesNotContain(server.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task Search_RedirectedBehindTheFirewall_IsNotFollowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "This system has one loopback address only.");
        await using var hidden = new LoopbackServer(_ => Reply.File(SearchHost.Photo()), IPAddress.Parse("127.0.0.2"));
        await using var server = Server(_ => Reply.Redirect(hidden.At("a")), "/a");
        await using var host = Host(server, options => options.IsAllowedAddress = address => address.Equals(IPAddress.Loopback));

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
        Assert.Contains(server.Requests, request => request.Target == "/a");
        Assert.Empty(hidden.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    public async Task Fetch_AddressBehindTheFirewall_IsRefused(string address)
    {
        await using var server = Server(_ => Reply.File([]), address);
        await using var host = Host(server, options => (options.IsAllowedAddress, options.AllowAnyPort) = (AddressGuard.IsPublic, false));

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public/a", true)]
    [InlineData(null, "/a", true)]
    public async Task Search_Robots_AreRespectedAndReadOnce(string? robots, string path, bool isFetched)
    {
        await using var server = Server(
            request => request.Target != "/robots.txt" ? Reply.File(SearchHost.Photo())
                : robots is null ? Reply.Status(404) : Reply.File(System.Text.Encoding.UTF8.GetBytes(robots), "text/plain"),
            path);
        await using var host = Host(server, options => (options.RespectRobots, options.CacheDuration) = (true, TimeSpan.Zero));

        Assert.Equal(isFetched, Assert.Single((await host.AskAsync()).Pages).Copy is not null);
        await host.AskAsync();
        Assert.Single(server.Requests, request => request.Target == "/robots.txt");
        Assert.Equal(isFetched, server.Requests.Any(request => request.Target == path));
    }

    [Fact]
    public async Task Search_RobotsCannotBeRead_FetchesNothing()
    {
        await using var server = Server(request => request.Target == "/robots.txt" ? Reply.Status(500) : Reply.File(SearchHost.Photo()), "/a");
        await using var host = Host(server, options => options.RespectRobots = true);

        Assert.Null(Assert.Single((await host.AskAsync()).Pages).Copy);
    }

    [Fact]
    public async Task Search_Fetch_NamesItselfAndCarriesNoKey()
    {
        await using var server = Server(_ => Reply.File(SearchHost.Photo()), "/a");
        await using var host = Host(server);

        await host.AskAsync();

        var request = Assert.Single(server.Requests, request => request.Method == "GET");
        Assert.Equal(PageClient.UserAgent, request.Header("User-Agent"));
        Assert.DoesNotContain(SearchHost.Key, request.Head, StringComparison.Ordinal);
        Assert.Null(request.Header("Cookie") ?? request.Header("Referer") ?? request.Header("traceparent"));
    }

    private static SearchHost Host(LoopbackServer server, Action<WebSearchOptions>? configure = null) => SearchHost.Google(server, options =>
    {
        options.ConfirmCopies = true;
        configure?.Invoke(options);
    });

    /// <summary>A provider that finds a page with images for each of the paths, on a server that has them.</summary>
    private static LoopbackServer Server(Func<ReceivedRequest, Reply> image, params string[] paths)
    {
        LoopbackServer? server = null;
        string Found() => $$$"""{"responses":[{"webDetection":{"pagesWithMatchingImages":[{{{string.Join(',', paths.Select((path, i) => Page(server!, path, i)))}}}]}}]}""";
        server = new(request => request.Method == "POST" ? Reply.Json(Found()) : image(request));
        return server;
    }

    private static string Page(LoopbackServer server, string paths, int number)
    {
        var images = paths.Split(',').Select(path => $$"""{"url":"{{new Uri(server.Address, path)}}"}""");
        return $$"""{"url":"https://page{{number}}.example/","fullMatchingImages":[{{string.Join(',', images)}}]}""";
    }
}
