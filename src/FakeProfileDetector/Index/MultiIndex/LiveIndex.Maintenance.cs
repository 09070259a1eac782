using System.Collections.Immutable;

namespace FakeProfileDetector.Index.MultiIndex;

/// <content>Maintenance decides what is merged, and when: searches shall have few parts to look into, and removed entries give their memory back.</content>
internal sealed partial class LiveIndex
{
    // Where removed entries are more than this part of the live ones, a segment is merged for their sake alone.
    private const int ReclaimedShare = 8;

    private readonly Lock _maintaining = new();
    private Exception? _failure;
    private int _isRequested;

    /// <summary>Merges everything into one segment and drops removed entries.</summary>
    internal void Compact(CancellationToken cancellationToken)
    {
        lock (_maintaining)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));
            CompactAll(cancellationToken);
        }
    }

    /// <summary>Waits until no maintenance goes on and none is requested.</summary>
    internal void WaitForIdle()
    {
        while (true)
        {
            lock (_maintaining)
            {
                if (Volatile.Read(ref _isRequested) == 0)
                {
                    return;
                }
            }

            // Requested, but no thread of the pool has taken it up yet.
            Thread.Yield();
        }
    }

    private void CompactAll(CancellationToken cancellationToken)
    {
        FinishUnfinished();
        if (!_state.Segments.IsEmpty || _state.Memtables.Length > 1 || _state.Memtables.Any(memtable => memtable.LiveCount < memtable.EntryCount))
        {
            FlushMemtables(withLast: true);
        }

        while (_state.Segments.Length > 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Merge(_state.Segments[^2], _state.Segments[^1], []);
        }

        foreach (var segment in _state.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (segment.RemovedCount > 0)
            {
                Merge(segment, source: null, [], dropsRemoved: true);
            }
        }

        Replan();
    }

    /// <summary>Starts maintenance in the background unless it is already on its way.</summary>
    private void RequestMaintenance()
    {
        if (Interlocked.Exchange(ref _isRequested, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static index => index.Maintain(), this, preferLocal: false);
        }
    }

    private void Maintain()
    {
        lock (_maintaining)
        {
            Volatile.Write(ref _isRequested, 0);
            try
            {
                while (!_isDisposed && MaintainOnce())
                {
                }
            }
            catch (Exception failure) when (failure is OutOfMemoryException or InvalidOperationException or AggregateException)
            {
                // Everything is still found. Writers hear of it once they would have to wait for a merge.
                _failure = failure;
            }
        }
    }

    /// <summary>Does the most urgent thing.</summary>
    /// <returns>Whether there was one.</returns>
    private bool MaintainOnce()
    {
        if (FinishUnfinished() || FlushMemtables(withLast: false))
        {
            return true;
        }

        var segments = _state.Segments;
        if (segments.Length > 2 || (segments.Length == 2 && segments[1].PostingCount >= DeltaLimit(segments[0])))
        {
            Merge(segments[^2], segments[^1], []);
            return true;
        }

        foreach (var segment in segments)
        {
            if (IsWorthReclaiming(segment))
            {
                Merge(segment, source: null, [], dropsRemoved: true);
                return true;
            }
        }

        return Replan();
    }

    private bool IsWorthReclaiming(Segment segment) =>
        segment.RemovedCount >= _tuning.MinimumReclaimed && segment.RemovedCount > segment.Keys.LiveCount / ReclaimedShare;

    private long DeltaLimit(Segment largest) => Math.Max(_tuning.DeltaCapacity, largest.PostingCount / _tuning.DeltaShare);

    /// <summary>Writers that are far ahead of maintenance wait, so that memory stays bounded.</summary>
    private void WaitForMaintenance()
    {
        var wait = default(SpinWait);
        while (_state.Memtables.Length + _state.Segments.Length > _tuning.MaximumWaiting)
        {
            if (Interlocked.Exchange(ref _failure, null) is { } failure)
            {
                throw new InvalidOperationException(
                    "The index cannot take more entries because merging failed; everything in it is still found. Free memory and try again.",
                    failure);
            }

            RequestMaintenance();
            wait.SpinOnce();
        }
    }

    /// <summary>Merges sealed memtables into the smallest segment, or makes one of them.</summary>
    /// <param name="withLast">Whether the one that takes new entries is sealed first.</param>
    /// <returns>Whether there was one.</returns>
    private bool FlushMemtables(bool withLast)
    {
        ImmutableArray<Memtable> sealedMemtables;
        lock (_writing)
        {
            var memtables = _state.Memtables;
            if (withLast && !memtables.IsEmpty)
            {
                memtables[^1].Seal();
            }

            // Between the bands of a merge, the memtables that it merges are still there.
            sealedMemtables = memtables.RemoveAll(memtable => !memtable.IsFull || _logs.Any(log => log.Covers(memtable)));
        }

        if (sealedMemtables.IsEmpty)
        {
            return false;
        }

        var segments = _state.Segments;
        var smallest = segments.IsEmpty ? null : segments[^1];
        if (smallest is null || smallest.PostingCount >= DeltaLimit(segments[0]) || IsInMerge(smallest))
        {
            BuildFrom(sealedMemtables);
        }
        else
        {
            Merge(smallest, source: null, sealedMemtables);
        }

        return true;
    }

    /// <summary>Makes a segment of memtables.</summary>
    private void BuildFrom(ImmutableArray<Memtable> memtables)
    {
        var entries = new List<HammingEntry>();
        var log = new RemovalLog([.. memtables]);
        lock (_writing)
        {
            _logs.Add(log);
            foreach (var memtable in memtables)
            {
                memtable.CopyEntries(entries);
            }
        }

        Segment? segment = null;
        try
        {
            if (entries.Count > 0)
            {
                using var builder = new SegmentBuilder(_account);
                builder.Reserve(entries.Count);
                foreach (var (hash, key) in entries)
                {
                    builder.Add(hash, key);
                }

                segment = builder.Build(_threads, CancellationToken.None, _tuning.Plan);
            }
        }
        catch
        {
            Forget(log);
            throw;
        }

        Replace([], memtables, segment, log);
    }

    /// <summary>Cuts a segment into other bands where it has outgrown its own.</summary>
    /// <returns>Whether there was one.</returns>
    private bool Replan()
    {
        foreach (var segment in _state.Segments)
        {
            if (!segment.Plan.Suits(segment.PostingCount))
            {
                Replan(segment);
                return true;
            }
        }

        return false;
    }
}
