using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.Index;

/// <summary>What <see cref="MultiIndexHashIndex"/> promises beyond other indexes.</summary>
public sealed class MultiIndexHashIndexTests
{
    [Fact]
    public void Options_Default_BuildOnAllCores() => Assert.Equal(0, new MultiIndexHashOptions().BuildThreads);

    [Theory]
    [InlineData(-1)]
    [InlineData(1025)]
    public void Constructor_ThreadsOutOfRange_NamesTheOption(int threads)
    {
        var failure = Assert.Throws<OptionsValidationException>(
            () => new MultiIndexHashIndex(new MultiIndexHashOptions { BuildThreads = threads }));

        Assert.Contains("BuildThreads", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_OnceWarm_AllocatesNothing()
    {
        using var index = Filled(100_000, out var entries);
        var results = new List<HammingMatch>(16);
        var batch = new List<HammingMatch>(64);
        PhotoHash[] queries = [.. entries.Take(20).Select(entry => entry.Hash)];
        void SearchAll()
        {
            foreach (var query in queries)
            {
                results.Clear();
                index.Search(query, 31, results, TestContext.Current.CancellationToken);
            }

            batch.Clear();
            index.SearchBatch(queries, 31, batch, TestContext.Current.CancellationToken);
        }

        SearchAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        SearchAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(20, batch.Count);
    }

    [Fact]
    public void GetMemoryUsage_AcrossTheLifeOfAnIndex_CountsWhatItHolds()
    {
        var index = new MultiIndexHashIndex();
        Assert.Equal(default, index.GetMemoryUsage());

        index.AddRange(Entries(100_000));
        var (total, peak) = index.GetMemoryUsage();
        Assert.InRange(total, 32 * 100_000, 300 * 100_000);
        Assert.InRange(peak, total, long.MaxValue);

        index.Dispose();
        Assert.Equal(0, index.GetMemoryUsage().TotalBytes);
    }

    [Fact]
    public async Task CompactAsync_AfterMostWereRemoved_GivesTheirMemoryBack()
    {
        using var index = Filled(300_000, out var entries);
        var full = index.GetMemoryUsage().TotalBytes;
        foreach (var (hash, key) in entries.Skip(1000))
        {
            Assert.True(index.Remove(hash, key));
        }

        await index.CompactAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1000, index.Count);
        Assert.InRange(index.GetMemoryUsage().TotalBytes, 0, full / 2);
    }

    [Fact]
    public void AnyMember_AfterDispose_Throws()
    {
        var index = Filled(10, out var entries);
        index.Dispose();
        index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Add(default, 1));
        Assert.Throws<ObjectDisposedException>(() => index.Remove(entries[0].Hash, 0));
        Assert.Throws<ObjectDisposedException>(() => index.AddRange(entries));
        Assert.Throws<ObjectDisposedException>(() => index.Search(default, 31, [], TestContext.Current.CancellationToken));
    }

    private static MultiIndexHashIndex Filled(int count, out HammingEntry[] entries)
    {
        var index = new MultiIndexHashIndex();
        entries = Entries(count);
        index.AddRange(entries);
        return index;
    }

    private static HammingEntry[] Entries(int count)
    {
        var random = new Random(1);
        var bytes = new byte[PhotoHash.ByteCount];
        return [.. Enumerable.Range(0, count).Select(key =>
        {
            random.NextBytes(bytes);
            return new HammingEntry(new PhotoHash(bytes), key);
        })];
    }
}
