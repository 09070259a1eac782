using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>What every <see cref="IHammingIndex"/> must do. The tests of an index inherit it and are named {Index}ConformanceTests.</summary>
public abstract partial class HammingIndexConformanceTests : IDisposable
{
    private readonly List<IHammingIndex> _created = [];

    /// <summary>Names of the variants of the index; those who inherit hide it with theirs.</summary>
    public static TheoryData<string> Variants => [];

    protected abstract IHammingIndex NewIndex(string variant);

    public void Dispose()
    {
        foreach (var index in _created.OfType<IDisposable>())
        {
            index.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Count_AddsAndRemoves_IsWhatRemains(string variant)
    {
        var index = Create(variant);
        Assert.Equal(0, index.Count);
        var entries = Entries(Hashes.Uniform(300, seed: 1));

        index.AddRange(entries);
        Assert.Equal(300, index.Count);
        index.Add(entries[0].Hash, 0);
        Assert.Equal(301, index.Count);
        index.Remove(entries[0].Hash, 0);
        index.Remove(entries[1].Hash, 999);
        Assert.Equal(300, index.Count);
        Assert.All(entries, entry => index.Remove(entry.Hash, entry.Key));
        Assert.Equal(0, index.Count);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Add_KeyOutOfRange_ThrowsAndAddsNothing(string variant)
    {
        var index = Create(variant);

        Assert.Throws<ArgumentOutOfRangeException>(() => index.Add(default, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Add(default, long.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Remove(default, -1));
        Assert.ThrowsAny<ArgumentException>(() => index.AddRange([new(default, 1), new(default, -1)]));
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Find(default, PhotoHash.BitCount));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_RadiusOutOfRange_Throws(string variant)
    {
        var index = Create(variant);
        index.Add(default, 1);

        foreach (var radius in new[] { int.MinValue, -1, PhotoHash.BitCount + 1, int.MaxValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => index.Search(default, radius, []));
            Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchBatch([default], radius, []));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_ResultsNull_Throws(string variant)
    {
        var index = Create(variant);

        Assert.Throws<ArgumentNullException>(() => index.Search(default, 0, null!));
        Assert.Throws<ArgumentNullException>(() => index.SearchBatch([default], 0, null!));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_Canceled_ThrowsAndTheIndexStaysUsable(string variant)
    {
        var index = Create(variant);
        index.AddRange(Entries(Hashes.Uniform(200, seed: 2)));
        var canceled = new CancellationToken(canceled: true);

        foreach (var radius in new[] { 0, 31, PhotoHash.BitCount })
        {
            Assert.ThrowsAny<OperationCanceledException>(() => index.Search(default, radius, [], canceled));
            Assert.ThrowsAny<OperationCanceledException>(() => index.SearchBatch([default, Hashes.Ones], radius, [], canceled));
        }

        Assert.Equal(200, index.Find(default, PhotoHash.BitCount).Length);
    }

    private protected IHammingIndex Create(string variant)
    {
        var index = NewIndex(variant);
        _created.Add(index);
        return index;
    }

    private protected static HammingEntry[] Entries(PhotoHash[] hashes, long firstKey = 0) =>
        [.. hashes.Select((hash, i) => new HammingEntry(hash, firstKey + i))];
}
