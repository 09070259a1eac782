using System.CommandLine;
using FakeProfileDetector.Accuracy.Modes;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;

namespace FakeProfileDetector.Accuracy;

/// <summary>Measures how right the detector and its parts are on labeled data; prints tables in Markdown.</summary>
internal static class Program
{
    private const int Ok = 0;
    private const int Error = 1;

    private static readonly Option<DirectoryInfo?> Folder = new("--data")
    {
        Description = "The folder that holds names, profiles and network; by default shared/data here or further up.",
        Recursive = true,
    };

    internal static int Main(string[] arguments)
    {
        var root = new RootCommand("Measures accuracy on labeled data; prints tables in Markdown.")
        {
            Folder,
            Names(),
            Mode("history", "Counts and dates of accounts alone, on four public sets.", HistoryMode.Run),
            Mode("network", "The whole detector on a labeled network.", NetworkMode.Run),
            Pages(),
        };
        return root.Parse(arguments).Invoke();
    }

    private static Command Names()
    {
        var failures = new Option<int>("--failures") { Description = "Lists up to so many wrongly judged pairs of each group." };
        var command = new Command("names", "Same-person and different-person pairs of names, against two baselines.") { failures };
        command.SetAction(parsed => Start(parsed, data => NamesMode.Run(data, parsed.GetValue(failures))));
        return command;
    }

    private static Command Pages()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Labeled titles, tab-separated; by default those of this program.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("pages", "Whose page it is by address and title; lists every error.") { files };
        command.SetAction(parsed => PagesMode.Run(parsed.GetRequiredValue(files)));
        return command;
    }

    private static Command Mode(string name, string description, Action<DataFolder> run)
    {
        var command = new Command(name, description);
        command.SetAction(parsed => Start(parsed, run));
        return command;
    }

    private static int Start(ParseResult parsed, Action<DataFolder> run)
    {
        try
        {
            var data = DataFolder.Open(parsed.GetValue(Folder));
            Machine.Print();
            run(data);
            return Ok;
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return Error;
        }
    }
}
