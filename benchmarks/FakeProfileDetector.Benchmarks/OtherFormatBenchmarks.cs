using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Benchmarks.Shared;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does a photo cost that is no JPEG? Ratios are to decoding it.</summary>
[MemoryDiagnoser]
public class OtherFormatBenchmarks
{
    private readonly SkiaPhotoDecoder _skia = new();
    private PhotoFingerprinter _fingerprinter = null!;
    private byte[][] _photos = [];

    [Params("png 400", "webp 400")]
    public string Kind { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _fingerprinter = new(new JpegPhotoDecoder(_skia), new() { MaximumPatches = 0 });
        _photos = PhotoSet.Make(Kind);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = PhotoSet.Count)]
    public int Decode()
    {
        var sum = 0;
        foreach (var photo in _photos)
        {
            using var image = _skia.Decode(photo).Image!;
            sum += image.Width;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int EndToEnd()
    {
        var sum = 0;
        foreach (var photo in _photos)
        {
            sum += _fingerprinter.Fingerprint(photo).Fingerprint!.Quality;
        }

        return sum;
    }
}
