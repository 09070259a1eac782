using System.Diagnostics;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>
/// What a run leaves behind that is ended early. Nobody reads its standard output, so it stands still amid writing its lines,
/// however fast the machine is.
/// </summary>
public sealed class InterruptionTests : IDisposable
{
    // The lines of so many members are more than a pipe holds.
    private const int Members = 2_000;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Signal_AmidAScan_EndsItAndLeavesTheFilesOfBefore(string signal, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill.");
        using var scan = await StartAsync();

        await SendAsync(signal, scan);
        await scan.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complaints = await scan.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await scan.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, scan.ExitCode);
        Assert.Contains("Interrupted.", complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complaints, StringComparison.Ordinal);
        AssertOnlyFilesOfBefore();
    }

    [Fact]
    public async Task Signal_Twice_EndsAtOnceAndLeavesTheFilesOfBefore()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill.");
        using var scan = await StartAsync();

        await SendAsync("INT", scan);
        using (Kill("INT", scan))
        {
            // Nobody has read its output: it cannot have come to its end.
            await scan.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(130, scan.ExitCode);
        AssertOnlyFilesOfBefore();
    }

    private void AssertOnlyFilesOfBefore()
    {
        Assert.Equal("before", File.ReadAllText(_workspace.PathOf("page.html")));
        Assert.Equal(["members.csv", "page.html"], Directory.GetFiles(_workspace.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>A scan that has begun to write its page.</summary>
    private async Task<Process> StartAsync()
    {
        _workspace.WriteText("page.html", "before");
        var members = _workspace.Write("members.csv", ["id", .. Enumerable.Range(0, Members).Select(i => $"m{i}")]);
        var scan = ToolProcess.Start(["scan", members, "--html", _workspace.PathOf("page.html")]);
        while (Directory.GetFiles(_workspace.Folder, "*.tmp").Length == 0)
        {
            Assert.False(scan.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return scan;
    }

    /// <summary>Sends a signal and waits until the tool says that it has got it.</summary>
    private static async Task SendAsync(string signal, Process scan)
    {
        using (Kill(signal, scan))
        {
            Assert.Equal("Stopping.", await scan.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));
        }
    }

    private static Process Kill(string signal, Process process) =>
        Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
}
