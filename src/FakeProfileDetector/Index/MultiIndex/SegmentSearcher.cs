using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Searches segments and fronts with the instructions of one kernel.</summary>
internal abstract unsafe class SegmentSearcher
{
    /// <summary>Most queries that one call takes.</summary>
    internal const int MaximumQueries = 64;

    /// <summary>Reports every live entry of a segment within the radius of each query.</summary>
    internal abstract void Search(
        Segment segment, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken);

    /// <summary>Reports every live entry of a front within the radius of a query.</summary>
    internal abstract void Search(
        Front front, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken);

    /// <summary>The slot of a segment that holds exactly this hash and, by the keys given, a live entry; or −1.</summary>
    internal abstract int FindSlot(Segment segment, KeyTable keys, PhotoHash* hash);
}

/// <inheritdoc/>
internal sealed unsafe partial class SegmentSearcher<TKernel> : SegmentSearcher
    where TKernel : struct, IHammingKernel
{
    // A look-up touches four lines of memory, each known only from the one before: offset, fingerprints, slot, hash. So each
    // step of the plan runs in stages, several steps behind each other, and each stage prefetches for the next.
    private const int OffsetLead = 4;
    private const int FingerprintLead = 2;
    private const int SlotLag = 1;
    private const int HashLag = 2;
    private const int RingLength = 8;
    private const int RingMask = RingLength - 1;
    private const int StepLength = SearchPlan.StepLength;

    // Longer buckets are read ahead by the hardware itself.
    private const int PrefetchedLines = 6;
    private const int LineLength = 64;

    private const int CandidateCapacity = 512;
    private const int PieceLength = 256;
    private const int ScanLength = 32 * 1024;
    private const int StepsPerCancellationCheck = 256;

    internal override void Search(
        Segment segment, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken)
    {
        var plan = segment.Plan.SearchPlanFor(segment.PostingCount, radius);
        if (plan.IsScan)
        {
            Scan(segment, queries, queryCount, radius, matches, cancellationToken);
        }
        else
        {
            Pipeline(segment, plan, queries, queryCount, radius, matches, cancellationToken);
        }
    }

    internal override int FindSlot(Segment segment, KeyTable keys, PhotoHash* hash)
    {
        var band = segment.Plan.Bands[0];
        var view = segment.Views[0];
        var bits = Ring.Read(hash, band.Start);
        var fingerprint = (ushort)(bits >> band.Width);
        var position = view.Offsets[(uint)bits & band.Mask];
        var end = view.Offsets[((uint)bits & band.Mask) + 1];
        var selected = stackalloc int[PieceLength];
        for (; position < end; position += PieceLength)
        {
            var length = (int)Math.Min(end - position, PieceLength);
            var found = TKernel.SelectNear(view.Fingerprints + position, length, fingerprint, 0, (int)position, selected);
            for (var i = 0; i < found; i++)
            {
                var slot = (int)view.Slots.Get(selected[i]);
                if (*segment.Hashes.Address(slot) == *hash && keys.IsLive(slot))
                {
                    return slot;
                }
            }
        }

        return -1;
    }

    private static void Scan(
        Segment segment, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken)
    {
        for (var start = 0; start < segment.Keys.SlotCount; start += ScanLength)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hashes = segment.Hashes.Address(start);
            var count = Math.Min(ScanLength, segment.Keys.SlotCount - start);
            for (var query = 0; query < queryCount; query++)
            {
                for (var i = 0; i < count; i++)
                {
                    i += TKernel.IndexOfWithin(queries + query, hashes + i, count - i, radius, out var distance);
                    if (i < count)
                    {
                        segment.Keys.AddMatches(start + i, query, distance, matches);
                    }
                }
            }
        }
    }

    [SkipLocalsInit]
    private static void Pipeline(
        Segment segment,
        SearchPlan plan,
        PhotoHash* queries,
        int queryCount,
        int radius,
        MatchBuffer matches,
        CancellationToken cancellationToken)
    {
        var buckets = stackalloc uint[RingLength * StepLength];
        var lengths = stackalloc uint[RingLength * StepLength];
        var candidates = stackalloc int[4 * CandidateCapacity];
        var candidateCounts = stackalloc int[4];
        var steps = plan.Steps.AsSpan();
        var bands = plan.Bands.AsSpan();
        var views = segment.Views;
        var hashes = segment.Hashes;

        // Every step is done for all queries before the next one: they look into the same tables, which stay in the cache.
        var total = steps.Length * queryCount;
        for (var now = -OffsetLead; now < total + HashLag; now++)
        {
            if (now % StepsPerCancellationCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var ahead = now + OffsetLead;
            if (ahead < total)
            {
                ref readonly var step = ref steps[StepOf(ahead, queryCount, out var query)];
                var band = bands[step.Band];
                var value = (uint)Ring.Read(queries + query, band.Band.Start) & band.Band.Mask;
                var offsets = views[band.Index].Offsets;
                var into = buckets + ((ahead & RingMask) * StepLength);
                fixed (uint* ball = &band.Ball[step.First])
                {
                    for (var i = 0; i < step.Length; i++)
                    {
                        into[i] = value ^ ball[i];
                        Prefetch(offsets + into[i]);
                    }
                }
            }

            ahead = now + FingerprintLead;
            if (ahead >= 0 && ahead < total)
            {
                ref readonly var step = ref steps[StepOf(ahead, queryCount, out _)];
                var view = views + bands[step.Band].Index;
                var offsets = view->Offsets;
                var fingerprints = view->Fingerprints;
                var from = buckets + ((ahead & RingMask) * StepLength);
                var into = lengths + ((ahead & RingMask) * StepLength);
                for (var i = 0; i < step.Length; i++)
                {
                    var position = offsets[from[i]];
                    var length = offsets[from[i] + 1] - position;
                    into[i] = length;
                    from[i] = position;
                    var first = (byte*)(fingerprints + position);
                    var bytes = Math.Min((int)length * sizeof(ushort), PrefetchedLines * LineLength);
                    for (var offset = 0; offset < bytes; offset += LineLength)
                    {
                        Prefetch(first + offset);
                    }

                    // Buckets begin anywhere, so the end may lie in one line more.
                    Prefetch(first + bytes - 1);
                }
            }

            if (now >= 0 && now < total)
            {
                ref readonly var step = ref steps[StepOf(now, queryCount, out var query)];
                var band = bands[step.Band];
                var view = views + band.Index;
                var fingerprints = view->Fingerprints;
                var wanted = (ushort)(Ring.Read(queries + query, band.Band.Start) >> band.Band.Width);
                var positions = buckets + ((now & RingMask) * StepLength);
                var counts = lengths + ((now & RingMask) * StepLength);
                var selected = candidates + ((now & 3) * CandidateCapacity);
                var found = 0;
                fixed (uint* ball = &band.Ball[step.First])
                {
                    for (var i = 0; i < step.Length; i++)
                    {
                        // Less than 0 where the next band is not looked at: then the neighbours of this one are not either.
                        var budget = Math.Min(band.ChainBudget - BitOperations.PopCount(ball[i]), Band.FingerprintWidth);
                        var position = (int)positions[i];
                        for (var left = budget < 0 ? 0 : (int)counts[i]; left > 0; left -= PieceLength)
                        {
                            var piece = Math.Min(left, PieceLength);
                            if (found + piece > CandidateCapacity)
                            {
                                ReadSlots(view, selected, found, hashes);
                                Verify(segment, plan, step.Band, queries, query, radius, selected, found, matches);
                                found = 0;
                            }

                            var more = TKernel.SelectNear(fingerprints + position, piece, wanted, budget, position, selected + found);
                            for (var j = 0; j < more; j++)
                            {
                                Prefetch(view->Slots.Address(selected[found + j]));
                            }

                            found += more;
                            position += piece;
                        }
                    }
                }

                candidateCounts[now & 3] = found;
            }

            var behind = now - SlotLag;
            if (behind >= 0 && behind < total)
            {
                ref readonly var step = ref steps[StepOf(behind, queryCount, out _)];
                ReadSlots(
                    views + bands[step.Band].Index, candidates + ((behind & 3) * CandidateCapacity), candidateCounts[behind & 3], hashes);
            }

            behind = now - HashLag;
            if (behind >= 0 && candidateCounts[behind & 3] > 0)
            {
                ref readonly var step = ref steps[StepOf(behind, queryCount, out var query)];
                Verify(
                    segment, plan, step.Band, queries, query, radius,
                    candidates + ((behind & 3) * CandidateCapacity), candidateCounts[behind & 3], matches);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StepOf(int item, int queryCount, out int query)
    {
        if (queryCount == 1)
        {
            query = 0;
            return item;
        }

        var step = (int)((uint)item / (uint)queryCount);
        query = item - (step * queryCount);
        return step;
    }

    /// <summary>Replaces positions of postings by their slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadSlots(PostingsView* view, int* candidates, int count, HashStore hashes)
    {
        var slots = view->Slots;
        for (var i = 0; i < count; i++)
        {
            candidates[i] = (int)slots.Get(candidates[i]);
            Prefetch(hashes.Address(candidates[i]));
        }
    }

    private static void Verify(
        Segment segment,
        SearchPlan plan,
        int band,
        PhotoHash* queries,
        int query,
        int radius,
        int* slots,
        int count,
        MatchBuffer matches)
    {
        for (var i = 0; i < count; i++)
        {
            var hash = segment.Hashes.Address(slots[i]);
            var distance = TKernel.Distance(queries + query, hash);
            if (distance <= radius && !plan.IsFoundBefore(band, queries + query, hash))
            {
                segment.Keys.AddMatches(slots[i], query, distance, matches);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}
