using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Benchmarks.Shared;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does a JPEG photo cost, from bytes to luma and from bytes to fingerprint? Ratios are to libjpeg-turbo's gray decoding alone.</summary>
[MemoryDiagnoser]
public class JpegBenchmarks
{
    private readonly JpegPhotoDecoder _decoder = new();
    private readonly SkiaPhotoDecoder _skia = new();
    private PhotoFingerprinter _wholePhotos = null!;
    private PhotoFingerprinter _withPatches = null!;
    private byte[][] _photos = [];

    [Params("jpeg 200", "jpeg 400", "jpeg 800", "progressive 400", "jpeg 12 MP")]
    public string Kind { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _wholePhotos = new(_decoder, new() { MaximumPatches = 0 });
        _withPatches = new(_decoder);
        _photos = PhotoSet.Make(Kind);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = PhotoSet.Count)]
    public int LibjpegTurboGray()
    {
        var sum = 0;
        foreach (var photo in _photos)
        {
            sum += LibjpegTurbo.Decode(photo);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int Skia() => Decode(_skia);

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int Luma() => Decode(_decoder);

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int EndToEnd() => Fingerprint(_wholePhotos);

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int EndToEndWithPatches() => Fingerprint(_withPatches);

    private int Fingerprint(PhotoFingerprinter fingerprinter)
    {
        var sum = 0;
        foreach (var photo in _photos)
        {
            sum += fingerprinter.Fingerprint(photo).Fingerprint!.Quality;
        }

        return sum;
    }

    private int Decode(IPhotoDecoder decoder)
    {
        var sum = 0;
        foreach (var photo in _photos)
        {
            using var image = decoder.Decode(photo).Image!;
            sum += image.Width;
        }

        return sum;
    }
}
