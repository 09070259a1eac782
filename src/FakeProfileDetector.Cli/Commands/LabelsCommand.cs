using System.CommandLine;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Reviews;

namespace FakeProfileDetector.Cli.Commands;

internal static class LabelsCommand
{
    internal static Command Create(Terminal terminal)
    {
        var store = new Option<FileInfo>("--store") { Description = "The SQLite file of scan and decide.", Required = true };
        var output = new Option<FileInfo?>("--out") { Description = "Where the labels go; the default is standard output." };
        var command = new Command("labels", "Writes what reviewers decided as id,label,case,owner, which evaluate and calibrate --truth read. An id that a spreadsheet would run is written after an apostrophe; they take it off again.") { store, output };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var file = arguments.GetRequiredValue(store);
            var target = arguments.GetValue(output);
            new FileGuard().Keeps("--store", file).Writes("--out", target);
            using var decisions = DecisionStoreFile.OpenDecisions(file);
            using var written = target is null ? null : OutputFile.Create(target);
            var count = await LabelFile.WriteAsync(decisions, written?.Writer ?? terminal.Data, cancellationToken).ConfigureAwait(false);
            written?.Complete();
            terminal.Warn($"{count} profiles labeled.");
            return ExitCode.Ok;
        });
        return command;
    }
}
