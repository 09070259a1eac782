using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The changing index: an immutable state that searches read, and writers that replace it.</summary>
internal sealed unsafe partial class LiveIndex : IDisposable
{
    private readonly IndexTuning _tuning;
    private readonly SegmentSearcher _searcher;
    private readonly int _threads;
    private readonly MemoryAccount _account = new();
    private readonly ReaderGate _gate = new();
    private readonly Lock _writing = new();
    private volatile IndexState _state = IndexState.Empty;
    private volatile bool _isDisposed;
    private long _count;

    internal LiveIndex(IndexTuning tuning, SegmentSearcher searcher, int threads) =>
        (_tuning, _searcher, _threads) = (tuning, searcher, threads);

    internal long Count => Volatile.Read(ref _count);

    internal MemoryAccount Memory => _account;

    internal void Add(PhotoHash hash, long key)
    {
        WaitForMaintenance();
        var stored = BitOrder.ToIndex(hash);
        lock (_writing)
        {
            FrontWithRoom().Add(&stored, key);
            Volatile.Write(ref _count, _count + 1);
        }
    }

    internal void AddRange(ReadOnlySpan<HammingEntry> entries)
    {
        if (entries.Length >= _tuning.BulkLength)
        {
            while (entries.Length > 0)
            {
                // An empty index takes all at once; otherwise in parts, so that merging them needs a bounded amount of memory.
                var part = _state.Segments.IsEmpty ? entries : entries[..Math.Min(entries.Length, _tuning.BulkPartLength)];
                using var builder = new SegmentBuilder(_account);
                builder.Reserve(part.Length);
                foreach (var (hash, key) in part)
                {
                    builder.Add(BitOrder.ToIndex(hash), key);
                }

                AddBuilt(builder, CancellationToken.None);
                entries = entries[part.Length..];
            }

            return;
        }

        foreach (var (hash, key) in entries)
        {
            Add(hash, key);
        }
    }

    /// <summary>Adds what a builder collected.</summary>
    internal void AddBuilt(SegmentBuilder builder, CancellationToken cancellationToken)
    {
        if (builder.Count == 0)
        {
            return;
        }

        WaitForMaintenance();
        var segment = builder.Build(_threads, cancellationToken, _tuning.Plan);
        lock (_writing)
        {
            if (_isDisposed)
            {
                segment.DisposeAll();
                ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            }

            _state = _state.With(segment);
            Volatile.Write(ref _count, _count + segment.Keys.LiveCount);
        }

        RequestMaintenance();
    }

    internal bool Remove(PhotoHash hash, long key)
    {
        var stored = BitOrder.ToIndex(hash);
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            if (!TryRemove(&stored, key))
            {
                return false;
            }

            Volatile.Write(ref _count, _count - 1);
        }

