using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;

namespace FakeProfileDetector.Benchmarks;

/// <summary>How long do checks of 10,000 enrolled profiles without photos take, one after another and as a batch?</summary>
[MemoryDiagnoser]
public class CheckBatchBenchmarks
{
    private const int Count = 10_000;

    private Profile[] _profiles = [];
    private IProfileAuthenticityChecker _checker = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        var random = new Random(1);
        var now = TimeProvider.System.GetUtcNow();
        _profiles = [.. Enumerable.Range(0, Count).Select(i => new Profile($"m{i}")
        {
            DisplayName = $"Ana{i} Horvat",
            Handle = $"ana{i}",
            History = new()
            {
                ObservedAt = now,
                CreatedAt = now.AddDays(-random.Next(3000)),
                Connections = random.Next(1500),
                Following = random.Next(1500),
                Posts = random.Next(500),
                BioLength = random.Next(150),
                HasUrl = random.Next(2) == 0,
            },
        })];
        var fingerprinter = new PhotoFingerprinter(new JpegPhotoDecoder());
        var registry = new ProfileRegistry(fingerprinter);
        foreach (var profile in _profiles)
        {
            await registry.EnrollAsync(profile);
        }

        _checker = new ProfileAuthenticityChecker(registry, fingerprinter, [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create()]);
    }

    [Benchmark(Baseline = true)]
    public async Task<double> OneAfterAnother()
    {
        var sum = 0.0;
        foreach (var profile in _profiles)
        {
            sum += (await _checker.CheckAsync(profile)).Probability;
        }

        return sum;
    }

    [Benchmark]
    public async Task<double> Batch()
    {
        var sum = 0.0;
        await foreach (var report in _checker.CheckAllAsync(_profiles.ToAsyncEnumerable()))
        {
            sum += report.Probability;
        }

        return sum;
    }
}
