using System.CommandLine;
using FakeProfileDetector.Cli.Evaluation;
using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Commands;

internal static class EvaluateCommand
{
    internal static Command Create(Terminal terminal)
    {
        var report = new Argument<FileInfo>("report.jsonl") { Description = "What scan wrote." };
        var truth = new Argument<FileInfo>("truth.csv") { Description = "The truth: columns id, label (fake or genuine), case." };
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Writes the figures for machines: to the file, or without a file to standard output in place of the tables.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var html = new Option<FileInfo?>("--html") { Description = "Also writes a page with the curves drawn." };
        var command = new Command("evaluate", "Compares reports with the truth: precision, recall and false accusations by case, at other shares of fakes, and whether probabilities hold.")
        {
            report, truth, json, html,
        };
        command.SetAction(arguments =>
        {
            FileInfo[] inputs = [arguments.GetRequiredValue(report), arguments.GetRequiredValue(truth)];
            var outputs = new[] { arguments.GetValue(json), arguments.GetValue(html) };
            new FileGuard().Reads("the report", inputs[0]).Reads("the truth", inputs[1]).Writes("--json", outputs[0]).Writes("--html", outputs[1]);
            var result = new EvaluationResult(ReportFile.Read(inputs[0]), TruthFile.Read(inputs[1], terminal.Warn));
            if (arguments.GetResult(json) is not null && outputs[0] is null)
            {
                terminal.Data.WriteLine(EvaluationJson.Serialize(result));
            }
            else
            {
                new EvaluationTable(result).Write(terminal.Data);
                new EvaluationDetails(result).Write(terminal.Data);
            }

            Save(outputs[0], file => file.WriteLine(EvaluationJson.Serialize(result)));
            Save(outputs[1], file => new EvaluationPage(result, file).Write());
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Save(FileInfo? target, Action<TextWriter> write)
    {
        if (target is null)
        {
            return;
        }

        using var file = OutputFile.Create(target);
        write(file.Writer);
        file.Complete();
    }
}
