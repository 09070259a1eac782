using FakeProfileDetector.Accuracy.Calibrating;
using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Accuracy.Networks;

/// <summary>The whole detector over a network, as an application runs it: all members enrolled, then each checked.</summary>
internal sealed class LabeledNetwork : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly NetworkMember[] _members;
    private readonly LabeledProfile[] _labeled;

    private LabeledNetwork(NetworkMember[] members)
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSkiaSharp();
        _services = services.BuildServiceProvider();
        _members = members;
        _labeled = [.. members.AsParallel().AsOrdered().Select(member =>
            new LabeledProfile(member.ToProfile(Fingerprinter), member.IsFake) { Group = member.Owner })];
    }

    private IPhotoFingerprinter Fingerprinter => _services.GetRequiredService<IPhotoFingerprinter>();

    private IProfileRegistry Registry => _services.GetRequiredService<IProfileRegistry>();

    private IEnumerable<IProfileSignal> Signals => _services.GetServices<IProfileSignal>();

    internal static async Task<LabeledNetwork> EnrollAsync(NetworkMember[] members)
    {
        var network = new LabeledNetwork(members);
        foreach (var labeled in network._labeled)
        {
            await network.Registry.EnrollAsync(labeled.Profile);
        }

        return network;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Checks every member with the shipped weights.</summary>
    internal Task<Outcome[]> CheckAsync() => CheckAsync(DetectorWeights.Default, _ => true);

    /// <summary>Checks every member with weights that were calibrated without its fold.</summary>
    internal async Task<Outcome[]> CheckCalibratedAsync()
    {
        var folds = Folds.Of(_labeled);
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
        new DetectorCalibrator().FitAsync([.. _labeled.Where((_, i) => isChosen(i))], Registry, Fingerprinter, Signals);

    private async Task<Outcome[]> CheckAsync(DetectorWeights weights, Func<int, bool> isChosen)
    {
        IProfileAuthenticityChecker checker = new ProfileAuthenticityChecker(Registry, Fingerprinter, Signals, new() { Weights = weights });
        var chosen = _members.Zip(_labeled).Where((_, i) => isChosen(i)).ToArray();
        var reports = await checker.CheckAllAsync(chosen.Select(item => item.Second.Profile).ToAsyncEnumerable()).ToArrayAsync();
        return [.. chosen.Zip(reports, (item, report) => new Outcome(item.First, report))];
    }
}
