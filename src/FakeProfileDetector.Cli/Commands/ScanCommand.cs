using System.CommandLine;
using FakeProfileDetector.Cli.Scanning;

namespace FakeProfileDetector.Cli.Commands;

internal static class ScanCommand
{
    internal static Command Create(Terminal terminal)
    {
        var members = new Argument<FileInfo>("members.csv") { Description = "The members, one a row; only the column id is required. Where photo_hash (64 hexadecimal digits, as fakeprofile hash prints) is given, with photo_quality or without, no photo is read." };
        var photos = new Option<DirectoryInfo?>("--photos") { Description = "Folder of the photos; the default is the folder of the CSV file." };
        var output = new Option<FileInfo?>("--out") { Description = "Where the reports go, one JSON object a line; the default is standard output." };
        var html = new Option<FileInfo?>("--html") { Description = "Also writes a page for people." };
        var store = new Option<FileInfo?>("--store") { Description = "SQLite file that keeps the members between scans; earlier ones are compared with too." };
        var wholePhotos = new Option<bool>("--whole-photos") { Description = "Compares photos as wholes only: several times faster, but cropped, framed and tilted copies are not found." };
        var observe = new Option<bool>("--observe") { Description = "Shadow mode: reports everything and recommends nothing." };
        var weights = new Option<FileInfo?>("--weights") { Description = "Weights that calibrate has learned for this network; the default is those of the library." };
        var failOn = new Option<AuthenticityVerdict?>("--fail-on")
        {
            Description = "Exit with 3 when a profile is at least Suspicious or LikelyFake.",
        };
        failOn.AcceptOnlyFromAmong(nameof(AuthenticityVerdict.Suspicious), nameof(AuthenticityVerdict.LikelyFake));

        var command = new Command("scan", "Enrolls all members, then checks them all against each other.")
        {
            members, photos, output, html, store, wholePhotos, observe, weights, failOn,
        };
        command.Validators.Add(arguments =>
        {
            if (arguments.GetValue(observe) && arguments.GetValue(failOn) is not null)
            {
                arguments.AddError("--observe recommends nothing and --fail-on acts on what is found: give one of the two.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new ScanRequest(
                arguments.GetRequiredValue(members),
                arguments.GetValue(photos),
                arguments.GetValue(output),
                arguments.GetValue(html),
                arguments.GetValue(store),
                arguments.GetValue(wholePhotos),
                arguments.GetValue(observe),
                arguments.GetValue(weights));
            var summary = await new Scanner(terminal).ScanAsync(request, cancellationToken).ConfigureAwait(false);
            return arguments.GetValue(failOn) is { } limit && summary.Reaches(limit) ? CommandLine.FindingsReached : CommandLine.Ok;
        });
        return command;
    }
}
