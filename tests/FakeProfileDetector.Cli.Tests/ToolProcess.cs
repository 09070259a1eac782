using System.Diagnostics;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>The built tool in a process of its own, for what a running process cannot change: its runtime's settings.</summary>
internal static class ToolProcess
{
    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IEnumerable<string> args, string? setting = null, string? workingDirectory = null)
    {
        using var process = Start(args, setting, workingDirectory);
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the tool; the caller reads what it writes and waits for its end.</summary>
    internal static Process Start(IEnumerable<string> args, string? setting = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? AppContext.BaseDirectory,
        };
        foreach (var argument in args.Prepend(Path.Combine(AppContext.BaseDirectory, "fakeprofile.dll")).Prepend("exec"))
        {
            start.ArgumentList.Add(argument);
        }

        // What this process was started with must not leak into the comparison.
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        if (setting is not null)
        {
            start.Environment[setting] = "0";
        }

        return Process.Start(start)!;
    }
}
