using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>Takes the same steps on a <see cref="MultiIndexHashIndex"/> and on the scan; every answer must be equal.</summary>
internal sealed class IndexHistory : IDisposable
{
    private readonly IndexVariant _variant;
    private readonly HashSource _hashes;
    private readonly Random _random;
    private readonly IHammingIndex _expected = new LinearScanIndex();
    private readonly List<HammingEntry> _live = [];
    private readonly List<Task> _compactions = [];
    private readonly TemporaryFolder _folder = new();
    private MultiIndexHashIndex _actual;
    private long _nextKey;

    internal IndexHistory(IndexVariant variant, HashFamily family, int seed)
    {
        _variant = variant;
        _hashes = new(family, seed);

        // Not the seed of the hashes: a hash that must be absent would be one of theirs.
        _random = new(~seed);
        _actual = variant.Create();
    }

    /// <summary>A whole history on new indexes.</summary>
    internal static async Task RunAsync(IndexVariant variant, HashFamily family, int seed, HistoryStep[] steps)
    {
        using var history = new IndexHistory(variant, family, seed);
        foreach (var step in steps)
        {
            await history.TakeAsync(step);
        }

        await history.FinishAsync();
    }

    internal async Task TakeAsync(HistoryStep step)
    {
        switch (step.Kind)
        {
            case HistoryStepKind.Add:
                Add(NewEntries(step.Length));
                break;
            case HistoryStepKind.AddRange:
                var range = NewEntries(step.Length);
                _actual.AddRange(range);
                Expect(range);
                break;
            case HistoryStepKind.AddStream:
                var stream = NewEntries(step.Length);
                _actual.AddRange(stream.AsEnumerable());
                Expect(stream);
                break;
            case HistoryStepKind.Remove:
                Remove(step.Length, () => _random.Next(_live.Count));
                break;
            case HistoryStepKind.RemoveNewest:
                Remove(step.Length, () => _live.Count - 1);
                break;
            case HistoryStepKind.RemoveAbsent:
                RemoveAbsent(step.Length);
                break;
            case HistoryStepKind.StartCompaction:
                _compactions.Add(_actual.CompactAsync());
                break;
            case HistoryStepKind.Compact:
                await _actual.CompactAsync();
                break;
            case HistoryStepKind.SaveAndLoad:
                await SaveAndLoadAsync();
                break;
            case HistoryStepKind.Search:
                foreach (var query in Queries(step.Length))
                {
                    _actual.AssertSameAs(_expected, query, step.Radius);
                }

                break;
            case HistoryStepKind.SearchBatch:
                SearchBatch(Queries(step.Length), step.Radius);
                break;
        }

        Assert.Equal(_expected.Count, _actual.Count);
    }

    /// <summary>Compares everything that is left, before and after the merges have ended.</summary>
    internal async Task FinishAsync()
    {
        CompareAll();
        await Task.WhenAll(_compactions);
        await _actual.CompactAsync();
        CompareAll();
        EndActual();
    }

    public void Dispose()
    {
        _actual.Dispose();
        _folder.Dispose();
    }

    /// <summary>Whatever happened before, an index that has ended holds no memory.</summary>
    private void EndActual()
    {
        _actual.Dispose();
        Assert.Equal(0, _actual.GetMemoryUsage().TotalBytes);
    }

    private void CompareAll()
    {
        _actual.AssertSameAs(_expected, Hashes.Zeros, PhotoHash.BitCount);
        SearchBatch(Queries(10), 31);
        SearchBatch(Queries(10), 40);
    }

    private HammingEntry[] NewEntries(int length)
    {
        var entries = new HammingEntry[length];
        for (var i = 0; i < length; i++)
        {
            entries[i] = (_live.Count == 0 ? 0 : _random.Next(40)) switch
            {
                1 => _live[_random.Next(_live.Count)],
                2 => new(_hashes.Next(), _live[_random.Next(_live.Count)].Key),
                3 => new(_hashes.Next(), long.MaxValue - _nextKey++),
                _ => new(_hashes.Next(), _nextKey++),
            };
        }

        return entries;
    }

    private void Add(HammingEntry[] entries)
    {
        foreach (var entry in entries)
        {
            _actual.Add(entry.Hash, entry.Key);
        }

        Expect(entries);
    }

    private void Expect(HammingEntry[] entries)
    {
        _expected.AddRange(entries);
        _live.AddRange(entries);
    }

    private void Remove(int length, Func<int> pick)
    {
        for (var i = 0; i < length && _live.Count > 0; i++)
        {
            var place = pick();
            var entry = _live[place];
            _live[place] = _live[^1];
            _live.RemoveAt(_live.Count - 1);

            Assert.True(_expected.Remove(entry.Hash, entry.Key));
            Assert.True(_actual.Remove(entry.Hash, entry.Key), $"{entry.Key} was not there to remove.");
        }
    }

    private void RemoveAbsent(int length)
    {
        for (var i = 0; i < length; i++)
        {
            // A hash that is there with a key that is not, and the other way round.
            var entry = _live.Count == 0 ? default : _live[_random.Next(_live.Count)];
            Assert.False(_actual.Remove(entry.Hash, long.MaxValue / 2));
            Assert.False(_actual.Remove(Hashes.Uniform(_random), entry.Key));
        }
    }

    private async Task SaveAndLoadAsync()
    {
        // The same path again and again: a loaded index must not stand in the way of the next snapshot.
        var path = _folder.PathOf("index");
        _actual.Save(path);
        await Task.WhenAll(_compactions);
        _compactions.Clear();
        EndActual();
        _actual = _variant.Load(path);
    }

    private PhotoHash[] Queries(int length)
    {
        var queries = new PhotoHash[length];
        for (var i = 0; i < length; i++)
        {
            queries[i] = (_live.Count == 0 ? 0 : _random.Next(8)) switch
            {
                0 => Hashes.Uniform(_random),
                1 => _hashes.Next(),
                2 => _live[^1].Hash,
                _ => Hashes.Neighbor(_live[_random.Next(_live.Count)].Hash, _random.Next(46), _random),
            };
        }

        return queries;
    }

    private void SearchBatch(PhotoHash[] queries, int radius)
    {
        var found = _actual.FindBatch(queries, radius);
        for (var i = 0; i < queries.Length; i++)
        {
            IndexSearches.AssertSame(_expected.Find(queries[i], radius), found[i], queries[i], radius);
        }
    }
}
