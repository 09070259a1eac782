namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Makes one table of two of the same band, reading and writing both from beginning to end.</summary>
internal static unsafe class PostingsMerger
{
    /// <summary>Merges, keeping every posting.</summary>
    /// <param name="old">The table.</param>
    /// <param name="added">What comes behind its postings in each bucket.</param>
    /// <param name="slotWidth">Bits that a slot's number takes in the result.</param>
    /// <param name="account">Counts the memory.</param>
    /// <param name="spare">A table that nobody reads any more; it becomes the result or is freed.</param>
    internal static Postings Merge(Postings old, Postings added, int slotWidth, MemoryAccount account, Postings? spare)
    {
        var merged = new Postings(old.Band, old.Count + added.Count, slotWidth, account, spare);
        var (from, more, into) = (old.View, added.View, merged.View);
        var copied = 0u;
        for (var bucket = 0; bucket < old.Band.BucketCount; bucket++)
        {
            var first = more.Offsets[bucket];
            var end = more.Offsets[bucket + 1];
            into.Offsets[bucket] = from.Offsets[bucket] + first;
            if (first == end)
            {
                continue;
            }

            // Everything since the last bucket that got more goes as one run.
            var upTo = from.Offsets[bucket + 1];
            Copy(from, copied, into, copied + first, upTo - copied);
            Copy(more, first, into, upTo + first, end - first);
            copied = upTo;
        }

        Copy(from, copied, into, (long)copied + added.Count, old.Count - copied);
        into.Offsets[old.Band.BucketCount] = (uint)merged.Count;
        return merged;
    }

    /// <summary>Merges, leaving out the postings of slots that hold nothing.</summary>
    /// <param name="old">The table.</param>
    /// <param name="added">What comes behind its postings in each bucket.</param>
    /// <param name="keys">Tells which slots hold something: exactly <paramref name="count"/> of those named.</param>
    /// <param name="count">Postings in the result.</param>
    /// <param name="slotWidth">Bits that a slot's number takes in the result.</param>
    /// <param name="account">Counts the memory.</param>
    /// <param name="spare">A table that nobody reads any more; it becomes the result or is freed.</param>
    internal static Postings MergeLive(Postings old, Postings added, KeyTable keys, long count, int slotWidth, MemoryAccount account, Postings? spare)
    {
        var merged = new Postings(old.Band, count, slotWidth, account, spare);
        var into = merged.View;
        var place = 0L;
        for (var bucket = 0; bucket < old.Band.BucketCount; bucket++)
        {
            into.Offsets[bucket] = (uint)place;
            place = CopyLive(old.View, bucket, keys, into, place);
            place = CopyLive(added.View, bucket, keys, into, place);
        }

        into.Offsets[old.Band.BucketCount] = (uint)place;
        return merged;
    }

    private static void Copy(PostingsView from, long position, PostingsView into, long place, long count)
    {
        Buffer.MemoryCopy(
            from.Fingerprints + position, into.Fingerprints + place, count * sizeof(ushort), count * sizeof(ushort));
        if (from.Slots.Width == into.Slots.Width)
        {
            from.Slots.CopyTo(position, into.Slots, place, count);
            return;
        }

        for (var i = 0L; i < count; i++)
        {
            into.Slots.Set(place + i, from.Slots.Get(position + i));
        }
    }

    private static long CopyLive(PostingsView from, int bucket, KeyTable keys, PostingsView into, long place)
    {
        for (var position = from.Offsets[bucket]; position < from.Offsets[bucket + 1]; position++)
        {
            var slot = from.Slots.Get(position);
            if (keys.IsLive((int)slot))
            {
                into.Fingerprints[place] = from.Fingerprints[position];
                into.Slots.Set(place++, slot);
            }
        }

        return place;
    }
}
