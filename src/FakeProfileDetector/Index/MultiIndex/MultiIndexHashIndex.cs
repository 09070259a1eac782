using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Exact search by multi-index hashing: microseconds among a hundred million entries.</summary>
/// <remarks>
/// <para>
/// The 256 bits are cut into bands, and each band's value is looked up in a table together with those that differ from it in
/// few bits; by the pigeonhole principle nothing within the radius is missed. How many bands there are, and how far around each
/// is looked, follows from the number of entries and the radius; where comparing with every hash is cheaper, that is done.
/// Source: M. Norouzi, A. Punjani, D. Fleet, "Fast exact search in Hamming space with multi-index hashing", IEEE TPAMI 36(6),
/// 2014; J. Qin, C. Xiao, "Pigeonring", VLDB 12(1), 2018.
/// </para>
/// <para>
/// New entries go to a small table that every search looks into and are merged into large ones in the background, on a thread
/// of the pool. Entries with equal hashes are kept as one. An index of a hundred million entries takes about 100 bytes each,
/// and an eighth more while it is merged; an empty one takes nothing, the first entry some megabytes.
/// </para>
/// </remarks>
/// <threadsafety>
/// Safe for many readers and writers. Searches never wait. Writers take turns, and wait only when they are millions of entries
/// ahead of merging.
/// </threadsafety>
public sealed class MultiIndexHashIndex : IHammingIndex, IDisposable
{
    private readonly LiveIndex _live;

    /// <summary>Creates an empty index.</summary>
    /// <param name="options">How to use the machine; null takes the defaults.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its range.</exception>
    public MultiIndexHashIndex(MultiIndexHashOptions? options = null)
        : this(options, IndexTuning.Default, HammingKernels.Fastest)
    {
    }

    internal MultiIndexHashIndex(MultiIndexHashOptions? options, IndexTuning tuning, HammingKernelVariant kernel)
    {
        BuildThreads = ThreadsOf(OptionsGuard.Checked(options, new MultiIndexHashOptionsValidator()));
        _live = new(tuning, kernel.Use<SearcherOf, SegmentSearcher>(default), BuildThreads);
    }

    /// <summary>Threads that build the index.</summary>
    internal int BuildThreads { get; }

    /// <summary>An index for local descriptors, which finds most neighbors within a radius of up to some 50 bits, but not all.</summary>
    internal static MultiIndexHashIndex CreateSampled(MultiIndexHashOptions? options = null) =>
        new(options, IndexTuning.Default with { Plan = BandPlan.Sampled }, HammingKernels.Fastest);

    /// <inheritdoc/>
    public long Count => _live.Count;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Memory ran out while merging, or there are 2,147,418,112 different hashes.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public void Add(PhotoHash hash, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        _live.Add(hash, key);
    }

    /// <inheritdoc/>
    /// <remarks>Into an empty index this builds all tables on all cores at once.</remarks>
    /// <exception cref="InvalidOperationException">Memory ran out while merging, or there are 2,147,418,112 different hashes.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public void AddRange(ReadOnlySpan<HammingEntry> entries)
    {
        IndexArguments.CheckKeys(entries);
        _live.AddRange(entries);
    }

    /// <summary>Adds entries as they come and builds all tables at the end, on all cores: how to fill an index from a store.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Stops it; then none is added.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An entry has a negative key; none is added.</exception>
    /// <exception cref="InvalidOperationException">Memory ran out while merging, or there are 2,147,418,112 different hashes.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public void AddRange(IEnumerable<HammingEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var builder = new SegmentBuilder(_live.Memory);
        foreach (var (hash, key) in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ArgumentOutOfRangeException.ThrowIfNegative(key, nameof(entries));
            builder.Add(BitOrder.ToIndex(hash), key);
        }

