using System.Diagnostics;

namespace FakeProfileDetector.Tests;

/// <summary>Runs tests of this assembly in a child process, whose runtime starts with other settings.</summary>
internal static class Processes
{
    private const int NothingRan = -1;

    /// <summary>Runs one test method with a runtime switch set to 0; a name that ends with <c>*</c> stands for several.</summary>
    /// <returns>0 when it ran and passed.</returns>
    internal static async Task<int> RunTestAsync(string method, string switchedOff)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(Processes).Assembly.Location, "-method", method, "-noColor" },
            Environment = { [switchedOff] = "0" },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        // The runner is content with a name that fits nothing.
        return process.ExitCode != 0 || output.Contains("Errors: 0", StringComparison.Ordinal) ? process.ExitCode : NothingRan;
    }
}
