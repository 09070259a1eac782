using System.Diagnostics;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reports;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;

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
        var members = new MemberFile(request.Members, terminal.Warn).Read();
        var enrollment = new Enrollment(
            request.Members, new PhotoFolder((request.Photos ?? request.Members.Directory!).FullName, request.FollowLinks), terminal);
        enrollment.RequireUnwritten(members, guard);

        await using var provider = BuildServices(request, weights);
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

    private ServiceProvider BuildServices(ScanRequest request, DetectorWeights weights)
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

        request.Web?.AddTo(builder);
        configure?.Invoke(builder);
        return services.BuildServiceProvider();
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