        _live.AddBuilt(builder, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public bool Remove(PhotoHash hash, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        return _live.Remove(hash, key);
    }

    /// <summary>How many entries there are with exactly this hash, at most a limit: a picture on a million profiles is counted no longer than one on a few.</summary>
    internal int CountAtMost(PhotoHash hash, int limit) => _live.CountAtMost(hash, limit);

    /// <summary>Whether there is an entry with this hash and key.</summary>
    internal bool Contains(PhotoHash hash, long key) => _live.Contains(hash, key);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public void Search(PhotoHash query, int radius, ICollection<HammingMatch> results, CancellationToken cancellationToken = default)
    {
        IndexArguments.CheckSearch(radius, results);
        var matches = MatchBuffer.Rent();
        try
        {
            _live.Search(new(in query), radius, matches, cancellationToken);
            foreach (var match in matches.Matches)
            {
                results.Add(match);
            }
        }
        finally
        {
            matches.Return();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public void SearchBatch(
        ReadOnlySpan<PhotoHash> queries,
        int radius,
        ICollection<HammingMatch> results,
        CancellationToken cancellationToken = default)
    {
        IndexArguments.CheckSearch(radius, results);
        var matches = MatchBuffer.Rent();
        try
        {
            for (var start = 0; start < queries.Length; start += SegmentSearcher.MaximumQueries)
            {
                matches.Clear();
                var part = queries.Slice(start, Math.Min(SegmentSearcher.MaximumQueries, queries.Length - start));
                _live.Search(part, radius, matches, cancellationToken);
                foreach (var match in matches.Matches)
                {
                    results.Add(new(match.Key, match.Distance, start + match.Query));
                }
            }
        }
        finally
        {
            matches.Return();
        }
    }

    /// <summary>Merges everything into one table and takes the memory of removed entries back.</summary>
    /// <param name="cancellationToken">Stops between two merges; what was done stays.</param>
    /// <returns>Completes when it is done; searches and changes go on meanwhile.</returns>
    /// <remarks>The index does so by itself as entries come and go; this is for quiet hours, and before measuring.</remarks>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    public Task CompactAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => _live.Compact(cancellationToken), cancellationToken);

    /// <summary>Writes everything to a file, from which <see cref="Load(string, MultiIndexHashOptions?, CancellationToken)"/> makes an index many times faster than from the entries.</summary>
    /// <param name="path">The file; one that is there is replaced once the new one is whole and on the disk.</param>
    /// <param name="cancellationToken">Stops it; what is at the path stays.</param>
    /// <remarks>
    /// <para>
    /// What was added before is in it, and nothing is left in it of what was removed before: so this first does what
    /// <see cref="CompactAsync"/> does. What comes or goes meanwhile may be in it or not; hashes that are removed meanwhile may
    /// remain in the file, marked so. Searches and changes go on, but nothing is merged before the file is written.
    /// </para>
    /// <para>
    /// It is written beside the path under a name that ends with <c>.tmp</c>; a crash may leave that one behind. Hashes describe
    /// people's photos: keep the file as safe as the store.
    /// </para>
    /// </remarks>
    /// <threadsafety>May be called while others search and change the index.</threadsafety>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="PlatformNotSupportedException">The processor is big-endian.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path, CancellationToken cancellationToken = default)
    {
        CheckSnapshotArguments(path);
        _live.Save(path, cancellationToken);
    }

    /// <summary>Makes an index of a file that <see cref="Save"/> wrote, at the speed at which it can be read.</summary>
    /// <param name="path">The file, which is not needed any more afterwards.</param>
    /// <param name="options">How to use the machine; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The index, to be disposed of.</returns>
    /// <remarks>
    /// Every byte is checked against a checksum before anything is used. Checksums find accidents, not intent: load only files
    /// that you would also load code from.
    /// </remarks>
    /// <threadsafety>May be called from many threads, for the same file too.</threadsafety>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IndexSnapshotException">The file is no snapshot, is damaged or not whole, or has another format version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="OutOfMemoryException">There is not enough memory for it.</exception>
    /// <exception cref="PlatformNotSupportedException">The processor is big-endian.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static MultiIndexHashIndex Load(
        string path, MultiIndexHashOptions? options = null, CancellationToken cancellationToken = default) =>
        Load(path, options, IndexTuning.Default, HammingKernels.Fastest, cancellationToken);

    internal static MultiIndexHashIndex Load(
        string path,
        MultiIndexHashOptions? options,
        IndexTuning tuning,
        HammingKernelVariant kernel,
        CancellationToken cancellationToken = default)
    {
        CheckSnapshotArguments(path);
        var index = new MultiIndexHashIndex(options, tuning, kernel);
        try
        {
            index._live.Load(path, cancellationToken);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Bytes that the index holds outside the garbage collector's heap: now, what is being merged included, and at most so far.</summary>
    internal (long TotalBytes, long PeakBytes) GetMemoryUsage() => (_live.Memory.Bytes, _live.Memory.PeakBytes);

    /// <summary>Counts those bytes.</summary>
    internal MemoryAccount Memory => _live.Memory;

    /// <summary>The parts that a search looks into now.</summary>
    internal IndexState State => _live.State;

    /// <summary>Waits until the index has nothing to merge or to reclaim.</summary>
    internal void WaitForIdle() => _live.WaitForIdle();

    /// <summary>Frees the memory, when the last search has ended.</summary>
    public void Dispose() => _live.Dispose();

    private static void CheckSnapshotArguments(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Snapshots of an index are for little-endian processors. Fill the index from the store.");
        }
    }

    private static int ThreadsOf(MultiIndexHashOptions options) =>
        options.BuildThreads == 0 ? Environment.ProcessorCount : options.BuildThreads;

    private readonly struct SearcherOf : IKernelConsumer<SegmentSearcher>
    {
        public SegmentSearcher Use<TKernel>()
            where TKernel : struct, IHammingKernel => new SegmentSearcher<TKernel>();
    }
}
