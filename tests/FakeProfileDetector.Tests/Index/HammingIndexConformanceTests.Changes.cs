using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <content>What adding and removing do.</content>
public abstract partial class HammingIndexConformanceTests
{
    [Theory]
    [MemberData(nameof(Variants))]
    public void Add_EqualHashesAndRepeatedKeys_AreEntriesOfTheirOwn(string variant)
    {
        var index = Create(variant);
        var other = Hashes.Uniform(new Random(1));
        index.Add(Hashes.Ones, 1);
        index.Add(Hashes.Ones, 2);
        index.Add(Hashes.Ones, 2);
        index.Add(other, 2);

        Assert.Equal([new(1, 0), new(2, 0), new(2, 0)], index.Find(Hashes.Ones, 31));
        Assert.Equal([new(2, 0)], index.Find(other, 31));
        Assert.Equal(4, index.Count);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Add_KeysFromZeroToTheLargest_ComeBackWhole(string variant)
    {
        var index = Create(variant);
        long[] keys = [0, 1, int.MaxValue, int.MaxValue + 1L, uint.MaxValue, uint.MaxValue + 1L, 1L << 40, long.MaxValue - 1, long.MaxValue];
        foreach (var key in keys)
        {
            index.Add(default, key);
        }

        Assert.Equal(keys.Select(key => new HammingMatch(key, 0)), index.Find(default, 0));
        Assert.All(keys, key => Assert.True(index.Remove(default, key)));
        Assert.Empty(index.Find(default, PhotoHash.BitCount));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Add_OneByOne_EachIsFoundAtOnce(string variant)
    {
        var index = Create(variant);
        var hashes = Hashes.Uniform(1200, seed: 2);
        for (var i = 0; i < hashes.Length; i++)
        {
            index.Add(hashes[i], i);

            Assert.Equal([new(i, 0)], index.Find(hashes[i], 31));
            Assert.Equal([new(i / 2, 0)], index.Find(hashes[i / 2], 31));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void AddRange_AnyLength_IsVisibleWhenItReturns(string variant)
    {
        var index = Create(variant);
        var hashes = Hashes.Uniform(3500, seed: 3);
        var added = 0;

        // Lengths below, at and above those at which small tunings seal and merge.
        foreach (var length in new[] { 0, 1, 2, 15, 16, 17, 63, 64, 65, 511, 512, 513, 0, 1500, 1 })
        {
            index.AddRange(Entries(hashes[added..(added + length)], added));
            added += length;

            Assert.Equal(added, index.Count);
            Assert.Equal(added, index.Find(default, PhotoHash.BitCount).Length);
            for (var i = Math.Max(0, added - length); i < added; i += 1 + (length / 20))
            {
                Assert.Equal([new(i, 0)], index.Find(hashes[i], 31));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Remove_AbsentEntry_ReturnsFalseAndChangesNothing(string variant)
    {
        var index = Create(variant);
        Assert.False(index.Remove(default, 0));
        var entries = Entries(Hashes.Uniform(150, seed: 4));
        index.AddRange(entries);
        var nearby = Hashes.Neighbor(entries[5].Hash, 1, new Random(4));

        Assert.False(index.Remove(entries[5].Hash, 6));
        Assert.False(index.Remove(entries[6].Hash, 5));
        Assert.False(index.Remove(nearby, 5));
        Assert.False(index.Remove(entries[5].Hash, long.MaxValue));
        Assert.True(index.Remove(entries[5].Hash, 5));
        Assert.False(index.Remove(entries[5].Hash, 5));
        Assert.Equal(149, index.Count);
        Assert.Equal(149, index.Find(default, PhotoHash.BitCount).Length);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Remove_OneOfEqualEntries_LeavesTheOthers(string variant)
    {
        var index = Create(variant);

        // Copies lie in the memtable and in what was sealed before.
        for (var copy = 0; copy < 5; copy++)
        {
            index.Add(Hashes.Ones, 1);
            index.AddRange(Entries(Hashes.Uniform(50, seed: copy), 100 * (copy + 1)));
        }

        index.Add(Hashes.Ones, 2);
        for (var left = 4; left >= 0; left--)
        {
            Assert.True(index.Remove(Hashes.Ones, 1));
            Assert.Equal([.. Enumerable.Repeat(new HammingMatch(1, 0), left), new(2, 0)], index.Find(Hashes.Ones, 0));
        }

        Assert.False(index.Remove(Hashes.Ones, 1));
        Assert.Equal(251, index.Count);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Remove_ThenAddAgain_IsFoundOnce(string variant)
    {
        var index = Create(variant);
        var entries = Entries(Hashes.Uniform(200, seed: 5));
        index.AddRange(entries);

        for (var round = 0; round < 4; round++)
        {
            foreach (var entry in entries)
            {
                Assert.True(index.Remove(entry.Hash, entry.Key));
                Assert.Empty(index.Find(entry.Hash, 31));
                index.Add(entry.Hash, entry.Key);
                Assert.Equal([new(entry.Key, 0)], index.Find(entry.Hash, 31));
            }
        }

        Assert.Equal(IndexSearches.Expect(entries, default, PhotoHash.BitCount), index.Find(default, PhotoHash.BitCount));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Remove_MostOfMany_KeepsTheRestFindable(string variant)
    {
        var index = Create(variant);
        var entries = Entries(new HashSource(HashFamily.Mixed, seed: 6).Next(3000));
        index.AddRange(entries);

        var kept = entries.Where(entry => entry.Key % 10 == 0).ToArray();
        foreach (var entry in entries.Except(kept))
        {
            Assert.True(index.Remove(entry.Hash, entry.Key));
        }

        Assert.Equal(kept.Length, index.Count);
        Assert.Equal(IndexSearches.Expect(kept, default, PhotoHash.BitCount), index.Find(default, PhotoHash.BitCount));
        foreach (var entry in entries.Where(entry => entry.Key % 7 == 0))
        {
            IndexSearches.AssertSame(IndexSearches.Expect(kept, entry.Hash, 31), index.Find(entry.Hash, 31), entry.Hash, 31);
        }
    }
}
