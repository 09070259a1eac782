using CsCheck;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>What an index does by itself, without <see cref="MultiIndexHashIndex.CompactAsync"/>: no answer shows it, but memory and the number of parts do.</summary>
public sealed class MultiIndexHashIndexMaintenanceTests
{
    private static readonly IndexTuning Small = new()
    {
        MemtableCapacity = 64,
        DeltaCapacity = 512,
        StepwiseLength = 300,
        BulkLength = 100,
        BulkPartLength = 300,
        MinimumReclaimed = 20,
    };

    [Fact]
    public void Remove_MostOfASegment_GivesTheirMemoryBack()
    {
        var entries = Entries(200_000, seed: 1);
        using var index = new MultiIndexHashIndex();
        index.AddRange(entries);
        index.WaitForIdle();
        var full = index.GetMemoryUsage().TotalBytes;

        foreach (var (hash, key) in entries.AsSpan(10_000))
        {
            Assert.True(index.Remove(hash, key));
        }

        index.WaitForIdle();
        Assert.InRange(index.GetMemoryUsage().TotalBytes, 0, full / 2);
        Assert.Equal(10_000, index.Find(default, PhotoHash.BitCount).Length);
    }

    /// <summary>An eighth of the live entries, and at least so many that a merge is worth it, may be removed ones.</summary>
    [Fact]
    public void Remove_AnyNumber_LeavesFewRemovedEntriesBehind()
    {
        var entries = Entries(2_000, seed: 2);
        using var index = Create(Small);
        index.AddRange(entries);
        index.WaitForIdle();
        for (var i = 0; i < entries.Length; i++)
        {
            Assert.True(index.Remove(entries[i].Hash, entries[i].Key));
            if (i % 50 == 49)
            {
                index.WaitForIdle();
                Assert.All(index.State.Segments, segment => Assert.InRange(
                    segment.RemovedCount, 0, Math.Max(Small.MinimumReclaimed, segment.Keys.LiveCount / 8)));
            }
        }
    }

    [Fact]
    public void Remove_EntriesWithEqualHashes_LeavesFewRemovedEntriesBehind()
    {
        using var index = Create(Small);
        index.AddRange([.. Enumerable.Range(0, 1_000).Select(key => new HammingEntry(Hashes.Ones, key)), .. Entries(200, seed: 3)]);
        index.WaitForIdle();
        for (var key = 0; key < 900; key++)
        {
            Assert.True(index.Remove(Hashes.Ones, key));
        }

        index.WaitForIdle();
        Assert.All(index.State.Segments, segment => Assert.InRange(
            segment.Keys.RemovedListedCount, 0, Math.Max(Small.MinimumReclaimed, segment.Keys.LiveCount / 8)));
    }

    [Fact]
    public void AddAndRemove_AgainAndAgain_TakesNoMoreMemoryThanAtFirst()
    {
        const int Live = 70_000;
        const int Rounds = 12;
        using var index = new MultiIndexHashIndex();
        var entries = Entries(Live, seed: 4);
        index.AddRange(entries);
        var early = 0L;
        for (var round = 1; round <= Rounds; round++)
        {
            var next = Entries(Live, seed: 4 + round);
            index.AddRange(next);
            foreach (var (hash, key) in entries)
            {
                Assert.True(index.Remove(hash, key));
            }

            entries = next;
            index.WaitForIdle();
            var bytes = index.GetMemoryUsage().TotalBytes;
            early = round <= 3 ? Math.Max(early, bytes) : early;
            Assert.InRange(bytes, 0, round <= 3 ? long.MaxValue : early * 3 / 2);
        }
    }

    [Fact]
    public void Add_AfterRemovals_UsesTheirSlotsAgain()
    {
        const int Live = 2_000;
        const int Part = 500;
        using var index = Create(Small);
        var entries = new Queue<HammingEntry>(Entries(Live, seed: 20));
        index.AddRange([.. entries]);
        index.WaitForIdle();
        for (var round = 1; round <= 20; round++)
        {
            for (var i = 0; i < Part; i++)
            {
                var (hash, key) = entries.Dequeue();
                Assert.True(index.Remove(hash, key));
            }

            index.WaitForIdle();
            foreach (var entry in Entries(Part, seed: 20 + round))
            {
                index.Add(entry.Hash, entry.Key);
                entries.Enqueue(entry);
            }

            index.WaitForIdle();
        }

        Assert.InRange(index.State.Segments.Sum(segment => segment.Keys.SlotCount), 1, 3 * Live);
    }

