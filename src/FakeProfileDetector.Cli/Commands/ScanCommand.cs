using System.CommandLine;
using FakeProfileDetector.Cli.Scanning;
using FakeProfileDetector.Cli.WebSearch;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Commands;

internal static class ScanCommand
{
    internal static Command Create(Terminal terminal, Action<IFakeProfileDetectorBuilder>? configure)
    {
        var members = new Argument<FileInfo>("members.csv") { Description = "The members, one a row (CSV, also with semicolons, tabs or bars, or flat JSON objects); only the column id is required. Where photo_hash (64 hexadecimal digits, as fakeprofile hash prints) is given, with photo_quality or without, no photo is read." };
        var export = new ExportOptions();
        var photos = PhotoOptions.Folder();
        var followLinks = PhotoOptions.FollowLinks();
        var output = new Option<FileInfo?>("--out") { Description = "Where the reports go, one JSON object a line; the default is standard output." };
        var html = new Option<FileInfo?>("--html") { Description = "Also writes a page for people." };
        var store = new Option<FileInfo?>("--store") { Description = "SQLite file that keeps the members between scans; earlier ones are compared with too." };
        var wholePhotos = new Option<bool>("--whole-photos") { Description = "Compares photos as wholes only: several times faster, but cropped, framed and tilted copies are not found." };
        var observe = new Option<bool>("--observe") { Description = "Shadow mode: reports everything and recommends nothing." };
        var weights = new Option<FileInfo?>("--weights") { Description = "Weights that calibrate has learned for this network; the default is those of the library." };
        var webResults = new Option<FileInfo?>("--web-results") { Description = "File of answers to searches of the web for the members' photos (JSON lines, as websearch --keep writes them)." };
        var web = new Option<WebSource?>("--web") { Description = "Searches the web for photos that nothing else decides: google or tineye. The photos leave this machine, and searches cost money." };
        var webBudget = new Option<int?>("--web-budget") { Description = "The most requests that --web may make; the default is 30." };
        var key = WebAccess.KeyOption();
        var failOn = new Option<AuthenticityVerdict?>("--fail-on")
        {
            Description = "Exit with 3 when a profile is at least Suspicious or LikelyFake, and else with 1 when a check is unfinished.",
        };
        failOn.AcceptOnlyFromAmong(nameof(AuthenticityVerdict.Suspicious), nameof(AuthenticityVerdict.LikelyFake));

        var command = new Command("scan", "Enrolls all members, then checks them all against each other.")
        {
            members, export.Columns, export.Dates, photos, followLinks, output, html, store, wholePhotos, observe, weights, webResults, web, webBudget, key, failOn,
        };
        command.Validators.Add(arguments =>
        {
            if (arguments.GetValue(observe) && arguments.GetValue(failOn) is not null)
            {
                arguments.AddError("--observe recommends nothing and --fail-on acts on what is found: give one of the two.");
            }
        });
        command.Validators.Add(arguments =>
        {
            if (arguments.GetValue(web) is not null && arguments.GetValue(webResults) is not null)
            {
                arguments.AddError("--web asks a provider and --web-results a file: give one of the two.");
            }

            if (arguments.GetValue(webBudget) is < 1)
            {
                arguments.AddError("--web-budget must be 1 or more.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new ScanRequest(arguments.GetRequiredValue(members))
            {
                Form = export.FormOf(arguments),
                Photos = arguments.GetValue(photos),
                FollowLinks = arguments.GetValue(followLinks),
                Output = arguments.GetValue(output),
                Html = arguments.GetValue(html),
                Store = arguments.GetValue(store),
                WholePhotos = arguments.GetValue(wholePhotos),
                Observe = arguments.GetValue(observe),
                Weights = arguments.GetValue(weights),
                WebResults = arguments.GetValue(webResults),
                Web = arguments.GetValue(web) is { } source ? WebAccess.Of(source, arguments.GetValue(key), arguments.GetValue(webBudget) ?? WebAccess.DefaultBudget) : null,
            };
            var summary = await new Scanner(terminal, configure).ScanAsync(request, cancellationToken).ConfigureAwait(false);
            return arguments.GetValue(failOn) switch
            {
                { } limit when summary.Reaches(limit) => ExitCode.FindingsReached,

                // What was not looked at to the end must not pass for clean.
                not null when summary.UnfinishedProfiles > 0 => ExitCode.Error,
                _ => ExitCode.Ok,
            };
        });
        return command;
    }
}
