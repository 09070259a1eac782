using FakeProfileDetector.Accuracy.Calibrating;
using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Scoring;
using FakeProfileDetector.Scoring.Calibration;
using FakeProfileDetector.SkiaSharp;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Accuracy.Networks;

/// <summary>The whole detector over a network, as an application runs it: all members enrolled, then each checked.</summary>
internal sealed class LabelledNetwork : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly NetworkMember[] _members;
    private readonly LabelledProfile[] _labelled;

    private LabelledNetwork(NetworkMember[] members)
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSkiaSharp();
        _services = services.BuildServiceProvider();
        _members = members;
        _labelled = [.. members.AsParallel().AsOrdered().Select(member =>
            new LabelledProfile(member.ToProfile(Fingerprinter), member.IsFake) { Group = member.Owner })];
    }

    private IPhotoFingerprinter Fingerprinter => _services.GetRequiredService<IPhotoFingerprinter>();

    private IProfileRegistry Registry => _services.GetRequiredService<IProfileRegistry>();

    private IEnumerable<IProfileSignal> Signals => _services.GetServices<IProfileSignal>();

    internal static async Task<LabelledNetwork> EnrolAsync(NetworkMember[] members)
    {
        var network = new LabelledNetwork(members);
        foreach (var labelled in network._labelled)
        {
            await network.Registry.EnrolAsync(labelled.Profile);
        }

        return network;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Checks every member with the shipped weights.</summary>
    internal Task<Outcome[]> CheckAsync() => CheckAsync(DetectorWeights.Default, _ => true);

    /// <summary>Checks every member with weights that were calibrated without its fold.</summary>
    internal async Task<Outcome[]> CheckCalibratedAsync()
    {
        var folds = Folds.Of(_labelled);
        var outcomes = new List<Outcome>();
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            outcomes.AddRange(await CheckAsync(await CalibrateAsync(i => folds[i] != fold), i => folds[i] == fold));
        }

        return [.. outcomes];
    }

    /// <summary>Calibrates on every member; the provenance holds the calibrator's own figures.</summary>
    internal Task<DetectorWeights> CalibrateAsync() => CalibrateAsync(_ => true);

    private Task<DetectorWeights> CalibrateAsync(Func<int, bool> isChosen) =>
        new DetectorCalibrator().FitAsync([.. _labelled.Where((_, i) => isChosen(i))], Registry, Fingerprinter, Signals);

    private async Task<Outcome[]> CheckAsync(DetectorWeights weights, Func<int, bool> isChosen)
    {
        var checker = new ProfileAuthenticityChecker(Registry, Fingerprinter, Signals, new() { Weights = weights });
        var chosen = _members.Zip(_labelled).Where((_, i) => isChosen(i)).ToArray();
        var reports = await checker.CheckAllAsync(chosen.Select(item => item.Second.Profile).ToAsyncEnumerable()).ToArrayAsync();
        return [.. chosen.Zip(reports, (item, report) => new Outcome(item.First, report))];
    }
}
