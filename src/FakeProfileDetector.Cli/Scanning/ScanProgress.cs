using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>A progress bar with rate and remaining time on standard error when it is a terminal, and nothing otherwise.</summary>
internal static class ScanProgress
{
    internal static async Task RunAsync(IAnsiConsole console, string title, int total, Func<Action, Task> work)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            await work(static () => { }).ConfigureAwait(false);
            return;
        }

        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn()];
        await console.Progress().Columns(columns).StartAsync(async progress =>
        {
            var task = progress.AddTask(title, maxValue: Math.Max(total, 1));
            await work(() => task.Increment(1)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Members a second.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? speed.ToString("N0", CultureInfo.InvariantCulture) + "/s" : "");
    }
}
