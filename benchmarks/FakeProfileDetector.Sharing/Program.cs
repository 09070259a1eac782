using System.CommandLine;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Sharing.Reporting;
using FakeProfileDetector.Sharing.Web.Running;

namespace FakeProfileDetector.Sharing;

/// <summary>Plants accounts that share a picture, in good faith and by theft, and counts who is accused; prints tables in Markdown.</summary>
internal static class Program
{
    private const int Ok = 0;
    private const int Error = 1;

    private static readonly Option<DirectoryInfo?> Folder = new("--data")
    {
        Description = "The folder that holds faces and profiles; by default shared/data here or further up.",
    };

    private static readonly Option<int> Groups = new("--groups") { Description = "Groups of every case.", DefaultValueFactory = _ => 40 };

    private static readonly Option<int> Seed = new("--seed") { Description = "With the same seed everything is the same.", DefaultValueFactory = _ => 20260101 };

    private static readonly Option<bool> HeldOut = new("--held-out") { Description = "Uses only the fifth of the faces that is kept aside, else only the others." };

    private static readonly Option<string?> Only = new("--case") { Description = "Plants only cases whose name holds this." };

    private static readonly Option<DirectoryInfo?> Export = new("--export")
    {
        Description = "Writes the networks as files into this folder, each into one of its own, and checks nothing.",
    };

    internal static int Main(string[] arguments)
    {
        var root = new RootCommand("Plants accounts that share a picture, in good faith and by theft, and counts who is accused; prints tables in Markdown.")
        {
            Folder, Groups, Seed, HeldOut, Only, Export,
        };
        root.SetAction((parsed, token) => GuardAsync(() => StartAsync(parsed, token)));
        var web = new Command("web", "Plants members whose photos are on a made-up web as well, searches it, and counts who is accused.")
        {
            Folder, Groups, Seed, HeldOut, Only,
        };
        web.SetAction((parsed, token) => GuardAsync(() => SearchWebAsync(parsed, token)));
        root.Add(web);
        return root.Parse(arguments).Invoke();
    }

    private static async Task<int> GuardAsync(Func<Task> start)
    {
        try
        {
            await start();
            return Ok;
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return Error;
        }
    }

    private static async Task StartAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = OptionsOf(parsed);
        var networks = new NetworkPlanter(DataOf(parsed), options).Plant();
        if (parsed.GetValue(Export) is { } folder)
        {
            foreach (var network in networks)
            {
                NetworkExport.Write(folder, network);
            }

            return;
        }

        Machine.Print();
        await MeasureAsync(networks, options, cancellationToken);
    }

    private static async Task SearchWebAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Machine.Print();
        await WebCommand.RunAsync(DataOf(parsed), OptionsOf(parsed), cancellationToken);
    }

    private static DataFolder DataOf(ParseResult parsed) => DataFolder.Open(parsed.GetValue(Folder));

    private static PlantOptions OptionsOf(ParseResult parsed) =>
        new(parsed.GetValue(Groups), parsed.GetValue(Seed), parsed.GetValue(HeldOut), parsed.GetValue(Only));

    private static async Task MeasureAsync(IEnumerable<PlantedNetwork> networks, PlantOptions options, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        var pairs = new List<PairCount>();
        var count = 0;
        foreach (var network in networks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var run = await NetworkRun.EnrollAsync(network);
            outcomes.AddRange(await run.CheckAsync());
            pairs.AddRange(await run.CountMatchesAsync());
            count++;
        }

        SharingTables.Print([.. outcomes], [.. pairs]);
        Console.WriteLine();
        Console.WriteLine(
            $"{outcomes.Count:N0} accounts in {count} networks; {options.Groups} groups of every case, seed {options.Seed}, "
            + (options.HeldOut ? "only faces that are kept aside." : "without the faces that are kept aside."));
        Console.WriteLine("Intervals: Wilson's, 95 %. Accounts of one group are not independent; the last column counts groups.");
    }
}
