using System.CommandLine;
using FakeProfileDetector.Cli.Demo;
using FakeProfileDetector.Cli.Evaluation;
using FakeProfileDetector.Cli.Scanning;

namespace FakeProfileDetector.Cli.Commands;

internal static class DemoCommand
{
    internal static Command Create(Terminal terminal)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "Where the network is drawn: a new folder, or that of an earlier demo.",
            DefaultValueFactory = _ => new DirectoryInfo("fakeprofile-demo"),
        };
        var command = new Command("demo", "Draws a small network of synthetic portraits with planted fakes, scans and evaluates it.") { folder };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var network = DemoNetwork.Draw(arguments.GetRequiredValue(folder), cancellationToken);
            terminal.Warn($"Drew {network.MemberCount} members in {network.Folder.Name}: members.csv, truth.csv, photos.");
            var request = new ScanRequest(network.Members) { Output = network.Report, Html = network.Page, Store = network.Store };
            await new Scanner(terminal).ScanAsync(request, cancellationToken).ConfigureAwait(false);
            new EvaluationTable(new(ReportFile.Read(network.Report), TruthFile.Read(network.Truth, terminal.Warn))).Write(terminal.Data);
            return ExitCode.Ok;
        });
        return command;
    }
}
