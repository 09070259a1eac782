using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Photos;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does a photo cost, and which stage costs it? Ratios are to decoding.</summary>
[MemoryDiagnoser]
public class PhotoHashingBenchmarks
{
    private readonly SkiaPhotoDecoder _decoder = new();
    private PhotoFingerprinter _fingerprinter = null!;
    private byte[] _jpeg = [];
    private byte[] _luma = [];

    [Params(200, 400, 800)]
    public int Side { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _fingerprinter = new(_decoder);
        _jpeg = Portrait.Jpeg(Side);
        using var image = _decoder.Decode(_jpeg).Image!;
        _luma = image.Pixels.ToArray();
    }

    [Benchmark(Baseline = true)]
    public int Decode()
    {
        using var image = _decoder.Decode(_jpeg).Image!;
        return image.Width;
    }

    [Benchmark]
    public PdqDihedralHashes Pdq() => PdqHasher.ComputeDihedral(_luma, Side, Side);

    [Benchmark]
    public ulong SecondHash() => CoenmCompatibleHasher.Perceptual(_luma, Side, Side);

    [Benchmark]
    public PhotoFingerprintResult EndToEnd() => _fingerprinter.Fingerprint(_jpeg);
}
