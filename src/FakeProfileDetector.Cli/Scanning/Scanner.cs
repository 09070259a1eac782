using System.Diagnostics;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.Reports;
using FakeProfileDetector.DependencyInjection;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reports;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Sqlite;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>Fingerprints all photos, enrolls all members, then checks each against all, on every core.</summary>
internal sealed class Scanner(Terminal terminal)
{
    internal async Task<ScanSummary> ScanAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        RefuseToOverwrite(request);
        var started = Stopwatch.GetTimestamp();
        var weights = request.Weights is { } file ? DetectorWeights.Load(file.FullName) : DetectorWeights.Default;
        var members = new MemberFile(request.Members, terminal.Warn).Read();
        var services = new ServiceCollection();
        var builder = services.AddFakeProfileDetector(options =>
        {
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

        await using var provider = services.BuildServiceProvider();
        var registry = provider.GetRequiredService<IProfileRegistry>();
        var profiles = await FingerprintAsync(request.Members, request.Photos, members, provider.GetRequiredService<IPhotoFingerprinter>(), cancellationToken)
            .ConfigureAwait(false);
        await EnrollAsync(profiles, registry, cancellationToken).ConfigureAwait(false);
        var summary = await CheckAsync(request, profiles, provider.GetRequiredService<IProfileAuthenticityChecker>(), cancellationToken)
            .ConfigureAwait(false);
        summary.Elapsed = Stopwatch.GetElapsedTime(started);
        SummaryTable.Write(summary, terminal.Messages);
        return summary;
    }

    private static void RefuseToOverwrite(ScanRequest request)
    {
        foreach (var target in new[] { request.Output, request.Html, request.Store })
        {
            if (target?.FullName == request.Members.FullName)
            {
                throw new CliException($"{target.Name} is the file of the members; name another file to write to.");
            }

            if (target is not null && target.FullName == request.Weights?.FullName)
            {
                throw new CliException($"{target.Name} is the file of the weights; name another file to write to.");
            }
        }
    }

    internal async Task<Profile[]> FingerprintAsync(
        FileInfo file, DirectoryInfo? photos, IReadOnlyList<Member> members, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var folder = (photos ?? file.Directory!).FullName;
        var profiles = new Profile[members.Count];
        await ScanProgress.RunAsync(terminal.Messages, "Reading photos", members.Count, step => Parallel.ForAsync(
            0,
            members.Count,
            cancellationToken,
            (i, token) =>
            {
                profiles[i] = members[i].ToProfile(Photo(members[i], folder, fingerprinter, token));
                step();
                return ValueTask.CompletedTask;
            })).ConfigureAwait(false);

        // In the order of the file, whatever the threads did.
        foreach (var (member, profile) in members.Zip(profiles))
        {
            if (profile.Photo?.Failure is { } failure)
            {
                var what = member.Fingerprint is null ? $"photo \"{member.Photo}\"" : "photo_hash";
                terminal.Warn($"{file.Name}:{member.Line}: {what}: {failure.Message}");
            }
        }

        return profiles;
    }

    private static ProfilePhoto? Photo(Member member, string folder, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var result = member.Fingerprint ?? (member.Photo is { } photo ? Read(photo, folder, fingerprinter, cancellationToken) : null);
        return result switch
        {
            null => null,
            { IsUsable: true } => ProfilePhoto.FromFingerprint(result.Fingerprint),
            _ => ProfilePhoto.FromFailure(result.Failure),
        };
    }

    private static PhotoFingerprintResult Read(
        string photo, string folder, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken) =>
        PhotoFile.IsInside(folder, photo, out var path)
            ? PhotoFile.Fingerprint(path, fingerprinter, cancellationToken)
            : PhotoFingerprintResult.Unusable(PhotoFile.Outside);

    internal Task EnrollAsync(Profile[] profiles, IProfileRegistry registry, CancellationToken cancellationToken) =>
        ScanProgress.RunAsync(terminal.Messages, "Enrolling", profiles.Length, step => Parallel.ForEachAsync(
            profiles,
            cancellationToken,
            async (profile, token) =>
            {
                await registry.EnrollAsync(profile, token).ConfigureAwait(false);
                step();
            }));

    private async Task<ScanSummary> CheckAsync(
        ScanRequest request, Profile[] profiles, IProfileAuthenticityChecker checker, CancellationToken cancellationToken)
    {
        var summary = new ScanSummary();
        await using var file = request.Output is { } output ? Create(output) : null;
        await using var pageFile = request.Html is { } html ? Create(html) : null;
        var page = pageFile is null ? null : new ReportPage(pageFile);
        var lines = file ?? terminal.Data;
        await ScanProgress.RunAsync(terminal.Messages, "Checking", profiles.Length, async step =>
        {
            await foreach (var report in checker.CheckAllAsync(profiles.ToAsyncEnumerable(), cancellationToken).ConfigureAwait(false))
            {
                // Without the time, so that equal members give equal lines.
                await lines.WriteLineAsync(ReportJson.Serialize(report with { CheckedAt = default })).ConfigureAwait(false);
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

        return summary;
    }

    private static StreamWriter Create(FileInfo file)
    {
        file.Directory?.Create();
        return new(file.FullName);
    }
}
