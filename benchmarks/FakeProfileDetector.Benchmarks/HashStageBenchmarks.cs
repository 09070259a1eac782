using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Benchmarks.Shared;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Coenm;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What do the hashes cost once a photo is luma? Ratios are to reading every pixel once.</summary>
[MemoryDiagnoser]
public class HashStageBenchmarks
{
    private LumaImage[] _planes = [];

    [Params(200, 400, 512, 800)]
    public int Side { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var decoder = new JpegPhotoDecoder();
        _planes = [.. PhotoSet.Make($"jpeg {Side}").Select(photo => decoder.Decode(photo).Image!)];
    }

    [GlobalCleanup]
    public void Cleanup() => Array.ForEach(_planes, plane => plane.Dispose());

    [Benchmark(Baseline = true, OperationsPerInvoke = PhotoSet.Count)]
    public long ReadOnce()
    {
        var sum = 0L;
        foreach (var plane in _planes)
        {
            foreach (var pixel in plane.Pixels)
            {
                sum += pixel;
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int Pdq()
    {
        var sum = 0;
        foreach (var plane in _planes)
        {
            sum += PdqHasher.Compute(plane.Pixels, plane.Width, plane.Height).Quality;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public int PdqDihedral()
    {
        var sum = 0;
        foreach (var plane in _planes)
        {
            sum += PdqHasher.ComputeDihedral(plane.Pixels, plane.Width, plane.Height).Quality;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = PhotoSet.Count)]
    public ulong SecondHash()
    {
        var sum = 0UL;
        foreach (var plane in _planes)
        {
            sum += CoenmCompatibleHasher.Perceptual(plane.Pixels, plane.Width, plane.Height);
        }

        return sum;
    }
}
