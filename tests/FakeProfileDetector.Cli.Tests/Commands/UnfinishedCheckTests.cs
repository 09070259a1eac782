using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>A scan waits as long as it takes, and a signal that fails all the same does not pass for a clean result.</summary>
public sealed class UnfinishedCheckTests : IDisposable
{
    private const string Header = "id,display_name,observed_at,created_at,connections,following,posts,bio_length,has_url";
    private const string Thin = "a,Elin Holm,2026-11-01,2026-01-05,2,700,0,0,0";
    private const string Rich = "b,Leo Tamm,2026-11-01,2014-05-01,900,300,400,120,1";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Scan_SlowSignal_IsWaitedFor()
    {
        var clock = new FakeTimeProvider();

        var outcome = await ScanAsync(new StubSignal("slow", () => clock.Advance(TimeSpan.FromDays(1))), ["--fail-on", "LikelyFake"], clock);

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Profiles, profile => Assert.Equal("Neutral", profile.Signal("slow").GetProperty("outcome").GetString()));
        Assert.DoesNotContain("unfinished", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("LikelyFake", 1)]
    [InlineData("Suspicious", 3)]
    public async Task Scan_SignalThatFails_IsCountedAndNamedAndEndsFailOnWithOneUnlessFindingsDo(string? limit, int expected)
    {
        var outcome = await ScanAsync(
            new StubSignal("weather", static () => throw new InvalidOperationException("private")), limit is null ? [] : ["--fail-on", limit]);

        Assert.Equal(["Suspicious", "NoAdverseEvidence"], outcome.Profiles.Select(profile => profile.Verdict));
        Assert.Equal(expected, outcome.ExitCode);
        Assert.Contains("2 checks are unfinished, by signal that failed: weather 2.", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("private", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_SignalThatFailsForOne_IsCountedForThatOne()
    {
        var calls = 0;

        var outcome = await ScanAsync(
            new StubSignal("once", () =>
            {
                if (Interlocked.Increment(ref calls) == 1)
                {
                    throw new InvalidOperationException();
                }
            }),
            ["--fail-on", "LikelyFake"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1 checks are unfinished, by signal that failed: once 1.", outcome.Messages, StringComparison.Ordinal);
    }

    private Task<Outcome> ScanAsync(IProfileSignal signal, string[] options, TimeProvider? clock = null) => Workspace.RunAsync(
        ["scan", _workspace.Write("members.csv", Header, Thin, Rich), .. options],
        builder =>
        {
            builder.Services.AddSingleton(signal);
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }
        });
}
