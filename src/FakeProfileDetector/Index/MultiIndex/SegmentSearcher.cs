using System.Runtime.CompilerServices;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Searches segments and memtables with the instructions of one kernel.</summary>
internal abstract unsafe class SegmentSearcher
{
    /// <summary>Most queries that one call takes.</summary>
    internal const int MaximumQueries = 64;

    /// <summary>Reports every live entry of a segment within the radius of each query.</summary>
    internal abstract void Search(
        Segment segment, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken);

    /// <summary>Reports every live entry of a memtable within the radius of a query.</summary>
    internal abstract void Search(
        Memtable memtable, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken);

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
    private const int StepLength = SearchPlan.StepLength;
    private const int RingLength = SegmentSearch<TKernel>.RingLength;
    private const int CandidateRings = SegmentSearch<TKernel>.CandidateRings;
    private const int CandidateCapacity = SegmentSearch<TKernel>.CandidateCapacity;
    private const int PieceLength = SegmentSearch<TKernel>.PieceLength;

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
        var bits = CircularBits.Read(hash, band.Start);
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
        var buckets = stackalloc ulong[RingLength * StepLength];
        var candidates = stackalloc int[CandidateRings * CandidateCapacity];
        var candidateCounts = stackalloc int[CandidateRings];
        var search = new SegmentSearch<TKernel>(segment, plan, queries, queryCount, radius, matches, buckets, candidates, candidateCounts);
        var total = plan.Steps.Length * queryCount;
        for (var now = -OffsetLead; now < total + HashLag; now++)
        {
            if (now % StepsPerCancellationCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (now + OffsetLead < total)
            {
                search.FindBuckets(now + OffsetLead);
            }

            if (now + FingerprintLead >= 0 && now + FingerprintLead < total)
            {
                search.FindFingerprints(now + FingerprintLead);
            }

            if (now >= 0 && now < total)
            {
                search.SelectCandidates(now);
            }

            if (now >= SlotLag && now < total + SlotLag)
            {
                search.FindHashes(now - SlotLag);
            }

            if (now >= HashLag)
            {
                search.Verify(now - HashLag);
            }
        }
    }
}
