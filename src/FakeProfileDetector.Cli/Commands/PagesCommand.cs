using System.CommandLine;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Pages;

namespace FakeProfileDetector.Cli.Commands;

internal static class PagesCommand
{
    internal static Command Create(Terminal terminal)
    {
        var pages = new Argument<FileInfo>("pages.tsv") { Description = "Tab-separated or CSV with a header; columns url and title." };
        var output = new Option<FileInfo?>("--out") { Description = "Where the rows go; the default is standard output." };
        var command = new Command("pages", "Adds the columns site, kind, name and handle to web pages: whose page it is, by its address and title. A cell added that a spreadsheet would run begins with an apostrophe.") { pages, output };
        command.SetAction((arguments, cancellationToken) =>
        {
            var file = arguments.GetRequiredValue(pages);
            var target = arguments.GetValue(output);
            InputFile.Require(file, "name the file of the pages");
            new FileGuard().Reads("the file of the pages", file).Writes("--out", target);
            using var written = target is null ? null : OutputFile.Create(target);
            var complaints = 0;
            var reader = new PageFile(file, text =>
            {
                complaints++;
                terminal.Warn(text);
            });
            foreach (var line in reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                (written?.Writer ?? terminal.Data).WriteLine(line);
            }

            written?.Complete();
            return Task.FromResult(complaints == 0 ? ExitCode.Ok : ExitCode.Error);
        });
        return command;
    }
}
