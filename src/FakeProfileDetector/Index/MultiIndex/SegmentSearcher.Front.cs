using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <content>The search of a front: two stages suffice, as it is small.</content>
internal sealed unsafe partial class SegmentSearcher<TKernel>
{
    internal override void Search(
        Front front, PhotoHash* queries, int queryCount, int radius, MatchBuffer matches, CancellationToken cancellationToken)
    {
        var count = front.SlotCount;
        if (count == 0)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var plan = BandPlan.Narrow.SearchPlanFor(count, radius);
        for (var query = 0; query < queryCount; query++)
        {
            if (plan.IsScan)
            {
                Scan(front, count, queries, query, radius, matches);
            }
            else
            {
                Search(front, plan, queries, query, radius, matches);
            }
        }
    }

    private static void Scan(Front front, int count, PhotoHash* queries, int query, int radius, MatchBuffer matches)
    {
        for (var slot = 0; slot < count; slot++)
        {
            slot += TKernel.IndexOfWithin(queries + query, front.Hashes + slot, count - slot, radius, out var distance);
            if (slot < count)
            {
                front.AddMatches(slot, query, distance, matches);
            }
        }
    }

    [SkipLocalsInit]
    private static void Search(Front front, SearchPlan plan, PhotoHash* queries, int query, int radius, MatchBuffer matches)
    {
        var buckets = stackalloc ulong[StepLength];
        var bandOf = stackalloc int[StepLength];
        var budgets = stackalloc int[StepLength];
        var selected = stackalloc int[PieceLength];
        var gathered = 0;
        for (var band = 0; band < plan.Bands.Length; band++)
        {
            var search = plan.Bands[band];
            var value = (uint)Ring.Read(queries + query, search.Band.Start) & search.Band.Mask;
            for (var i = 0; i < search.Ball.Length; i++)
            {
                var bucket = Volatile.Read(ref front.Buckets[(search.Index * 256) + (int)(value ^ search.Ball[i])]);
                if ((uint)bucket == 0)
                {
                    continue;
                }

                Memory.Prefetch(front.Fingerprints(bucket));
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
                var fingerprints = front.Fingerprints(buckets[i]);
                var slots = front.Slots(buckets[i]);
                var count = (int)(uint)buckets[i];
                var band = plan.Bands[bandOf[i]].Band;
                var wanted = (ushort)(Ring.Read(queries + query, band.Start) >> band.Width);
                for (var start = 0; start < count; start += PieceLength)
                {
                    var piece = Math.Min(count - start, PieceLength);
                    var found = TKernel.SelectNear(fingerprints + start, piece, wanted, budgets[i], start, selected);
                    for (var j = 0; j < found; j++)
                    {
                        var slot = slots[selected[j]];
                        var distance = TKernel.Distance(queries + query, front.Hashes + slot);
                        if (distance <= radius && !plan.IsFoundBefore(bandOf[i], queries + query, front.Hashes + slot))
                        {
                            front.AddMatches(slot, query, distance, matches);
                        }
                    }
                }
            }
        }
    }
}
