using System.CommandLine;
using FakeProfileDetector.Cli.Evaluation;

namespace FakeProfileDetector.Cli.Commands;

internal static class EvaluateCommand
{
    internal static Command Create(Terminal terminal)
    {
        var report = new Argument<FileInfo>("report.jsonl") { Description = "What scan wrote." };
        var truth = new Argument<FileInfo>("truth.csv") { Description = "The truth: columns id, label (fake or genuine), case." };
        var command = new Command("evaluate", "Compares reports with the truth: precision, recall and false accusations by case.") { report, truth };
        command.SetAction(arguments =>
        {
            var verdicts = ReportFile.ReadVerdicts(arguments.GetRequiredValue(report));
            var cases = TruthFile.Read(arguments.GetRequiredValue(truth));
            new EvaluationTable(verdicts, cases).Write(terminal.Data);
            return CommandLine.Ok;
        });
        return command;
    }
}