    [Fact]
    public void Add_Thousands_LeavesTwoSegmentsTheLargestFirst()
    {
        var entries = Entries(6_000, seed: 5);
        using var index = Create(Small);
        for (var i = 0; i < entries.Length; i++)
        {
            index.Add(entries[i].Hash, entries[i].Key);
            if (i % 500 == 499)
            {
                index.WaitForIdle();
                AssertTidy(index);
            }
        }
    }

    [Fact]
    public void AddRange_ManyTimes_LeavesTwoSegmentsTheLargestFirst()
    {
        var entries = Entries(6_000, seed: 6);
        using var index = Create(Small);
        for (var start = 0; start < entries.Length; start += 120)
        {
            index.AddRange(entries.AsSpan(start, 120));
            index.WaitForIdle();
            AssertTidy(index);
        }
    }

    /// <summary>A hundred million entries must not be written anew for every few thousand.</summary>
    [Fact]
    public async Task Add_FewToALargeSegment_MergesThemElsewhere()
    {
        using var index = Create(Small);
        index.AddRange(Entries(5_000, seed: 7));
        await index.CompactAsync(TestContext.Current.CancellationToken);
        var large = Assert.Single(index.State.Segments);

        var few = Entries(3 * Small.MemtableCapacity, seed: 8);
        foreach (var (hash, key) in few)
        {
            index.Add(hash, key);
        }

        index.WaitForIdle();
        Assert.Equal(2, index.State.Segments.Length);
        Assert.Same(large, index.State.Segments[0]);
        AssertTidy(index);
    }

    [Fact]
    public void Add_FasterThanMerging_WritersWait()
    {
        var tuning = Small with { MemtableCapacity = 16, MaximumWaiting = 4 };
        using var index = Create(tuning);
        foreach (var (hash, key) in Entries(5_000, seed: 9))
        {
            index.Add(hash, key);
            var state = index.State;
            Assert.InRange(state.Memtables.Length + state.Segments.Length, 0, tuning.MaximumWaiting + 1);
        }
    }

    [Fact]
    public void AddRange_SegmentOutgrowsItsBands_IsCutIntoOthers()
    {
        using var index = new MultiIndexHashIndex();
        index.AddRange(Entries(1 << 16, seed: 10));
        index.WaitForIdle();
        Assert.Same(BandPlan.For(1 << 16), Assert.Single(index.State.Segments).Plan);

        index.AddRange(Entries(1 << 18, seed: 11));
        index.WaitForIdle();
        Assert.All(index.State.Segments, segment => Assert.True(segment.Plan.Suits(segment.PostingCount)));
        Assert.Same(BandPlan.For(1 << 18), index.State.Segments[0].Plan);
    }

    [Fact]
    public void CountAtMostAndContains_CopiesEverywhere_SayWhatASearchFinds() => Gen.Select(Gen.Int[1, 400], Gen.Int[1, 40], Gen.Int).Sample(
        (count, limit, seed) =>
        {
            // In memtables and segments, some of them removed again.
            using var index = Create(Small);
            var random = new Random(seed);
            var hashes = Enumerable.Range(0, 3).Select(_ => Hashes.Uniform(random)).ToArray();
            for (var key = 0; key < count; key++)
            {
                index.Add(hashes[random.Next(2)], key);
                if (random.Next(4) == 0)
                {
                    index.Remove(hashes[random.Next(2)], random.Next(key + 1));
                }
            }

            foreach (var hash in hashes)
            {
                var found = new List<HammingMatch>();
                index.Search(hash, 0, found, TestContext.Current.CancellationToken);
                Assert.Equal(Math.Min(limit, found.Count), index.CountAtMost(hash, limit));
                var keys = found.Select(match => match.Key).ToHashSet();
                Assert.All(Enumerable.Range(0, count), key => Assert.Equal(keys.Contains(key), index.Contains(hash, key)));
            }
        },
        iter: 30);

    private static MultiIndexHashIndex Create(IndexTuning tuning) => new(options: null, tuning, HammingKernels.Fastest);

    private static void AssertTidy(MultiIndexHashIndex index)
    {
        var state = index.State;
        Assert.InRange(state.Segments.Length, 0, 2);
        Assert.InRange(state.Memtables.Count(memtable => memtable.IsFull), 0, 1);
        Assert.InRange(state.Memtables.Length, 0, 1);
        Assert.Equal(state.Segments.OrderByDescending(segment => segment.PostingCount), state.Segments);
    }

    private static HammingEntry[] Entries(int count, int seed) =>
        [.. Hashes.Uniform(count, seed).Select((hash, key) => new HammingEntry(hash, ((long)seed << 32) + key))];
}
