using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Sharing.Reporting;

namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>Plants, checks and prints.</summary>
internal static class WebCommand
{
    internal static async Task RunAsync(DataFolder data, PlantOptions options, CancellationToken cancellationToken)
    {
        var outcomes = new List<WebOutcome>();
        var networks = 0;
        foreach (var accounts in WebPlanter.Plant(data, options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.AddRange(await WebRun.CheckAsync(accounts));
            networks++;
        }

        WebTables.Print([.. outcomes]);
        Console.WriteLine();
        Console.WriteLine(
            $"{outcomes.Count:N0} accounts in {networks} networks; {options.Groups} of every case, seed {options.Seed}, "
            + (options.HeldOut ? "only faces that are kept aside." : "without the faces that are kept aside."));
        Console.WriteLine("Intervals: Wilson's, 95 %.");
    }
}