        return true;
    }

    /// <summary>Searches for a few queries at once.</summary>
    /// <param name="queries">1 to <see cref="SegmentSearcher.MaximumQueries"/> hashes.</param>
    /// <param name="radius">0–256.</param>
    /// <param name="matches">Receives the matches.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal void Search(ReadOnlySpan<PhotoHash> queries, int radius, MatchBuffer matches, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stored = stackalloc PhotoHash[queries.Length];
        for (var i = 0; i < queries.Length; i++)
        {
            stored[i] = BitOrder.ToIndex(queries[i]);
        }

        var ticket = _gate.Enter();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            var state = _state;
            foreach (var segment in state.Segments)
            {
                _searcher.Search(segment, stored, queries.Length, radius, matches, cancellationToken);
            }

            foreach (var front in state.Fronts)
            {
                _searcher.Search(front, stored, queries.Length, radius, matches, cancellationToken);
            }
        }
        finally
        {
            _gate.Exit(ticket);
        }
    }

    /// <summary>Writes everything to a file.</summary>
    internal void Save(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // The lock also keeps what is being written from being merged, and so from being freed.
        lock (_maintaining)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));

            // The file shall have nothing of entries that were removed before.
            CompactAll(cancellationToken);
            var frozen = new List<FrozenSegment>();
            try
            {
                var entries = new List<HammingEntry>();
                lock (_writing)
                {
                    foreach (var segment in _state.Segments)
                    {
                        frozen.Add(new(segment, segment.Keys.Freeze(_account)));
                    }

                    foreach (var front in _state.Fronts)
                    {
                        front.CopyEntries(entries);
                    }
                }

                // Tables of few entries take several times their room and are built in no time.
                foreach (var (segment, keys) in frozen.Where(IsListed))
                {
                    segment.CopyEntries(keys, entries);
                }

                SnapshotWriter.Write(path, [.. frozen.Where(segment => !IsListed(segment))], entries, _threads, cancellationToken);
            }
            finally
            {
                frozen.ForEach(segment => segment.Keys.Dispose());
            }
        }

        bool IsListed(FrozenSegment segment) => segment.Keys.LiveCount <= _tuning.FrontCapacity;
    }

    /// <summary>Takes the entries of a file into an index that nobody else knows yet.</summary>
    internal void Load(string path, CancellationToken cancellationToken)
    {
        using var reader = SnapshotReader.Read(path, _threads, _account, cancellationToken);
        foreach (var segment in reader.TakeSegments())
        {
            _state = _state.With(segment);
            _count += segment.Keys.LiveCount;
        }

        if (reader.Entries.Length > _tuning.FrontCapacity)
        {
            using var builder = new SegmentBuilder(_account);
            builder.Reserve(reader.Entries.Length);
            foreach (var (hash, key) in reader.Entries)
            {
                builder.Add(hash, key);
            }

            AddBuilt(builder, cancellationToken);
            return;
        }

        foreach (var (hash, key) in reader.Entries)
        {
            var stored = hash;
            FrontWithRoom().Add(&stored, key);
            _count++;
        }
    }

    public void Dispose()
    {
        lock (_maintaining)
        {
            IndexState state;
            lock (_writing)
            {
                if (_isDisposed)
                {
                    return;
                }

                _isDisposed = true;
                state = _state;
                _state = IndexState.Empty;
            }

            _gate.WaitForReaders();
            DisposeOf(state);
        }
    }

    private bool TryRemove(PhotoHash* hash, long key)
    {
        var state = _state;
        for (var i = state.Fronts.Length - 1; i >= 0; i--)
        {
            if (state.Fronts[i].TryRemove(hash, key))
            {
                NoteRemoval(state.Fronts[i], *hash, key);
                return true;
            }
        }

        for (var i = state.Segments.Length - 1; i >= 0; i--)
        {
            var segment = state.Segments[i];
            if (TryRemove(segment, hash, key))
            {
                NoteRemoval(segment.Keys, *hash, key);
                if (IsWorthReclaiming(segment))
                {
                    RequestMaintenance();
                }

                return true;
            }
        }

        return false;
    }

    private bool TryRemove(Segment segment, PhotoHash* hash, long key)
    {
        var slot = _searcher.FindSlot(segment, segment.Keys, hash);
        return slot >= 0 && segment.Keys.TryRemove(slot, key);
    }

    /// <summary>The front that takes the next entry; the writers' lock must be held.</summary>
    private Front FrontWithRoom()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
        var fronts = _state.Fronts;
        if (!fronts.IsEmpty && !fronts[^1].IsFull)
        {
            return fronts[^1];
        }

        var front = new Front(_tuning.FrontCapacity, _account);
        _state = _state with { Fronts = fronts.Add(front) };
        if (!fronts.IsEmpty)
        {
            RequestMaintenance();
        }

        return front;
    }

    private static void DisposeOf(IndexState state)
    {
        foreach (var segment in state.Segments)
        {
            segment.DisposeAll();
        }

        foreach (var front in state.Fronts)
        {
            front.Dispose();
        }
    }
}
