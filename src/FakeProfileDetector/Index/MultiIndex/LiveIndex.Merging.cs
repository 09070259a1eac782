using System.Collections.Immutable;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <content>Merging: makes new segments of old ones and memtables while searches and writers go on, and publishes them.</content>
internal sealed unsafe partial class LiveIndex
{
    // Removals while a merge goes on are repeated in its result; only the last few with all writers waiting.
    private const int RepeatedUnderLock = 1000;

    // A merge drops removed entries where they are more than this part of the segment.
    private const int DroppedShare = 16;

    private readonly List<RemovalLog> _logs = [];
    private RunningMerge? _unfinished;

    /// <summary>Merges a segment and memtables into another segment.</summary>
    private void Merge(Segment target, Segment? source, ImmutableArray<Memtable> memtables, bool dropsRemoved = false)
    {
        var entries = new List<HammingEntry>();
        var log = new RemovalLog([target.Keys, .. source is null ? [] : (object[])[source.Keys], .. memtables]);
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
                foreach (var memtable in memtables)
                {
                    memtable.CopyEntries(entries);
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

        var running = new RunningMerge(merge, target, source, memtables, log);
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
        Segment result;
        try
        {
            while (!running.Merge.IsDone)
            {
                replaced.Add(running.Merge.MergeNextBand());
            }

            result = running.Merge.Finish();
        }
        catch
        {
            running.Merge.DisposeMergedBands();
            running.Dispose();
            Forget(running.Log);
            throw;
        }

        Finish(running, result);
        replaced.ForEach(band => band.Dispose());
    }

    /// <summary>Band after band of a large segment, with memtables merged elsewhere in between; goes on where it failed before.</summary>
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
            _epochs.WaitForReaders();
            running.Merge.Recycle(replaced);
            before.DisposeViews();
            FlushMemtables(withLast: false);
        }

        var result = running.Merge.Finish();
        _unfinished = null;
        Finish(running, result);
        return true;
    }

    private void Finish(RunningMerge running, Segment result)
    {
        using (running)
        {
            var oldKeys = running.Published.Keys;
            Segment[] parts = running.Source is null ? [running.Published] : [running.Published, running.Source];
            Replace(parts, running.Memtables, result, running.Log);

            // The new version has everything else of the old one.
            running.Published.DisposeViews();
            oldKeys.Dispose();
            running.Source?.DisposeAll();
        }
    }

    /// <summary>Publishes a segment in place of what it was made of, repeats what was removed meanwhile, and waits for readers.</summary>
    private void Replace(IReadOnlyList<Segment> segments, IReadOnlyList<Memtable> memtables, Segment? result, RemovalLog log)
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
                    var state = _state.Without(segments, memtables);
                    isEmpty = result is not { Keys.LiveCount: > 0 };
                    _state = isEmpty ? state : state.With(result!);
                    break;
                }
            }

            Repeat(removals, result);
        }

        _epochs.WaitForReaders();
        foreach (var memtable in memtables)
        {
            memtable.Dispose();
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

        _epochs.WaitForReaders();
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

    private bool IsInMerge(Segment segment)
    {
        lock (_writing)
        {
            return _logs.Any(log => log.Covers(segment.Keys));
        }
    }
}
