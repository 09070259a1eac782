using System.Diagnostics;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.WebSearch;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reports;
using FakeProfileDetector.Web;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>Fingerprints all photos, enrolls all members, then checks each against all, on every core.</summary>
/// <param name="terminal">Takes the lines of the report where no file does, and all that is for people.</param>
/// <param name="configure">What is changed about the detector; null for nothing.</param>
internal sealed class Scanner(Terminal terminal, Action<IFakeProfileDetectorBuilder>? configure = null)
{
    internal async Task<ScanSummary> ScanAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        var guard = new FileGuard()
            .Reads("the file of the members", request.Members)
            .Reads("the file of the weights", request.Weights)
            .Reads("--web-results", request.WebResults)
            .Keeps("--store", request.Store)
            .Writes("--out", request.Output)
            .Writes("--html", request.Html);
        var started = Stopwatch.GetTimestamp();
        var weights = request.Weights is { } file ? DetectorWeights.Load(file.FullName) : DetectorWeights.Default;
        var members = new MemberFile(request.Members, terminal.Warn, request.Form).Read();
        var photos = new PhotoFolder((request.Photos ?? request.Members.Directory!).FullName, request.FollowLinks);
        var enrollment = new Enrollment(request.Members, photos, terminal);
        enrollment.RequireUnwritten(members, guard);

        await using var provider = BuildServices(request, weights, photos, members);
        var registry = provider.GetRequiredService<IProfileRegistry>();
        var profiles = await enrollment.FingerprintAsync(members, provider.GetRequiredService<IPhotoFingerprinter>(), cancellationToken)
            .ConfigureAwait(false);
        await enrollment.EnrollAsync(profiles, registry, cancellationToken).ConfigureAwait(false);
        var summary = await CheckAsync(request, profiles, provider.GetRequiredService<IProfileAuthenticityChecker>(), cancellationToken)
            .ConfigureAwait(false);
        summary.Elapsed = Stopwatch.GetElapsedTime(started);
        SummaryTable.Write(summary, terminal);
        return summary;
    }

    private ServiceProvider BuildServices(ScanRequest request, DetectorWeights weights, PhotoFolder photos, IReadOnlyList<Member> members)
    {
        var services = new ServiceCollection();
        var builder = services.AddFakeProfileDetector(options =>
        {
            BatchWork.Configure(options);
            options.Mode = request.Observe ? DetectorMode.Observe : DetectorMode.Enforce;
            options.Weights = weights;
        }).UseSkiaSharp();
        if (request.Store is { } store)
        {
            store.Directory?.Create();
            builder.UseSqlite(store.FullName);
        }

        if (request.WholePhotos)
        {
            builder.ConfigureFingerprints(options => options.MaximumPatches = 0)
                .ConfigureRegistry(options => options.AlteredCopies = AlteredCopySearch.Off);
        }

        if (request.WebResults is { } results)
        {
            builder.AddWebSearch(web => web.UseResultsFile(results.FullName));
        }

        if (request.Web is { } web)
        {
            web.AddTo(builder);
            SearchWithFiles(services, photos, members);
        }

        configure?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static void SearchWithFiles(ServiceCollection services, PhotoFolder photos, IReadOnlyList<Member> members)
    {
        var search = services.Single(service => service.ServiceType == typeof(IWebPhotoSearch)).ImplementationFactory!;
        var byId = members.DistinctBy(member => member.Id, StringComparer.Ordinal).ToDictionary(member => member.Id, StringComparer.Ordinal);
        services.Replace(ServiceDescriptor.Singleton<IWebPhotoSearch>(provider => new MemberPhotoSearch((IWebPhotoSearch)search(provider), photos, byId)));
    }

    private async Task<ScanSummary> CheckAsync(
        ScanRequest request, Profile[] profiles, IProfileAuthenticityChecker checker, CancellationToken cancellationToken)
    {
        var summary = new ScanSummary();
        using var file = request.Output is { } output ? OutputFile.Create(output) : null;
        using var html = request.Html is { } target ? OutputFile.Create(target) : null;
        var page = html is null ? null : new ReportPage(html.Writer);
        var lines = file?.Writer ?? terminal.Data;
        await ScanProgress.RunAsync(terminal.Messages, "Checking", profiles.Length, async step =>
        {
            await foreach (var report in checker.CheckAllAsync(profiles.ToAsyncEnumerable(), cancellationToken).ConfigureAwait(false))
            {
                // Without the time, so that equal members give equal lines.
                await lines.WriteLineAsync(ReportJson.Serialize(new AuthenticityReport(report) { CheckedAt = default })).ConfigureAwait(false);
                if (page is not null)
                {
                    await page.AddAsync(report, cancellationToken).ConfigureAwait(false);
                }

                summary.Add(report);
                step();
            }
        }).ConfigureAwait(false);
        await lines.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (page is not null)
        {
            await page.FinishAsync(cancellationToken).ConfigureAwait(false);
        }

        file?.Complete();
        html?.Complete();
        return summary;
    }
}
