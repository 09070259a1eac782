using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>What is saved comes back whole.</summary>
public sealed class IndexSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Variants => [.. IndexVariant.All.Select(variant => variant.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Variants))]
    public void Load_AfterSave_AnswersTheSame(string variant)
    {
        // Entries in the memtable, in segments and merged, and some removed from each.
        using var index = IndexVariant.Named(variant).Create();
        var entries = new HashSource(HashFamily.Mixed, seed: 1).Next(2000).Select((hash, key) => new HammingEntry(hash, key)).ToList();
        index.AddRange([.. entries]);
        foreach (var entry in entries.Where(entry => entry.Key % 3 == 0).ToArray())
        {
            Assert.True(index.Remove(entry.Hash, entry.Key));
            entries.Remove(entry);
        }

        for (var i = 0; i < 40; i++)
        {
            // Keys that another entry has too, and the largest.
            var entry = new HammingEntry(entries[i].Hash, i == 0 ? long.MaxValue : i);
            index.Add(entry.Hash, entry.Key);
            entries.Add(entry);
        }

        var path = _folder.PathOf("index");
        index.Save(path, TestContext.Current.CancellationToken);

        foreach (var other in IndexVariant.All)
        {
            using var loaded = other.Load(path);
            Assert.Equal(entries.Count, loaded.Count);
            Assert.Equal(IndexSearches.Expect(entries, default, PhotoHash.BitCount), loaded.Find(default, PhotoHash.BitCount));
            foreach (var entry in entries.Where(entry => entry.Key % 40 == 1))
            {
                loaded.AssertSameAs(index, entry.Hash, 31);
            }

            // It goes on living.
            Assert.True(loaded.Remove(entries[0].Hash, entries[0].Key));
            loaded.Add(Hashes.Ones, 5_000_000);
            Assert.Contains(new HammingMatch(5_000_000, 0), loaded.Find(Hashes.Ones, 0));
            Assert.Equal(entries.Count, loaded.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Load_EmptyIndex_IsEmptyAndUsable(string variant)
    {
        var path = _folder.PathOf("index");
        using (var index = IndexVariant.Named(variant).Create())
        {
            index.Save(path);
            index.Add(default, 1);
            index.Remove(default, 1);
            index.Save(path);
        }

        using var loaded = IndexVariant.Named(variant).Load(path);

        Assert.Equal(0, loaded.Count);
        Assert.Empty(loaded.Find(default, PhotoHash.BitCount));
        loaded.Add(default, 2);
        Assert.Equal([new(2, 0)], loaded.Find(default, 31));
    }

    [Fact]
    public void Save_OverTheFileLoadedFrom_ReplacesIt()
    {
        var path = _folder.PathOf("index");
        using var first = Saved(path, 500);
        using var loaded = MultiIndexHashIndex.Load(path);
        loaded.Add(Hashes.Ones, 1000);

        loaded.Save(path);

        using var again = MultiIndexHashIndex.Load(path);
        Assert.Equal(501, again.Count);
        Assert.Equal(500, first.Count);
        Assert.Equal(loaded.Find(default, PhotoHash.BitCount), again.Find(default, PhotoHash.BitCount));
    }

    [Fact]
    public void Save_Canceled_KeepsTheFormerFile()
    {
        var path = _folder.PathOf("index");
        using var index = Saved(path, 500);
        var before = File.ReadAllBytes(path);
        index.Add(Hashes.Ones, 1000);

        Assert.ThrowsAny<OperationCanceledException>(() => index.Save(path, new CancellationToken(canceled: true)));

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Root));
        Assert.Equal(501, index.Count);
    }

    [Fact]
    public void Save_Succeeded_LeavesNoOtherFile()
    {
        var path = _folder.PathOf("index");
        using var index = Saved(path, 500);

        Assert.Equal([path], Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void Load_Canceled_Throws()
    {
        var path = _folder.PathOf("index");
        using var index = Saved(path, 500);

        Assert.ThrowsAny<OperationCanceledException>(
            () => MultiIndexHashIndex.Load(path, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Save_ErasedEntry_IsNotInTheFile(string variant)
    {
        // However its bits are ordered, a hash of 251 ones stands out of uniform ones: no other 32 bytes have as many.
        const int Ones = 251;
        const long Key = 0x5A17_0FF1_C0DE_1234;
        var path = _folder.PathOf("index");
        var erased = Hashes.Neighbor(Hashes.Ones, PhotoHash.BitCount - Ones, new Random(1));
        using var index = IndexVariant.Named(variant).Create();
        index.AddRange([.. Hashes.Uniform(600, seed: 1).Select((hash, key) => new HammingEntry(hash, key))]);
        Assert.False(HoldsHashWithOnes(SavedBytes(index, path), Ones));
        index.Add(erased, Key);
        index.AddRange([.. Hashes.Uniform(600, seed: 2).Select((hash, key) => new HammingEntry(hash, 600 + key))]);
        Assert.True(HoldsHashWithOnes(SavedBytes(index, path), Ones));

        Assert.True(index.Remove(erased, Key));

        var bytes = SavedBytes(index, path);
        Assert.False(HoldsHashWithOnes(bytes, Ones));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(BitConverter.GetBytes(Key)));
        using var loaded = IndexVariant.Named(variant).Load(path);
        Assert.DoesNotContain(loaded.Find(default, PhotoHash.BitCount), match => match.Key == Key);
    }

    [Fact]
    public void Save_MostEntriesErased_IsHardlyLargerThanWithoutThem()
    {
        var entries = Hashes.Uniform(20_000, seed: 3).Select((hash, key) => new HammingEntry(hash, key)).ToArray();
        using var fresh = IndexVariant.Default.Create();
        fresh.AddRange(entries.AsSpan(0, 1000));
        using var index = IndexVariant.Default.Create();
        index.AddRange(entries);
        foreach (var entry in entries.AsSpan(1000))
        {
            Assert.True(index.Remove(entry.Hash, entry.Key));
        }

        var without = SavedBytes(fresh, _folder.PathOf("fresh")).Length;
        var erased = SavedBytes(index, _folder.PathOf("erased")).Length;

        // 19,000 hashes and keys would be 760,000 bytes.
        Assert.InRange(erased, 0, without + 40_000);
    }

    private static MultiIndexHashIndex Saved(string path, int count)
    {
        var index = IndexVariant.Default.Create();
        index.AddRange([.. Hashes.Uniform(count, seed: 4).Select((hash, key) => new HammingEntry(hash, key))]);
        index.Save(path);
        return index;
    }

    private static byte[] SavedBytes(MultiIndexHashIndex index, string path)
    {
        index.Save(path);
        return File.ReadAllBytes(path);
    }

    private static bool HoldsHashWithOnes(byte[] bytes, int ones)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            count += byte.PopCount(bytes[i]) - (i >= PhotoHash.ByteCount ? byte.PopCount(bytes[i - PhotoHash.ByteCount]) : 0);
            if (count == ones)
            {
                return true;
            }
        }

        return false;
    }
}
