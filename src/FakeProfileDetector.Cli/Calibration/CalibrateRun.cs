using System.Globalization;
using FakeProfileDetector.Cli.Scanning;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Scoring;
using FakeProfileDetector.Scoring.Calibration;
using FakeProfileDetector.SkiaSharp;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Calibration;

/// <summary>Reads labelled members, enrols them as a scan does, and learns weights from them.</summary>
internal sealed class CalibrateRun(Terminal terminal)
{
    internal async Task RunAsync(CalibrateRequest request, CancellationToken cancellationToken)
    {
        if (request.Labelled.Any(file => file.FullName == request.Output.FullName))
        {
            throw new CliException($"{request.Output.Name} is a file of labelled members; name another file to write to.");
        }

        await using var provider = new ServiceCollection().AddFakeProfileDetector().UseSkiaSharp().Services.BuildServiceProvider();
        var registry = provider.GetRequiredService<IProfileRegistry>();
        var fingerprinter = provider.GetRequiredService<IPhotoFingerprinter>();
        var labelled = new List<LabelledProfile>();
        foreach (var file in request.Labelled)
        {
            labelled.AddRange(await ReadAsync(file, request, fingerprinter, registry, cancellationToken).ConfigureAwait(false));
        }

        var hasPhotos = labelled.Any(item => item.Profile.Photo is not null);
        var calibrator = new DetectorCalibrator(OptionsOf(request), provider.GetRequiredService<TimeProvider>());
        var weights = await Fit().ConfigureAwait(false);
        request.Output.Directory?.Create();
        weights.Save(request.Output.FullName);
        Report(weights, hasPhotos, request.Output);

        Task<DetectorWeights> Fit() => hasPhotos
            ? calibrator.FitAsync(labelled, registry, fingerprinter, provider.GetServices<IProfileSignal>(), cancellationToken)
            : calibrator.FitHistoriesAsync(labelled, cancellationToken);
    }

    private static CalibrationOptions OptionsOf(CalibrateRequest request)
    {
        var options = new CalibrationOptions { PriorProbability = request.Prior, Data = string.Join(", ", request.Labelled.Select(file => file.Name)) };
        options.Folds = request.Folds ?? options.Folds;
        options.Start = request.FromScratch ? options.Start.Unlearnt() : options.Start;
        return options;
    }

    private async Task<IEnumerable<LabelledProfile>> ReadAsync(
        FileInfo file, CalibrateRequest request, IPhotoFingerprinter fingerprinter, IProfileRegistry registry, CancellationToken cancellationToken)
    {
        var members = LabelledFile.Read(file, request.GroupColumn, terminal.Warn);
        var scanner = new Scanner(terminal);
        var profiles = await scanner.FingerprintAsync(
            file, request.Photos, [.. members.Select(member => member.Member)], fingerprinter, cancellationToken).ConfigureAwait(false);
        await scanner.EnrolAsync(profiles, registry, cancellationToken).ConfigureAwait(false);
        return members.Zip(profiles, (member, profile) => new LabelledProfile(profile, member.IsFake)
        {
            Group = member.Group,
            DataSet = request.Labelled.Count > 1 ? file.Name : string.Empty,
        });
    }

    private void Report(DetectorWeights weights, bool hasPhotos, FileInfo output)
    {
        void Say(FormattableString text) => terminal.Warn(text.ToString(CultureInfo.InvariantCulture));

        var from = weights.Provenance;
        var quality = from.CrossValidation!;
        Say($"Learnt from {from.Fakes} fake and {from.Genuine} genuine members in {from.Groups} groups: {output.Name}");
        if (!hasPhotos)
        {
            Say($"No member has a photo: only histories and the prior are learnt; photos and names count as before.");
        }

        Say($"In {quality.Folds} grouped folds: area under the curve {quality.AreaUnderCurve:0.000}");
        if (weights.PriorProbability is { } prior)
        {
            Say($"Brier score {quality.BrierScore:0.000}, expected calibration error {quality.ExpectedCalibrationError:0.000}");
            Say($"Prior {prior:0.0000}{string.Concat(weights.SignalScales.OrderBy(scale => scale.Key, StringComparer.Ordinal).Select(scale => string.Create(CultureInfo.InvariantCulture, $", {scale.Key} × {scale.Value:0.00}")))}");
        }
    }
}
