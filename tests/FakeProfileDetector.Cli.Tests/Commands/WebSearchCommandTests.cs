using System.Net;
using System.Text;
using FakeProfileDetector.WebSearch.GoogleVision;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>Searches of the web from the command line, against a server on this machine that speaks as Google Vision does.</summary>
public sealed class WebSearchCommandTests : IDisposable
{
    private const string KeyVariable = "FAKEPROFILE_TEST_KEY";
    private const string Key = "test-key-0123456789";

    private readonly Workspace _workspace = new();

    public WebSearchCommandTests() => Environment.SetEnvironmentVariable(KeyVariable, Key);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("websearch")]
    [InlineData("scan")]
    public async Task Key_Missing_IsOneSentenceThatSaysWhatToDo(string command)
    {
        var photo = _workspace.Paint("p.jpg", 1);
        var members = _workspace.Write("members.csv", "id,display_name,photo", "m1,Ana Horvat,p.jpg");
        string[] arguments = command == "scan" ? ["scan", members, "--web", "google", "--key-env", "NO_SUCH_VARIABLE"] : ["websearch", photo, "--key-env", "NO_SUCH_VARIABLE"];

        var outcome = await Workspace.RunAsync(arguments);

        Assert.Equal(1, outcome.ExitCode);
        var line = Assert.Single(outcome.MessageLines);
        Assert.Contains("NO_SUCH_VARIABLE", line, StringComparison.Ordinal);
        Assert.Contains("--key-env", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_PagesOfOthers_ArePrintedJudgedAndKept()
    {
        var photo = _workspace.Paint("p.jpg", 1);
        var kept = _workspace.PathOf("answers.jsonl");
        await using var server = new Answer(Pages);

        var outcome = await Workspace.RunAsync(
            ["websearch", photo, "--provider", "google", "--key-env", KeyVariable, "--name", "Boris Kovac", "--keep", kept], server.Configure);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("url\ttitle\tsite\tkind\tname\thandle\tmatch\tcopy", outcome.DataLines[0]);
        Assert.Contains(outcome.DataLines, line => line.Contains("linkedin.com\tprofile\tAna Horvat", StringComparison.Ordinal) && line.EndsWith("unknown", StringComparison.Ordinal));
        Assert.Contains("Boris Kovac: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
        Assert.DoesNotContain(Key, outcome.Data + outcome.Messages + File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.Contains("\"provider\"", Assert.Single(File.ReadAllLines(kept)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_KeptAnswers_AreJudgedAndMembersWithoutAnyAreNotHeldUp()
    {
        _workspace.Paint("p.jpg", 1);
        _workspace.Paint("q.jpg", 2);
        var members = _workspace.Write("members.csv", "id,display_name,photo,faces", "m1,Boris Kovac,p.jpg,1", "m2,Carla Moretti,q.jpg,1");
        var answers = _workspace.Write("answers.jsonl", """
            {"profile":"m1","provider":"hand","searched_at":"2026-11-01T00:00:00Z","pages":[{"url":"https://www.linkedin.com/in/ana-horvat","title":"Ana Horvat - Engineer - Contoso | LinkedIn","match":"full"}]}
            """);

        var outcome = await Workspace.RunAsync("scan", members, "--web-results", answers);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["web-copies-unconfirmed"], ScannedProfile.CodesOf(outcome.Profiles.Single(profile => profile.Id == "m1").Signal("web-reuse")));
        var other = outcome.Profiles.Single(profile => profile.Id == "m2");
        Assert.Equal(["web-not-searched"], ScannedProfile.CodesOf(other.Signal("web-reuse")));
        Assert.Equal("NoAdverseEvidence", other.Verdict);
    }

    [Fact]
    public async Task Scan_WithoutWeb_HasNoSuchSignal()
    {
        _workspace.Paint("p.jpg", 1);

        var outcome = await _workspace.ScanAsync("id,display_name,photo", "m1,Boris Kovac,p.jpg");

        Assert.DoesNotContain("web-reuse", outcome.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_BadAnswers_NameTheLine()
    {
        _workspace.Paint("p.jpg", 1);
        var members = _workspace.Write("members.csv", "id,display_name,photo", "m1,Boris Kovac,p.jpg");
        var answers = _workspace.Write("answers.jsonl", "{\"profile\":");

        var outcome = await Workspace.RunAsync("scan", members, "--web-results", answers);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Unexpected", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_Budget_IsNotExceededAndSaysSo()
    {
        var members = _workspace.Write(
            "members.csv", ["id,display_name,photo", .. Enumerable.Range(1, 4).Select(i => $"m{i},Boris Kovac,{Path.GetFileName(_workspace.Paint($"p{i}.jpg", i))}")]);
        await using var server = new Answer(Pages);

        var outcome = await Workspace.RunAsync(["scan", members, "--web", "google", "--web-budget", "2", "--key-env", KeyVariable], server.Configure);

        Assert.Equal(2, server.Requests);
        Assert.Equal(2, outcome.Profiles.Count(profile => profile.Codes.Contains("web-search-over-budget")));
        Assert.All(
            outcome.Profiles.Where(profile => profile.Codes.Contains("web-search-over-budget")), profile => Assert.Equal("InsufficientEvidence", profile.Verdict));
    }

    private const string Pages = """
        {"responses":[{"webDetection":{"pagesWithMatchingImages":[
          {"url":"https://www.linkedin.com/in/ana-horvat","pageTitle":"<b>Ana Horvat</b> - Engineer - Contoso | LinkedIn","fullMatchingImages":[{"url":"http://127.0.0.1:9/none.jpg"}]}]}}]}
        """;

    /// <summary>A server that always answers the same.</summary>
    private sealed class Answer : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _serving;
        private readonly string _address;
        private int _requests;

        internal Answer(string body)
        {
            for (var port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
            {
                _address = $"http://127.0.0.1:{port}/";
                try
                {
                    _listener.Prefixes.Clear();
                    _listener.Prefixes.Add(_address);
                    _listener.Start();
                    break;
                }
                catch (HttpListenerException)
                {
                    // Another one listens there.
                }
            }

            _serving = ServeAsync(Encoding.UTF8.GetBytes(body));
        }

        internal int Requests => _requests;

        internal void Configure(IFakeProfileDetectorBuilder builder) =>
            builder.Services.PostConfigure<GoogleVisionOptions>(options => options.BaseAddress = new(_address));

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync(byte[] body)
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    Interlocked.Increment(ref _requests);
                    context.Response.ContentType = "application/json";
                    await context.Response.OutputStream.WriteAsync(body);
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Stopped.
            }
        }
    }
}
