using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The changing index: an immutable state that searches read, and writers that replace it.</summary>
internal sealed unsafe partial class LiveIndex : IDisposable
{
    // Entries whose places in a memtable are fetched together: the patches of one photo.
    private const int PrefetchedEntries = 64;

    private readonly IndexTuning _tuning;
    private readonly SegmentSearcher _searcher;
    private readonly int _threads;
    private readonly MemoryAccount _account = new();
    private readonly ReaderEpochs _epochs = new();
    private readonly Lock _writing = new();
    private volatile IndexState _state = IndexState.Empty;
    private volatile bool _isDisposed;
    private long _count;

    internal LiveIndex(IndexTuning tuning, SegmentSearcher searcher, int threads) =>
        (_tuning, _searcher, _threads) = (tuning, searcher, threads);

    internal long Count => Volatile.Read(ref _count);

    internal MemoryAccount Memory => _account;

    /// <summary>What searches read now.</summary>
    internal IndexState State => _state;

    internal void Add(PhotoHash hash, long key)
    {
        WaitForMaintenance();
        var stored = BitOrder.ToIndex(hash);
        lock (_writing)
        {
            MemtableWithRoom().Add(&stored, key);
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

        var stored = stackalloc PhotoHash[PrefetchedEntries];
        for (; entries.Length > 0; entries = entries[Math.Min(entries.Length, PrefetchedEntries)..])
        {
            AddFew(entries[..Math.Min(entries.Length, PrefetchedEntries)], stored);
        }
    }

    private void AddFew(ReadOnlySpan<HammingEntry> entries, PhotoHash* stored)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            stored[i] = BitOrder.ToIndex(entries[i].Hash);
        }

        WaitForMaintenance();
        lock (_writing)
        {
            var memtable = MemtableWithRoom();
            for (var i = 0; i < entries.Length; i++)
            {
                memtable.Prefetch(stored + i);
            }

            for (var i = 0; i < entries.Length; i++)
            {
                memtable.PrefetchPostings(stored + i);
            }

            for (var i = 0; i < entries.Length; i++)
            {
                MemtableWithRoom().Add(stored + i, entries[i].Key);
                Volatile.Write(ref _count, _count + 1);
            }
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

    /// <summary>How many entries there are with this hash, at most a limit.</summary>
    internal int CountAtMost(PhotoHash hash, int limit)
    {
        var stored = BitOrder.ToIndex(hash);
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            var count = 0;
            foreach (var memtable in _state.Memtables)
            {
                count += memtable.CountAtMost(&stored, limit - count);
            }

            foreach (var segment in _state.Segments)
            {
                if (count >= limit)
                {
                    break;
                }

                count += segment.Keys.CountOf(_searcher.FindSlot(segment, segment.Keys, &stored));
            }

            return Math.Min(count, limit);
        }
    }

    /// <summary>Whether there is an entry with this hash and key.</summary>
    internal bool Contains(PhotoHash hash, long key)
    {
        var stored = BitOrder.ToIndex(hash);
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            foreach (var memtable in _state.Memtables)
            {
                if (memtable.Contains(&stored, key))
                {
                    return true;
                }
            }

            foreach (var segment in _state.Segments)
            {
                if (segment.Keys.Contains(_searcher.FindSlot(segment, segment.Keys, &stored), key))
                {
                    return true;
                }
            }

            return false;
        }
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

        var ticket = _epochs.Enter();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            var state = _state;
            foreach (var segment in state.Segments)
            {
                _searcher.Search(segment, stored, queries.Length, radius, matches, cancellationToken);
            }

            foreach (var memtable in state.Memtables)
            {
                _searcher.Search(memtable, stored, queries.Length, radius, matches, cancellationToken);
            }
        }
        finally
        {
            _epochs.Exit(ticket);
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

            _epochs.WaitForReaders();
            DisposeOf(state);
        }
    }

    private bool TryRemove(PhotoHash* hash, long key)
    {
        var state = _state;
        for (var i = state.Memtables.Length - 1; i >= 0; i--)
        {
            if (state.Memtables[i].TryRemove(hash, key))
            {
                NoteRemoval(state.Memtables[i], *hash, key);
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

    /// <summary>The memtable that takes the next entry; the writers' lock must be held.</summary>
    private Memtable MemtableWithRoom()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
        var memtables = _state.Memtables;
        if (!memtables.IsEmpty && !memtables[^1].IsFull)
        {
            return memtables[^1];
        }

        var memtable = new Memtable(_tuning.MemtablePlan, _tuning.MemtableCapacity, _account);
        _state = _state with { Memtables = memtables.Add(memtable) };
        if (!memtables.IsEmpty)
        {
            RequestMaintenance();
        }

        return memtable;
    }

    private static void DisposeOf(IndexState state)
    {
        foreach (var segment in state.Segments)
        {
            segment.DisposeAll();
        }

        foreach (var memtable in state.Memtables)
        {
            memtable.Dispose();
        }
    }
}
