using System.Collections.Immutable;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <content>Merging in the background, so that searches have few parts to look into and removed entries give their memory back.</content>
internal sealed unsafe partial class LiveIndex
{
    // Removals while a merge goes on are repeated in its result; only the last few with all writers waiting.
    private const int RepeatedUnderLock = 1000;

    // Beyond these shares of a segment removed entries are dropped: when it is merged anyway, and for their own sake.
    private const int DroppedShare = 16;
    private const int ReclaimedShare = 8;

    private readonly Lock _maintaining = new();
    private readonly List<RemovalLog> _logs = [];
    private RunningMerge? _unfinished;
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

    private void CompactAll(CancellationToken cancellationToken)
    {
        FinishUnfinished();
        if (!_state.Segments.IsEmpty || _state.Fronts.Length > 1 || _state.Fronts.Any(front => front.LiveCount < front.EntryCount))
        {
            MergeFronts(withLast: true);
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
        if (FinishUnfinished() || MergeFronts(withLast: false))
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
        segment.RemovedCount >= _tuning.LeastReclaimed && segment.RemovedCount > segment.Keys.LiveCount / ReclaimedShare;

    private long DeltaLimit(Segment largest) => Math.Max(_tuning.DeltaCapacity, largest.PostingCount / _tuning.DeltaShare);

    private bool IsInMerge(Segment segment)
    {
        lock (_writing)
        {
            return _logs.Any(log => log.Covers(segment.Keys));
        }
    }

    /// <summary>Writers that are far ahead of maintenance wait, so that memory stays bounded.</summary>
    private void WaitForMaintenance()
    {
        var wait = default(SpinWait);
        while (_state.Fronts.Length + _state.Segments.Length > _tuning.MaximumWaiting)
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

    /// <summary>Merges sealed fronts into the smallest segment, or makes one of them.</summary>
    /// <param name="withLast">Whether the one that takes new entries is sealed first.</param>
    /// <returns>Whether there was one.</returns>
    private bool MergeFronts(bool withLast)
    {
        ImmutableArray<Front> sealedFronts;
        lock (_writing)
        {
            var fronts = _state.Fronts;
            if (withLast && !fronts.IsEmpty)
            {
                fronts[^1].Seal();
            }

            // Between the bands of a merge, the fronts that it merges are still there.
            sealedFronts = fronts.RemoveAll(front => !front.IsFull || _logs.Any(log => log.Covers(front)));
        }

        if (sealedFronts.IsEmpty)
        {
            return false;
        }

        var segments = _state.Segments;
        var smallest = segments.IsEmpty ? null : segments[^1];
        if (smallest is null || smallest.PostingCount >= DeltaLimit(segments[0]) || IsInMerge(smallest))
        {
            BuildFrom(sealedFronts);
        }
        else
        {
            Merge(smallest, source: null, sealedFronts);
        }

        return true;
    }

    /// <summary>Makes a segment of fronts.</summary>
    private void BuildFrom(ImmutableArray<Front> fronts)
    {
        var entries = new List<HammingEntry>();
        var log = new RemovalLog([.. fronts]);
        lock (_writing)
        {
            _logs.Add(log);
            foreach (var front in fronts)
            {
                front.CopyEntries(entries);
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

        Replace([], fronts, segment, log);
    }

    /// <summary>Merges a segment and fronts into another segment.</summary>
    private void Merge(Segment target, Segment? source, ImmutableArray<Front> fronts, bool dropsRemoved = false)
    {
        var entries = new List<HammingEntry>();
        var log = new RemovalLog([target.Keys, .. source is null ? [] : (object[])[source.Keys], .. fronts]);
        KeyTable? frozen = null;
        KeyTable? frozenSource = null;
        SegmentMerge merge;
        try
        {
            lock (_writing)
            {
                _logs.Add(log);
                frozen = target.Keys.Freeze(_account);
                frozenSource = source?.Keys.Freeze(_account);
                foreach (var front in fronts)
                {
                    front.CopyEntries(entries);
                }
            }

            source?.CopyEntries(frozenSource!, entries);
            dropsRemoved |= target.RemovedCount > target.PostingCount / DroppedShare;
            merge = new SegmentMerge(target, frozen, entries, dropsRemoved, _searcher, _account);
        }
        catch
        {
            Forget(log);
            throw;
        }
        finally
        {
            frozen?.Dispose();
            frozenSource?.Dispose();
        }

        var running = new RunningMerge(merge, target, source, fronts, log);
        if (_unfinished is null && target.PostingCount >= _tuning.StepwiseLength)
        {
            _unfinished = running;
            FinishUnfinished();
        }
        else
        {
            MergeAtOnce(running);
        }
    }

    /// <summary>All bands of a small segment, of which two copies are affordable.</summary>
    private void MergeAtOnce(RunningMerge running)
    {
        var replaced = new List<Postings>();
        try
        {
            while (!running.Merge.IsDone)
            {
                replaced.Add(running.Merge.MergeNextBand());
            }
        }
        catch
        {
            running.Merge.DisposeMergedBands();
            running.Dispose();
            Forget(running.Log);
            throw;
        }

        Finish(running);
        replaced.ForEach(band => band.Dispose());
    }

    /// <summary>Band after band of a large segment, with fronts merged elsewhere in between; goes on where it failed before.</summary>
    private bool FinishUnfinished()
    {
        if (_unfinished is not { } running)
        {
            return false;
        }

        while (!running.Merge.IsDone)
        {
            var replaced = running.Merge.MergeNextBand();
            var before = running.Published;
            var version = running.Merge.Current();
            lock (_writing)
            {
                _state = _state.With(before, version);
            }

            running.Published = version;
            _gate.WaitForReaders();
            running.Merge.Recycle(replaced);
            before.DisposeViews();
            MergeFronts(withLast: false);
        }

        _unfinished = null;
        Finish(running);
        return true;
    }

    private void Finish(RunningMerge running)
    {
        using (running)
        {
            var oldKeys = running.Published.Keys;
            Segment[] parts = running.Source is null ? [running.Published] : [running.Published, running.Source];
            Replace(parts, running.Fronts, running.Merge.Finish(), running.Log);

            // The new version has everything else of the old one.
            running.Published.DisposeViews();
            oldKeys.Dispose();
            running.Source?.DisposeAll();
        }
    }

    /// <summary>Publishes a segment in place of what it was made of, repeats what was removed meanwhile, and waits for readers.</summary>
    private void Replace(IReadOnlyList<Segment> segments, IReadOnlyList<Front> fronts, Segment? result, RemovalLog log)
    {
        bool isEmpty;
        while (true)
        {
            (PhotoHash Hash, long Key)[] removals;
            lock (_writing)
            {
                removals = log.Take();
                if (removals.Length <= RepeatedUnderLock)
                {
                    Repeat(removals, result);
                    _logs.Remove(log);
                    var state = _state.Without(segments, fronts);
                    isEmpty = result is not { Keys.LiveCount: > 0 };
                    _state = isEmpty ? state : state.With(result!);
                    break;
                }
            }

            Repeat(removals, result);
        }

        _gate.WaitForReaders();
        foreach (var front in fronts)
        {
            front.Dispose();
        }

        if (isEmpty)
        {
            result?.DisposeAll();
        }
    }

    private void Repeat((PhotoHash Hash, long Key)[] removals, Segment? segment)
    {
        foreach (var (hash, key) in removals)
        {
            var wanted = hash;
            if (segment is not null)
            {
                TryRemove(segment, &wanted, key);
            }
        }
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

    private void Replan(Segment segment)
    {
        using var frozen = Frozen(segment.Keys);
        var liveSlots = checked((int)frozen.LiveSlots);
        using var slots = NativeBuffer.Allocate((long)liveSlots * sizeof(int), _account);
        var count = 0;
        for (var slot = 0; slot < frozen.SlotCount; slot++)
        {
            if (frozen.IsLive(slot))
            {
                ((int*)slots.Pointer)[count++] = slot;
            }
        }

        var plan = BandPlan.For(count);
        var bands = SegmentBuilder.BuildBands(
            plan, segment.Hashes, (int*)slots.Pointer, count, frozen.SlotCount, _threads, _account, CancellationToken.None);
        var replanned = new Segment(plan, bands, segment.Hashes, segment.Keys, FreeSlots.Of(frozen), _account);
        lock (_writing)
        {
            _state = _state.With(segment, replanned);
        }

        _gate.WaitForReaders();
        segment.DisposeViews();
        foreach (var band in segment.Bands)
        {
            band.Dispose();
        }
    }

    private KeyTable Frozen(KeyTable keys)
    {
        lock (_writing)
        {
            return keys.Freeze(_account);
        }
    }

    private void Forget(RemovalLog log)
    {
        lock (_writing)
        {
            _logs.Remove(log);
        }
    }

    /// <summary>Notes a removal for the merges that have read the part already; the writers' lock is held.</summary>
    private void NoteRemoval(object part, PhotoHash hash, long key)
    {
        foreach (var log in _logs)
        {
            if (log.Covers(part))
            {
                log.Add(hash, key);
            }
        }
    }
}
