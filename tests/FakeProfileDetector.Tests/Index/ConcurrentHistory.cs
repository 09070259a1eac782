using System.Collections.Concurrent;
using System.Diagnostics;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>Writers, readers and merges on one index, every call between two stamps of one clock, judged when all have ended.</summary>
internal sealed class ConcurrentHistory
{
    private const int EntriesPerWriter = 700;
    private const int Queries = 48;
    private const int MaximumCallsPerWriter = 150_000;
    private const int MinimumSearches = 200;
    private const int MaximumSearchesPerReader = 20_000;
    private const int Everything = PhotoHash.BitCount;

    private readonly MultiIndexHashIndex _index;
    private readonly TimeSpan _duration;
    private readonly TrackedEntry[] _entries;
    private readonly PhotoHash[] _queries = Hashes.Uniform(Queries, seed: 99);
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<ConcurrentSearch> _searches = [];
    private readonly int _writers;
    private long _clock;
    private volatile bool _written;

    internal ConcurrentHistory(MultiIndexHashIndex index, int writers, TimeSpan duration)
    {
        (_index, _writers, _duration) = (index, writers, duration);
        var random = new Random(1);
        _entries = [.. Enumerable.Range(0, writers * EntriesPerWriter).Select(key => new TrackedEntry(NearAQuery(random), key))];
    }

    internal int SearchesDone => _searches.Count;

    /// <summary>Runs everything.</summary>
    /// <returns>The first faults; none when every answer was right.</returns>
    internal async Task<string[]> RunAsync(int readers, string snapshot, Func<string, MultiIndexHashIndex> load)
    {
        var writing = Task.WhenAll(Enumerable.Range(0, _writers).Select(writer => Start(() => Write(writer))));
        var others = Enumerable.Range(0, readers).Select(reader => Start(() => Read(reader)))
            .Append(CompactAsync())
            .Append(Start(() => Save(snapshot, load)))
            .ToArray();
        try
        {
            await writing;
        }
        finally
        {
            _written = true;
        }

        await Task.WhenAll(others);
        await _index.CompactAsync();
        Search(default, Everything);
        if (_index.Count != _entries.Sum(entry => entry.Copies))
        {
            _faults.Enqueue($"Count is {_index.Count} instead of {_entries.Sum(entry => entry.Copies)}.");
        }

        var byQuery = _queries.Append(default).ToDictionary(query => query, query => new[]
        {
            _entries.Where(entry => entry.Hash.DistanceTo(query) <= 45).ToArray(), _entries,
        });
        return [.. _faults.Concat(_searches.SelectMany(search => search.Faults(byQuery[search.Query][search.Radius <= 45 ? 0 : 1]))).Take(5)];
    }

    // A thread of its own for each: the pool's threads are for the index.
    private static Task Start(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private long Now() => Interlocked.Increment(ref _clock);

    /// <summary>Close enough to be found by the searches, and often the same as that of another entry.</summary>
    private PhotoHash NearAQuery(Random random) => random.Next(4) switch
    {
        0 => _queries[random.Next(4)],
        1 => Hashes.Uniform(random),
        _ => Hashes.Neighbor(_queries[random.Next(Queries)], random.Next(41), random),
    };

    private void Write(int writer)
    {
        var random = new Random(writer);
        var own = _entries.AsMemory(writer * EntriesPerWriter, EntriesPerWriter);
        var watch = Stopwatch.StartNew();
        for (var call = 0; call < MaximumCallsPerWriter && (watch.Elapsed < _duration || _searches.Count < MinimumSearches); call++)
        {
            var entry = own.Span[random.Next(own.Length)];
            if (random.Next(200) == 0)
            {
                var first = random.Next(own.Length);
                AddRange(own.Span.Slice(first, Math.Min(random.Next(100), own.Length - first)));
            }
            else if (random.Next(3) < entry.Copies)
            {
                Remove(entry);
            }
            else
            {
                Add(entry);
            }

            // A writer must find what it has just written itself.
            if (random.Next(8) == 0)
            {
                Search(_queries[random.Next(Queries)], random.Next(2) * 31);
            }
        }
    }

    private void Add(TrackedEntry entry)
    {
        entry.AddBegins(Now());
        _index.Add(entry.Hash, entry.Key);
        entry.AddReturned(Now());
    }

    private void AddRange(ReadOnlySpan<TrackedEntry> entries)
    {
        var range = new HammingEntry[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            range[i] = new(entries[i].Hash, entries[i].Key);
            entries[i].AddBegins(Now());
        }

        _index.AddRange(range);
        foreach (var entry in entries)
        {
            entry.AddReturned(Now());
        }
    }

    private void Remove(TrackedEntry entry)
    {
        var expected = entry.Copies > 0;
        if (!expected)
        {
            // Nothing to find: the stamps of removes count copies.
            if (_index.Remove(entry.Hash, entry.Key))
            {
                _faults.Enqueue($"Key {entry.Key} was removed though it was not there.");
            }

            return;
        }

        entry.RemoveBegins(Now());
        if (!_index.Remove(entry.Hash, entry.Key))
        {
            _faults.Enqueue($"Key {entry.Key} was not there to remove.");
        }

        entry.RemoveReturned(Now());
    }

    private void Read(int reader)
    {
        var random = new Random(1000 + reader);
        for (var i = 0; i < MaximumSearchesPerReader && !_written; i++)
        {
            switch (random.Next(40))
            {
                case 0:
                    Search(default, Everything);
                    break;
                case < 10:
                    SearchBatch([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => _queries[random.Next(Queries)])], random.Next(20, 45));
                    break;
                default:
                    Search(_queries[random.Next(Queries)], random.Next(4) == 0 ? 0 : random.Next(20, 45));
                    break;
            }
        }
    }

    private void Search(PhotoHash query, int radius)
    {
        var found = new List<HammingMatch>();
        var begun = Now();
        _index.Search(query, radius, found);
        var ended = Now();
        _searches.Enqueue(new(begun, ended, query, radius, [.. found]));
    }

    private void SearchBatch(PhotoHash[] queries, int radius)
    {
        var begun = Now();
        var found = _index.FindBatch(queries, radius);
        var ended = Now();
        for (var i = 0; i < queries.Length; i++)
        {
            _searches.Enqueue(new(begun, ended, queries[i], radius, found[i]));
        }
    }

    private async Task CompactAsync()
    {
        while (!_written)
        {
            await _index.CompactAsync();
            await Task.Delay(5);
        }
    }

    /// <summary>A snapshot is a search for everything, answered later.</summary>
    private void Save(string path, Func<string, MultiIndexHashIndex> load)
    {
        while (!_written)
        {
            var begun = Now();
            _index.Save(path);
            var ended = Now();
            using (var loaded = load(path))
            {
                _searches.Enqueue(new(begun, ended, default, Everything, loaded.Find(default, Everything)));
            }

            Thread.Sleep(100);
        }
    }
}
