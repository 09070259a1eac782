using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <content>The search of a memtable: two stages suffice, as it is small.</content>
internal sealed unsafe partial class SegmentSearcher<TKernel>
{
    internal override void Search(
        Memtable memtable, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken)
    {
        var count = memtable.SlotCount;
        if (count == 0)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var plan = memtable.Plan.SearchPlanFor(count, radius);
        for (var query = 0; query < queryCount; query++)
        {
            if (plan.IsScan)
            {
                Scan(memtable, count, queries, query, radius, matches);
            }
            else
            {
                Search(memtable, plan, queries, query, radius, matches);
            }
        }
    }

    private static void Scan(Memtable memtable, int count, PhotoHash* queries, int query, int radius, MatchBuffer matches)
    {
        for (var slot = 0; slot < count; slot++)
        {
            slot += TKernel.IndexOfWithin(queries + query, memtable.Hashes + slot, count - slot, radius, out var distance);
            if (slot < count)
            {
                memtable.AddMatches(slot, query, distance, matches);
            }
        }
    }

    [SkipLocalsInit]
    private static void Search(Memtable memtable, SearchPlan plan, PhotoHash* queries, int query, int radius, MatchBuffer matches)
    {
        var buckets = stackalloc ulong[StepLength];
        var bandOf = stackalloc int[StepLength];
        var budgets = stackalloc int[StepLength];
        var selected = stackalloc int[PieceLength];
        var gathered = 0;
        for (var band = 0; band < plan.Bands.Length; band++)
        {
            var search = plan.Bands[band];
            var value = (uint)CircularBits.Read(queries + query, search.Band.Start) & search.Band.Mask;
            var bucketsOfBand = memtable.Buckets(search.Index);
            for (var i = 0; i < search.Ball.Length; i++)
            {
                var bucket = Volatile.Read(ref bucketsOfBand[value ^ search.Ball[i]]);
                if ((uint)bucket == 0)
                {
                    continue;
                }

                Memory.Prefetch(memtable.Fingerprints(bucket));
                (buckets[gathered], bandOf[gathered], budgets[gathered]) =
                    (bucket, band, search.Budgets[i]);
                if (++gathered == StepLength)
                {
                    Look(gathered);
                    gathered = 0;
                }
            }
        }

        Look(gathered);

        void Look(int length)
        {
            for (var i = 0; i < length; i++)
            {
                var fingerprints = memtable.Fingerprints(buckets[i]);
                var slots = memtable.Slots(buckets[i]);
                var count = (int)(uint)buckets[i];
                var band = plan.Bands[bandOf[i]].Band;
                var wanted = (ushort)(CircularBits.Read(queries + query, band.Start) >> band.Width);
                for (var start = 0; start < count; start += PieceLength)
                {
                    var piece = Math.Min(count - start, PieceLength);
                    var found = TKernel.SelectNear(fingerprints + start, piece, wanted, budgets[i], start, selected);
                    for (var j = 0; j < found; j++)
                    {
                        var slot = slots[selected[j]];
                        var distance = TKernel.Distance(queries + query, memtable.Hashes + slot);
                        if (distance <= radius && !plan.IsFoundBefore(bandOf[i], queries + query, memtable.Hashes + slot))
                        {
                            memtable.AddMatches(slot, query, distance, matches);
                        }
                    }
                }
            }
        }
    }
}
