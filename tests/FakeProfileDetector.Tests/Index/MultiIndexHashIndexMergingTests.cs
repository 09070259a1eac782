using FakeProfileDetector.Index;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>What a merge drops, and what becomes of an index whose merges fail.</summary>
public sealed class MultiIndexHashIndexMergingTests
{
    private static readonly IndexTuning Merging = new()
    {
        MemtableCapacity = 64,
        DeltaCapacity = 100_000,
        BulkLength = 100,
        MaximumWaiting = 2,
        MinimumReclaimed = 100_000,
    };

    /// <summary>Removed entries are carried along by merges up to a sixteenth of the segment, and dropped beyond it.</summary>
    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 0)]
    public void Merge_SegmentWithRemovedEntries_DropsMoreThanASixteenth(int removed, int kept)
    {
        var entries = Entries(1_600, seed: 1);
        using var index = Create(Merging);
        index.AddRange(entries);
        index.WaitForIdle();
        foreach (var (hash, key) in entries.AsSpan(0, removed))
        {
            Assert.True(index.Remove(hash, key));
        }

        AddAll(index, Entries(Merging.MemtableCapacity + 1, seed: 2));
        index.WaitForIdle();

        var segment = Assert.Single(index.State.Segments);
        Assert.Equal(kept, segment.RemovedCount);
        Assert.Equal(1_600 + Merging.MemtableCapacity - removed, segment.Keys.LiveCount);
    }

    /// <summary>Wherever memory ends, in a merge at once or band by band: writers are told, all is found, and with memory it goes on.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Add_MergesThatFail_LosesNothingAndGoesOnOnceThereIsMemory(bool isStepwise)
    {
        var told = 0;
        for (var step = 0; step < 6; step++)
        {
            var tuning = Merging with { StepwiseLength = isStepwise ? 1 : long.MaxValue };
            var all = new List<HammingEntry>(Entries(40_000, seed: step));
            using var index = Create(tuning);
            index.AddRange([.. all]);
            index.WaitForIdle();

            // Room for two memtables, of which each takes a little more than two megabytes, and for part of what a merge takes.
            index.Memory.Limit = index.Memory.Bytes + 4_400_000 + (step * 50_000);
            told += AddUntilTold(index, Entries(600, seed: 100 + step), all) ? 1 : 0;
            Assert.True(index.Remove(all[^1].Hash, all[^1].Key));
            Assert.True(index.Remove(all[0].Hash, all[0].Key));
            AssertHolds(index, all[1..^1]);
            index.WaitForIdle();
            index.Memory.Limit = long.MaxValue;
            var later = Entries(300, seed: 200 + step);
            AddAll(index, later);
            index.WaitForIdle();
            AssertHolds(index, [.. all[1..^1], .. later]);
            Assert.InRange(index.State.Segments.Length, 1, 2);
        }

        Assert.True(told > 0, "No limit made a merge fail.");
    }

    /// <summary>An entry for which there is no memory is none, and can be added once there is.</summary>
    [Fact]
    public void Add_WithoutMemory_LeavesNothingBehindAndCanBeRepeated()
    {
        var refused = 0;
        for (var seed = 300; seed < 308; seed++)
        {
            using var index = new MultiIndexHashIndex();
            var added = new List<HammingEntry>();
            foreach (var entry in Entries(20_000, seed))
            {
                try
                {
                    index.Add(entry.Hash, entry.Key);
                }
                catch (OutOfMemoryException)
                {
                    refused++;
                    Assert.Empty(index.Find(entry.Hash, 0));
                    AssertHolds(index, added);
                    index.Memory.Limit = long.MaxValue;
                    index.Add(entry.Hash, entry.Key);
                    Assert.Equal(entry.Key, Assert.Single(index.Find(entry.Hash, 0)).Key);
                }

                added.Add(entry);
                index.Memory.Limit = refused > seed - 300 ? long.MaxValue : index.Memory.Bytes;
            }

            AssertHolds(index, added);
        }

        Assert.Equal(8, refused);
    }

    /// <summary>Adds until a writer is told that merging failed, or there is no memory for an entry itself.</summary>
    private static bool AddUntilTold(MultiIndexHashIndex index, HammingEntry[] entries, List<HammingEntry> added)
    {
        foreach (var entry in entries)
        {
            try
            {
                index.Add(entry.Hash, entry.Key);
                added.Add(entry);

                // What a merge takes while it goes on is not there for the next entry.
                index.WaitForIdle();
            }
            catch (InvalidOperationException failure)
            {
                Assert.IsType<InsufficientMemoryException>(failure.InnerException);
                Assert.Contains("everything in it is still found", failure.Message, StringComparison.Ordinal);
                return true;
            }
            catch (OutOfMemoryException)
            {
                return false;
            }
        }

        return false;
    }

    private static void AssertHolds(MultiIndexHashIndex index, List<HammingEntry> entries)
    {
        Assert.Equal(entries.Count, index.Count);
        Assert.Equal(entries.Select(entry => entry.Key).Order(), index.Find(default, PhotoHash.BitCount).Select(match => match.Key).Order());
        foreach (var (hash, key) in entries.Where((_, i) => i % 50 == 0))
        {
            Assert.Equal(key, Assert.Single(index.Find(hash, 0)).Key);
        }
    }

    private static void AddAll(MultiIndexHashIndex index, HammingEntry[] entries)
    {
        foreach (var (hash, key) in entries)
        {
            // A merge that failed before there was memory may be heard of once.
            try
            {
                index.Add(hash, key);
            }
            catch (InvalidOperationException)
            {
                index.Add(hash, key);
            }
        }
    }

    private static MultiIndexHashIndex Create(IndexTuning tuning) => new(options: null, tuning, HammingKernels.Fastest);

    private static HammingEntry[] Entries(int count, int seed) =>
        [.. Hashes.Uniform(count, seed).Select((hash, key) => new HammingEntry(hash, ((long)seed << 32) + key))];
}
