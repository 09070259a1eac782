using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does the exact search for one hash cost? The baseline compares hash by hash with the plain distance.</summary>
[MemoryDiagnoser]
public class LookupBenchmarks
{
    private readonly List<HammingMatch> _results = [];
    private IHammingIndex _index = new LinearScanIndex();
    private PhotoHash[] _hashes = [];
    private PhotoHash _query;

    [Params(10_000, 1_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var bytes = new byte[PhotoHash.ByteCount];
        _index = new LinearScanIndex();
        _hashes = new PhotoHash[Count];
        for (var i = 0; i < Count; i++)
        {
            random.NextBytes(bytes);
            _hashes[i] = new(bytes);
            _index.Add(_hashes[i], i);
        }

        _query = _hashes[Count / 2];
    }

    [Benchmark(Baseline = true)]
    public int PlainLoop()
    {
        var found = 0;
        foreach (var hash in _hashes)
        {
            found += _query.DistanceTo(hash) <= PdqHasher.DefaultMatchRadius ? 1 : 0;
        }

        return found;
    }

    [Benchmark]
    public int LinearScan()
    {
        _results.Clear();
        _index.Search(_query, PdqHasher.DefaultMatchRadius, _results);
        return _results.Count;
    }
}
