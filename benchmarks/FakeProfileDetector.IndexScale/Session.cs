using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.IndexScale.Measuring;

namespace FakeProfileDetector.IndexScale;

/// <summary>What the phases of a run share: the hashes, the index, and the figures of the linear scan.</summary>
internal sealed class Session : IDisposable
{
    private readonly QueryMaker _queries;
    private MultiIndexHashIndex? _index;
    private long _missed;

    /// <summary>Measures the linear scan and gives its memory back.</summary>
    /// <param name="options">What to measure on.</param>
    /// <param name="radii">Radii at which a phase compares with the scan, besides that of the options.</param>
    internal Session(ScaleOptions options, IEnumerable<int> radii)
    {
        Options = options;
        Source = HashSource.Create(options);
        _queries = new(Source, options.Seed);
        Scan = ScanBaseline.Measure(Source, _queries, options.Entries, [options.Radius, .. radii]);
        Stored = options.Entries;
    }

    internal ScaleOptions Options { get; }

    internal HashSource Source { get; }

    internal ScanBaseline Scan { get; }

    /// <summary>The scan at the radius of the options.</summary>
    internal Latencies ScanLatencies => Scan.ByRadius[Options.Radius];

    /// <summary>Entries stored, whose keys are their positions in the source; a phase raises it when it has added what follows.</summary>
    internal long Stored { get; set; }

    /// <summary>Neighbors that no search should have missed.</summary>
    internal long Missed => Volatile.Read(ref _missed);

    /// <summary>The index, built from a stream when it is first asked for.</summary>
    internal MultiIndexHashIndex Index => _index ??= Build();

    /// <summary>What building the index took.</summary>
    internal Work BuildWork { get; private set; }

    /// <summary>Resident memory that the built index added, in bytes.</summary>
    internal long BuildResidentGrowth { get; private set; }

    /// <summary>The most that resident memory rose while the index was built, in bytes.</summary>
    internal long BuildResidentPeak { get; private set; }

    /// <summary>The entries that follow those stored.</summary>
    internal HammingEntry[] Following(int count) => [.. Source.Entries(Stored, count)];

    /// <summary>The entries that follow those stored, one in a hundred of them.</summary>
    internal HammingEntry[] FollowingHundredth() => Following((int)Math.Max(2_000, Options.Entries / 100));

    /// <summary>New queries, half of them with planted neighbors.</summary>
    internal Query[] MixedQueries(int count, int radius) => _queries.Mixed(count, radius, Stored);

    /// <inheritdoc cref="MixedQueries(int, int)"/>
    internal Query[] MixedQueries() => MixedQueries(Options.Queries, Options.Radius);

    /// <inheritdoc cref="QueryMaker.Strangers"/>
    internal Query[] Strangers() => _queries.Strangers(Options.Queries);

    /// <summary>Queries at that distance from one entry.</summary>
    internal Query[] Neighbors(HammingEntry entry, int distance) =>
        [.. Enumerable.Range(0, Options.Queries).Select(_ => new Query(_queries.Flip(entry.Hash, distance), entry.Key, distance))];

    /// <summary>Times searches one by one.</summary>
    internal Latencies Measure(Query[] queries, int radius, Func<long, bool> goOn)
    {
        var latencies = Searcher.Measure(Index, queries, radius, goOn);
        Note(latencies.Recall);
        return latencies;
    }

    /// <summary>Warms up, then takes the medians of the repetitions, each with queries of its own.</summary>
    internal Latencies Measure() => Measure(MixedQueries);

    /// <inheritdoc cref="Measure()"/>
    internal Latencies Measure(Func<Query[]> queries)
    {
        Searcher.WarmUp(Index, queries(), Options.Radius);
        return Latencies.Median([.. Enumerable.Range(0, Options.Repetitions).Select(_ => Measure(queries(), Options.Radius, Limit.Searches(Options.Queries)))]);
    }

    /// <summary>Searches on another thread for as long as some work takes.</summary>
    internal Latencies MeasureWhile(Action work)
    {
        var isDone = false;
        var queries = MixedQueries();
        var searching = Task.Factory.StartNew(
            () => Measure(queries, Options.Radius, _ => !Volatile.Read(ref isDone)),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            work();
        }
        finally
        {
            Volatile.Write(ref isDone, true);
        }

        return searching.GetAwaiter().GetResult();
    }

    /// <summary>Counts what a search missed.</summary>
    internal void Note(Recall recall) => Interlocked.Add(ref _missed, recall.Missed);

    /// <summary>Merges everything into the sealed state and waits for it.</summary>
    internal void Compact() => Index.CompactAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Gives the index's memory back, or replaces it.</summary>
    internal void Replace(MultiIndexHashIndex? index)
    {
        _index?.Dispose();
        _index = index;
        ProcessMemory.Release();
    }

    public void Dispose() => _index?.Dispose();

    private MultiIndexHashIndex Build()
    {
        ProcessMemory.Release();
        var before = ProcessMemory.Resident;
        var index = new MultiIndexHashIndex();
        using (var sampler = new MemorySampler(index))
        {
            BuildWork = Work.Time(() => index.AddRange(Source.Entries(0, Options.Entries)));
            BuildResidentPeak = sampler.ResidentGrowth;
        }

        ProcessMemory.Release();
        BuildResidentGrowth = ProcessMemory.Resident - before;
        return index;
    }
}
