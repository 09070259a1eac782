using System.CommandLine;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Modes;

namespace FakeProfileDetector.CopyAccuracy;

/// <summary>Measures how well altered copies of real portraits are found, what is taken for a copy wrongly, and what both cost.</summary>
internal static class Program
{
    private const string LikeReal = "real";
    private const string Uniform = "uniform";

    internal static int Main(string[] arguments)
    {
        var root = new RootCommand("Measures searches for altered copies of photos; prints tables in Markdown. The photos are read from shared/data, beside or above, or from FAKEPROFILE_DATA.")
        {
            WithPhotos("recall", "Edited copies of portraits that are found.", RecallMode.Run),
            WithPhotos("strangers", "Edited photos that are taken for another person's.", StrangersMode.Run),
            Templates(),
            Generated(),
            Pairs(),
            Cost(),
        };
        return root.Parse(arguments).Invoke();
    }

    private static Command WithPhotos(string name, string description, Action<int?> run)
    {
        var photos = new Option<int?>("--photos") { Description = "So many photos, the same ones every time; all by default." };
        var command = new Command(name, description) { photos };
        command.SetAction(parsed => Start(() => run(parsed.GetValue(photos))));
        return command;
    }

    private static Command Templates()
    {
        var seeds = new Option<int>("--seeds") { Description = "Templates of each kind.", DefaultValueFactory = _ => 12 };
        var aside = new Option<bool>("--aside") { Description = "With the fifth of the people that no limit was chosen by." };
        var command = new Command("templates", "Different pictures that have much in common.") { seeds, aside };
        command.SetAction(parsed => Start(() => TemplatesMode.Run(parsed.GetValue(seeds), parsed.GetValue(aside))));
        return command;
    }

    private static Command Generated()
    {
        var command = new Command("generated", "Recognition of letter tiles, identicons and silhouettes.");
        command.SetAction(_ => Start(GeneratedMode.Run));
        return command;
    }

    private static Command Pairs()
    {
        var command = new Command("pairs", "Labeled pairs of real photos.");
        command.SetAction(_ => Start(PairsMode.Run));
        return command;
    }

    private static Command Cost()
    {
        var sizes = new Option<string>("--sizes") { Description = "Photos in the registry, by commas.", DefaultValueFactory = _ => "100000,1000000" };
        var descriptors = new Option<string>("--descriptors") { Description = "How made-up descriptors are distributed.", DefaultValueFactory = _ => Uniform };
        descriptors.AcceptOnlyFromAmong(Uniform, LikeReal);
        var command = new Command("cost", "Memory and time.") { sizes, descriptors };
        command.SetAction(parsed => Start(() => CostMode.Run(
            parsed.GetRequiredValue(sizes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(int.Parse),
            parsed.GetRequiredValue(descriptors) == LikeReal)));
        return command;
    }

    private static void Start(Action run)
    {
        Machine.Print();
        run();
    }
}
