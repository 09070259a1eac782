using System.Runtime.CompilerServices;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The stages of one search, each for one step of the plan and one query at a time.</summary>
/// <remarks>
/// A look-up touches four lines of memory, each known only from the one before: offset, fingerprints, slot and hash. Each
/// stage reads what it needs and has the next one's line fetched; between the stages lie several steps, in rings. Every step is
/// done for all queries before the next one: they look into the same tables, which stay in the cache.
/// </remarks>
internal readonly unsafe ref struct SegmentSearch<TKernel>
    where TKernel : struct, IHammingKernel
{
    /// <summary>Steps between the first stage and the third, at most.</summary>
    internal const int RingLength = 8;

    /// <summary>Steps between the third stage and the last, at most.</summary>
    internal const int CandidateRings = 4;

    /// <summary>Candidates of a step that wait for the next stage.</summary>
    internal const int CandidateCapacity = 4096;

    /// <summary>Fingerprints looked at in one go.</summary>
    internal const int PieceLength = 256;

    private const int StepLength = SearchPlan.StepLength;
    private const int LineLength = 64;

    // Longer buckets are read ahead by the hardware itself.
    private const int PrefetchedLines = 3;

    private readonly Segment _segment;
    private readonly SearchPlan _plan;
    private readonly ReadOnlySpan<SearchStep> _steps;
    private readonly ReadOnlySpan<BandSearch> _bands;
    private readonly PostingsView* _views;
    private readonly HashStore _hashes;
    private readonly PhotoHash* _queries;
    private readonly int _queryCount;
    private readonly int _radius;
    private readonly MatchBuffer _matches;
    private readonly ulong* _buckets;
    private readonly int* _candidates;
    private readonly int* _candidateCounts;

    internal SegmentSearch(
        Segment segment,
        SearchPlan plan,
        PhotoHash* queries,
        int queryCount,
        int radius,
        MatchBuffer matches,
        ulong* buckets,
        int* candidates,
        int* candidateCounts)
    {
        (_segment, _plan, _hashes, _matches) = (segment, plan, segment.Hashes, matches);
        _steps = plan.Steps.AsSpan();
        _bands = plan.Bands.AsSpan();
        _views = segment.Views;
        _queries = queries;
        (_queryCount, _radius) = (queryCount, radius);
        _buckets = buckets;
        _candidates = candidates;
        _candidateCounts = candidateCounts;
    }

    /// <summary>First stage: which buckets.</summary>
    internal void FindBuckets(int item)
    {
        ref readonly var step = ref StepOf(item, out var query);
        var band = _bands[step.Band];
        var value = (uint)CircularBits.Read(_queries + query, band.Band.Start) & band.Band.Mask;
        var offsets = _views[band.Index].Offsets;
        var buckets = BucketsOf(item);
        fixed (uint* ball = &band.Ball[step.First])
        {
            for (var i = 0; i < step.Length; i++)
            {
                var bucket = value ^ ball[i];
                buckets[i] = bucket;
                Memory.Prefetch(offsets + bucket);
            }
        }
    }

    /// <summary>Second stage: where their fingerprints are.</summary>
    internal void FindFingerprints(int item)
    {
        ref readonly var step = ref StepOf(item, out _);
        var view = _views + _bands[step.Band].Index;
        var offsets = view->Offsets;
        var fingerprints = view->Fingerprints;
        var buckets = BucketsOf(item);
        for (var i = 0; i < step.Length; i++)
        {
            // Where the bucket begins and where it ends, as they lie side by side.
            var bounds = Unsafe.ReadUnaligned<ulong>(offsets + buckets[i]);
            buckets[i] = bounds;
            var first = (byte*)(fingerprints + (uint)bounds);
            var last = (byte*)(fingerprints + (bounds >> 32)) - 1;
            Memory.Prefetch(first);

            // Buckets begin anywhere, so even a short one may lie in two lines.
            Memory.Prefetch(last);
            for (var line = 1; line < PrefetchedLines && first + (line * LineLength) < last; line++)
            {
                Memory.Prefetch(first + (line * LineLength));
            }
        }
    }

    /// <summary>Third stage: which fingerprints are near.</summary>
    internal void SelectCandidates(int item)
    {
        ref readonly var step = ref StepOf(item, out var query);
        var band = _bands[step.Band];
        var view = _views + band.Index;
        var fingerprints = view->Fingerprints;
        var wanted = (ushort)(CircularBits.Read(_queries + query, band.Band.Start) >> band.Band.Width);
        var buckets = BucketsOf(item);
        var candidates = CandidatesOf(item);
        int found;
        fixed (short* budgets = &band.Budgets[step.First])
        {
            found = LengthOf(buckets, step.Length) <= CandidateCapacity
                ? Select(fingerprints, buckets, budgets, step.Length, wanted, candidates)
                : SelectInPieces(view, step, query, buckets, budgets, wanted, candidates);
        }

        for (var i = 0; i < found; i++)
        {
            Memory.Prefetch(view->Slots.Address(candidates[i]));
        }

        _candidateCounts[item % CandidateRings] = found;
    }

    /// <summary>Fourth stage: where the hashes of candidates are.</summary>
    internal void FindHashes(int item)
    {
        var count = _candidateCounts[item % CandidateRings];
        if (count > 0)
        {
            ref readonly var step = ref StepOf(item, out _);
            FindHashes(_views + _bands[step.Band].Index, CandidatesOf(item), count);
        }
    }

    /// <summary>Last stage: which hashes are within the radius.</summary>
    internal void Verify(int item)
    {
        var count = _candidateCounts[item % CandidateRings];
        if (count > 0)
        {
            ref readonly var step = ref StepOf(item, out var query);
            Verify(step.Band, query, CandidatesOf(item), count);
        }
    }

    private static long LengthOf(ulong* buckets, int count)
    {
        var length = 0L;
        for (var i = 0; i < count; i++)
        {
            length += (long)(buckets[i] >> 32) - (uint)buckets[i];
        }

        return length;
    }

    /// <summary>The usual case: the innermost loop of the search, kept small so that everything stays in registers.</summary>
    private static int Select(ushort* fingerprints, ulong* buckets, short* budgets, int count, ushort wanted, int* candidates)
    {
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            var begin = (int)(uint)buckets[i];
            var length = (int)(buckets[i] >> 32) - begin;
            found += TKernel.SelectNear(fingerprints + begin, length, wanted, budgets[i], begin, candidates + found);
        }

        return found;
    }

    /// <summary>For buckets so long that their candidates may not fit: these are verified as the room fills.</summary>
    /// <returns>Candidates that are left.</returns>
    private int SelectInPieces(
        PostingsView* view, SearchStep step, int query, ulong* buckets, short* budgets, ushort wanted, int* candidates)
    {
        var found = 0;
        for (var i = 0; i < step.Length; i++)
        {
            var position = (int)(uint)buckets[i];
            var end = (int)(buckets[i] >> 32);
            for (; position < end; position += PieceLength)
            {
                var piece = Math.Min(end - position, PieceLength);
                if (found + piece > CandidateCapacity)
                {
                    FindHashes(view, candidates, found);
                    Verify(step.Band, query, candidates, found);
                    found = 0;
                }

                found += TKernel.SelectNear(view->Fingerprints + position, piece, wanted, budgets[i], position, candidates + found);
            }
        }

        return found;
    }

    /// <summary>Replaces positions of postings by their slots.</summary>
    private void FindHashes(PostingsView* view, int* candidates, int count)
    {
        var slots = view->Slots;
        for (var i = 0; i < count; i++)
        {
            candidates[i] = (int)slots.Get(candidates[i]);
            Memory.Prefetch(_hashes.Address(candidates[i]));
        }
    }

    private void Verify(int band, int query, int* slots, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var hash = _hashes.Address(slots[i]);
            var distance = TKernel.Distance(_queries + query, hash);
            if (distance <= _radius && !_plan.IsFoundBefore(band, _queries + query, hash))
            {
                _segment.Keys.AddMatches(slots[i], query, distance, _matches);
            }
        }
    }

    private ref readonly SearchStep StepOf(int item, out int query)
    {
        if (_queryCount == 1)
        {
            query = 0;
            return ref _steps[item];
        }

        var step = (int)((uint)item / (uint)_queryCount);
        query = item - (step * _queryCount);
        return ref _steps[step];
    }

    private ulong* BucketsOf(int item) => _buckets + (item % RingLength * StepLength);

    private int* CandidatesOf(int item) => _candidates + (item % CandidateRings * CandidateCapacity);
}
