using System.Globalization;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Cli.Evaluation;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.Scanning;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Calibration;

/// <summary>Reads labeled members, enrolls them as a scan does, and learns weights from them.</summary>
internal sealed class CalibrateRun(Terminal terminal)
{
    internal async Task RunAsync(CalibrateRequest request, CancellationToken cancellationToken)
    {
        var guard = new FileGuard().Reads("the truth", request.Truth);
        foreach (var file in request.Labeled)
        {
            guard.Reads("a file of labeled members", file);
        }

        guard.Writes("--out", request.Output);
        await using var provider = new ServiceCollection().AddFakeProfileDetector(BatchWork.Configure).UseSkiaSharp().Services.BuildServiceProvider();
        var registry = provider.GetRequiredService<IProfileRegistry>();
        var fingerprinter = provider.GetRequiredService<IPhotoFingerprinter>();
        var truths = request.Truth is null ? null : TruthFile.Read(request.Truth, terminal.Warn);
        var reader = new LabeledFile(truths, request.GroupColumn, request.Form, terminal.Warn);
        var sets = request.Labeled.Select(file => (File: file, Members: reader.Read(file))).ToArray();
        RefuseSharedIds(sets);
        var known = sets.Sum(set => set.Members.Count(member => member.IsFake is not null));
        if (truths?.Count > known)
        {
            terminal.Warn($"{truths.Count - known} labels of {request.Truth!.Name} name no member and are ignored.");
        }

        var labeled = new List<LabeledProfile>();
        foreach (var (file, members) in sets)
        {
            labeled.AddRange(await EnrollAsync(file, members, request, guard, fingerprinter, registry, cancellationToken).ConfigureAwait(false));
        }

        var hasPhotos = labeled.Any(item => item.Profile.Photo is not null);
        var calibrator = new DetectorCalibrator(OptionsOf(request), provider.GetRequiredService<TimeProvider>());
        var weights = await Fit().ConfigureAwait(false);
        using var output = OutputFile.Create(request.Output);
        weights.Write(output.Stream);
        output.Complete();
        Report(weights, hasPhotos, request.Output);

        Task<DetectorWeights> Fit() => hasPhotos
            ? calibrator.FitAsync(labeled, registry, fingerprinter, provider.GetServices<IProfileSignal>(), cancellationToken)
            : calibrator.FitHistoriesAsync(labeled, cancellationToken);
    }

    private static CalibrationOptions OptionsOf(CalibrateRequest request)
    {
        var options = new CalibrationOptions { PriorProbability = request.Prior, Data = string.Join(", ", request.Labeled.Select(file => file.Name)) };
        options.Folds = request.Folds ?? options.Folds;
        options.Start = request.FromScratch ? options.Start.Unlearned() : options.Start;
        return options;
    }

    /// <summary>Members of one identifier would take each other's place when they are enrolled.</summary>
    private static void RefuseSharedIds((FileInfo File, IReadOnlyList<LabeledMember> Members)[] sets)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, members) in sets)
        {
            foreach (var id in members.Select(member => member.Member.Id))
            {
                if (!files.TryAdd(id, file.Name))
                {
                    throw new CliException($"id \"{id}\" stands in {files[id]} and in {file.Name}; give every member an id of its own.");
                }
            }
        }
    }

    /// <summary>All members are enrolled, because what they share tells of each other; those of which the truth is known are returned.</summary>
    private async Task<IEnumerable<LabeledProfile>> EnrollAsync(
        FileInfo file,
        IReadOnlyList<LabeledMember> members,
        CalibrateRequest request,
        FileGuard guard,
        IPhotoFingerprinter fingerprinter,
        IProfileRegistry registry,
        CancellationToken cancellationToken)
    {
        Member[] all = [.. members.Select(member => member.Member)];
        var enrollment = new Enrollment(file, new PhotoFolder((request.Photos ?? file.Directory!).FullName, request.FollowLinks), terminal);
        enrollment.RequireUnwritten(all, guard);
        var profiles = await enrollment.FingerprintAsync(all, fingerprinter, cancellationToken).ConfigureAwait(false);
        await enrollment.EnrollAsync(profiles, registry, cancellationToken).ConfigureAwait(false);
        return members.Zip(profiles).Where(item => item.First.IsFake is not null).Select(item => new LabeledProfile(item.Second, item.First.IsFake!.Value)
        {
            Group = item.First.Group,

            // By path: exports of two networks may have the same name.
            DataSet = request.Labeled.Count > 1 ? file.FullName : string.Empty,
        });
    }

    private void Report(DetectorWeights weights, bool hasPhotos, FileInfo output)
    {
        void Say(FormattableString text) => terminal.Warn(text.ToString(CultureInfo.InvariantCulture));

        var from = weights.Provenance;
        var quality = from.CrossValidation!;
        Say($"Learned from {from.Fakes} fake and {from.Genuine} genuine members in {from.Groups} groups: {output.Name}");
        if (!hasPhotos)
        {
            Say($"No member has a photo: only histories and the prior are learned; photos and names count as before.");
        }

        Say($"In {quality.Folds} grouped folds: area under the curve {quality.AreaUnderCurve:0.000}");
        if (weights.PriorProbability is { } prior)
        {
            Say($"Brier score {quality.BrierScore:0.000}, expected calibration error {quality.ExpectedCalibrationError:0.000}");
            Say($"Prior {prior:0.0000}{string.Concat(weights.SignalScales.OrderBy(scale => scale.Key, StringComparer.Ordinal).Select(scale => string.Create(CultureInfo.InvariantCulture, $", {scale.Key} × {scale.Value:0.00}")))}");
        }
    }
}
