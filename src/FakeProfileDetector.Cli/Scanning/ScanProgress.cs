using Spectre.Console;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>A progress bar on standard error when it is a terminal, and nothing otherwise.</summary>
internal static class ScanProgress
{
    internal static async Task RunAsync(IAnsiConsole console, string title, int total, Func<Action, Task> work)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            await work(static () => { }).ConfigureAwait(false);
            return;
        }

        await console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(title, maxValue: Math.Max(total, 1));
            await work(() => task.Increment(1)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
