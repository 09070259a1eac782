using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Benchmarks.Shared;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does it cost to locate the faces of a photo of 400 × 400 pixels? Ratios are to decoding it to luma.</summary>
[MemoryDiagnoser]
public class FaceBenchmarks
{
    private readonly JpegPhotoDecoder _decoder = new();
    private readonly CascadeFaceLocator _locator = CascadeFaceLocator.Default;
    private byte[][] _photos = [];
    private LumaImage[] _planes = [];

    [GlobalSetup]
    public void Setup()
    {
        _photos = PhotoSet.Make("jpeg 400");
        _planes = [.. _photos.Select(photo => _decoder.Decode(photo).Image!)];
    }

    [GlobalCleanup]
    public void Cleanup() => Array.ForEach(_planes, plane => plane.Dispose());

    [Benchmark(Baseline = true, Description = "Decode 400 px", OperationsPerInvoke = PhotoSet.Count)]
    public int Decode()
    {
        var sum = 0;
        foreach (var photo in _photos)
        {
            using var image = _decoder.Decode(photo).Image!;
            sum += image.Pixels[0];
        }

        return sum;
    }

    [Benchmark(Description = "LocateFaces 400 px", OperationsPerInvoke = PhotoSet.Count)]
    public int LocateFaces()
    {
        var sum = 0;
        foreach (var plane in _planes)
        {
            sum += _locator.Locate(plane).Faces.Count;
        }

        return sum;
    }
}
