using System.CommandLine;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.WebSearch;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Web;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Commands;

internal static class WebSearchCommand
{
    // For one photo: repeated attempts included.
    private const int Budget = 10;

    internal static Command Create(Terminal terminal, Action<IFakeProfileDetectorBuilder>? configure)
    {
        var photo = new Argument<string>("photo.jpg") { Description = "The photo. It is sent to the provider, reduced and without metadata." };
        var provider = new Option<WebSource>("--provider") { Description = "Who searches: google (Cloud Vision) or tineye.", DefaultValueFactory = _ => WebSource.Google };
        var key = WebAccess.KeyOption();
        var name = new Option<string?>("--name") { Description = "The name on the profile that shows the photo: then it is judged, too." };
        var keep = new Option<FileInfo?>("--keep") { Description = "Adds the answer to this file of answers, which scan --web-results reads." };
        var command = new Command("websearch", "Searches the web for a photo and prints under whose names it is there: url, title, site, kind, name, handle, match, copy, separated by tabs.")
        {
            photo, provider, key, name, keep,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var path = arguments.GetRequiredValue(photo);
            new FileGuard().Reads("the photo", new FileInfo(path)).Keeps("--keep", arguments.GetValue(keep));
            var encoded = PhotoFile.Read(path, PhotoFile.NamedOnCommandLine, out var failure);
            if (failure is not null)
            {
                throw new CliException($"{path}: {failure.Message}");
            }

            var access = WebAccess.Of(arguments.GetValue(provider), arguments.GetValue(key), Budget);
            await using var services = BuildServices(access, configure);
            var result = services.GetRequiredService<IPhotoFingerprinter>().Fingerprint(encoded, cancellationToken);
            if (!result.IsUsable)
            {
                throw new CliException($"{path}: {result.Failure.Message}");
            }

            var query = new WebPhotoQuery { Fingerprint = result.Fingerprint, Photo = encoded };
            var found = await services.GetRequiredService<IWebPhotoSearch>().SearchAsync(query, cancellationToken).ConfigureAwait(false);
            Keep(arguments.GetValue(keep), new() { Photo = result.Fingerprint.Hash, Result = found });
            WebPageTable.Write(found, result.Fingerprint, terminal, cancellationToken);
            if (arguments.GetValue(name) is { } shown)
            {
                // The answer is still in the cache: nothing is searched twice.
                var profile = new Profile(path) { DisplayName = shown, Photo = ProfilePhoto.FromEncoded(encoded) };
                var report = await services.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(profile, cancellationToken).ConfigureAwait(false);
                WebPageTable.WriteVerdict(report, shown, terminal);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static ServiceProvider BuildServices(WebAccess access, Action<IFakeProfileDetectorBuilder>? configure)
    {
        var services = new ServiceCollection();
        var builder = services.AddFakeProfileDetector(options => options.WebSearch = WebSearchPolicy.Always).UseSkiaSharp();
        access.AddTo(builder);
        configure?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static void Keep(FileInfo? file, WebPhotoRecord record)
    {
        if (file is not null)
        {
            using var stream = new FileStream(file.FullName, FileMode.Append, FileAccess.Write);
            WebPhotoSearchJson.Write(stream, record);
        }
    }
}
