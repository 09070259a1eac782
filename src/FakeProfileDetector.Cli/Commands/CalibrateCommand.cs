using System.CommandLine;
using FakeProfileDetector.Cli.Calibration;

namespace FakeProfileDetector.Cli.Commands;

internal static class CalibrateCommand
{
    internal static Command Create(Terminal terminal)
    {
        var labeled = new Argument<FileInfo[]>("labeled.csv")
        {
            Description = "The columns of scan, and label (fake or genuine). Several files are sets of data that count alike, and leave the prior open.",
            Arity = ArgumentArity.OneOrMore,
        };
        var truth = new Option<FileInfo?>("--truth") { Description = "The labels in a file of their own, as the command labels writes it: columns id and label. Members that it does not name are not learned from." };
        var output = new Option<FileInfo>("--out") { Description = "Where the weights go, for scan --weights and the library.", Required = true };
        var export = new ExportOptions();
        var photos = PhotoOptions.Folder();
        var followLinks = PhotoOptions.FollowLinks();
        var group = new Option<string?>("--group") { Description = "Column of the campaign, whose members are never split between learning and testing; the default is group or campaign. Those who share a photo are kept together anyway." };
        var folds = new Option<int?>("--folds") { Description = "Parts of the cross-validation, 2 to 20; the default is 5." };
        folds.Validators.Add(result => Require(result.GetValue(folds) is null or (>= 2 and <= 20), "--folds must lie between 2 and 20.", result));
        var prior = new Option<double?>("--prior") { Description = "Probability of a fake on the network; the default is the share among the labeled members. Give it where fakes were labeled more eagerly." };
        prior.Validators.Add(result => Require(result.GetValue(prior) is null or (>= 0.0001 and <= 0.9999), "--prior must lie between 0.0001 and 0.9999.", result));
        var fromScratch = new Option<bool>("--from-scratch") { Description = "Learns without the library's own weights, which otherwise stand in where the data say little." };

        var command = new Command("calibrate", "Learns weights for a network from labeled members of its own.")
        {
            labeled, truth, output, export.Columns, export.Dates, photos, followLinks, group, folds, prior, fromScratch,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new CalibrateRequest(
                arguments.GetRequiredValue(labeled),
                arguments.GetValue(truth),
                arguments.GetRequiredValue(output),
                export.FormOf(arguments),
                arguments.GetValue(photos),
                arguments.GetValue(followLinks),
                arguments.GetValue(group),
                arguments.GetValue(folds),
                arguments.GetValue(prior),
                arguments.GetValue(fromScratch));
            await new CalibrateRun(terminal).RunAsync(request, cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Require(bool holds, string complaint, System.CommandLine.Parsing.SymbolResult result)
    {
        if (!holds)
        {
            result.AddError(complaint);
        }
    }
}
