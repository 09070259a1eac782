using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does a check cost beside its photo? The baseline is a profile without one; 10,000 profiles are enrolled.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private IProfileAuthenticityChecker _checker = null!;
    private Profile _noPhoto = null!;
    private Profile _unique = null!;
    private Profile _stolen = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        var fingerprinter = new PhotoFingerprinter(new SkiaPhotoDecoder());
        var registry = new ProfileRegistry(fingerprinter);
        for (var i = 0; i < 10_000; i++)
        {
            await registry.EnrollAsync(Member($"m{i}", i));
        }

        _checker = new ProfileAuthenticityChecker(registry, fingerprinter, [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create()]);
        _noPhoto = new("q") { DisplayName = "Ana Horvat", History = new() { Connections = 40, Posts = 3 } };
        _unique = Member("q", seed: 1_000_000);
        _stolen = Member("q", seed: 5_000);
    }

    [Benchmark(Baseline = true)]
    public ValueTask<AuthenticityReport> NoPhoto() => _checker.CheckAsync(_noPhoto);

    [Benchmark]
    public ValueTask<AuthenticityReport> UniquePhoto() => _checker.CheckAsync(_unique);

    [Benchmark]
    public ValueTask<AuthenticityReport> StolenPhoto() => _checker.CheckAsync(_stolen);

    private static Profile Member(string id, int seed)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        new Random(seed).NextBytes(bytes);
        return new(id)
        {
            DisplayName = id == "q" ? "Ana Horvat" : "Boris Kovac",
            History = new() { Connections = 40, Posts = 3 },
            Photo = ProfilePhoto.FromFingerprint(new(new PhotoHash(bytes), quality: 100)),
        };
    }
}
