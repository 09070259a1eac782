using System.CommandLine;
using System.Globalization;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members.Cells;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Cli.Commands;

internal static class NamesCommand
{
    internal static Command Create(Terminal terminal)
    {
        var pairs = new Argument<FileInfo>("pairs.tsv") { Description = "Tab-separated with a header; columns name1 and name2." };
        var reasons = new Option<bool>("--reasons") { Description = "Also adds the column reasons: what was noticed, as codes." };
        var command = new Command("names", "Adds the columns relation and weightBits to each pair of names.") { pairs, reasons };
        command.SetAction((arguments, cancellationToken) =>
            Task.FromResult(Run(arguments.GetRequiredValue(pairs), arguments.GetValue(reasons), terminal, cancellationToken)));
        return command;
    }

    private static int Run(FileInfo file, bool withReasons, Terminal terminal, CancellationToken cancellationToken)
    {
        InputFile.Require(file, "name the file of the pairs");
        using var reader = new StreamReader(file.FullName);
        var header = reader.ReadLine() ?? throw new CliException($"{file.Name} is empty; it needs a header with name1 and name2.");
        var columns = header.Split('\t');
        var first = ColumnOf(columns, "name1", file);
        var second = ColumnOf(columns, "name2", file);
        terminal.Data.WriteLine($"{header}\trelation\tweightBits{(withReasons ? "\treasons" : string.Empty)}");

        var exit = ExitCode.Ok;
        for (var line = 2; reader.ReadLine() is { } row; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = row.Split('\t');
            if (cells.Length <= Math.Max(first, second))
            {
                terminal.Warn($"{file.Name}:{line}: {cells.Length} cells where name1 and name2 need {Math.Max(first, second) + 1}; the row is left out.");
                exit = ExitCode.Error;
                continue;
            }

            var comparison = NameComparer.Compare(TextCell.Clean(cells[first]), TextCell.Clean(cells[second]));
            terminal.Data.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{row}\t{comparison.Relation.ToCode()}\t{comparison.WeightBits:0.0##}{(withReasons ? $"\t{string.Join(' ', comparison.Reasons.Select(reason => reason.Code))}" : string.Empty)}"));
        }

        return exit;
    }

    private static int ColumnOf(string[] columns, string name, FileInfo file)
    {
        var index = Array.IndexOf(columns, name);
        return index >= 0
            ? index
            : throw new CliException($"{file.Name} has no column {name}; its columns are: {string.Join(", ", columns)}.");
    }
}
