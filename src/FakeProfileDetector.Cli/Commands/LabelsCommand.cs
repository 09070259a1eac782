using System.CommandLine;
using FakeProfileDetector.Cli.Reviews;

namespace FakeProfileDetector.Cli.Commands;

internal static class LabelsCommand
{
    internal static Command Create(Terminal terminal)
    {
        var store = new Option<FileInfo>("--store") { Description = "The SQLite file of scan and decide.", Required = true };
        var output = new Option<FileInfo?>("--out") { Description = "Where the labels go; the default is standard output." };
        var command = new Command("labels", "Writes what reviewers decided as id,label,case,owner, which evaluate and calibrate --truth read.") { store, output };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var file = arguments.GetRequiredValue(store);
            var target = arguments.GetValue(output);
            if (target?.FullName == file.FullName)
            {
                throw new CliException($"{target.Name} is the store itself; name another file to write to.");
            }

            using var decisions = DecisionStoreFile.OpenDecisions(file);
            target?.Directory?.Create();
            await using var writer = target is null ? null : new StreamWriter(target.FullName);
            var count = await LabelFile.WriteAsync(decisions, writer ?? terminal.Data, cancellationToken).ConfigureAwait(false);
            terminal.Warn($"{count} profiles labeled.");
            return CommandLine.Ok;
        });
        return command;
    }
}
