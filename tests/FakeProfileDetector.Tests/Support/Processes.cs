using System.Diagnostics;

namespace FakeProfileDetector.Tests;

/// <summary>Runs tests of this assembly in a child process, whose runtime starts with other settings.</summary>
internal static class Processes
{
    /// <summary>Runs one test method with a runtime switch set to 0.</summary>
    /// <returns>The exit code: 0 when it ran and passed.</returns>
    internal static async Task<int> RunTestAsync(string method, string switchedOff)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(Processes).Assembly.Location, "-method", method },
            Environment = { [switchedOff] = "0" },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
