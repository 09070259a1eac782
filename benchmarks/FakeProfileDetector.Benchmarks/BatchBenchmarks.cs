using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Benchmarks.Shared;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Benchmarks;

/// <summary>How much faster are many photos on every core than on one?</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private const int Rounds = 32;
    private const int Photos = Rounds * PhotoSet.Count;

    private readonly PhotoFingerprinter _fingerprinter = new(new JpegPhotoDecoder(), new() { MaximumPatches = 0 });
    private byte[][] _photos = [];

    [GlobalSetup]
    public void Setup() => _photos = PhotoSet.Make("jpeg 400");

    [Benchmark(Baseline = true, OperationsPerInvoke = Photos)]
    public Task<int> OneCore() => FingerprintAll(1);

    [Benchmark(OperationsPerInvoke = Photos)]
    public Task<int> EveryCore() => FingerprintAll(Environment.ProcessorCount);

    private async Task<int> FingerprintAll(int concurrency)
    {
        var usable = 0;
        await foreach (var result in _fingerprinter.FingerprintAllAsync(Stream(), concurrency))
        {
            usable += result.IsUsable ? 1 : 0;
        }

        return usable;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> Stream()
    {
        for (var i = 0; i < Photos; i++)
        {
            yield return _photos[i % _photos.Length];
        }

        await Task.CompletedTask;
    }
}
