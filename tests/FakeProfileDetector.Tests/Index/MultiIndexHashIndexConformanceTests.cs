using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>The suite on every tuning and kernel, and what this index has beyond <see cref="IHammingIndex"/>.</summary>
public sealed class MultiIndexHashIndexConformanceTests : HammingIndexConformanceTests
{
    public static new TheoryData<string> Variants => [.. IndexVariant.All.Select(variant => variant.Name)];

    protected override IHammingIndex NewIndex(string variant) => IndexVariant.Named(variant).Create();

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task CompactAsync_AfterChanges_ChangesNoAnswer(string variant)
    {
        var index = (MultiIndexHashIndex)Create(variant);
        await index.CompactAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, index.Count);
        var entries = Entries(new HashSource(HashFamily.Mixed, seed: 1).Next(2000));
        index.AddRange(entries);
        Assert.All(entries.Take(700), entry => Assert.True(index.Remove(entry.Hash, entry.Key)));

        // The second one has nothing to do.
        await index.CompactAsync(TestContext.Current.CancellationToken);
        await index.CompactAsync(TestContext.Current.CancellationToken);

        var kept = entries.Skip(700).ToArray();
        Assert.Equal(1300, index.Count);
        Assert.Equal(IndexSearches.Expect(kept, default, PhotoHash.BitCount), index.Find(default, PhotoHash.BitCount));
        Assert.All(entries.Where(entry => entry.Key % 20 == 0), entry => IndexSearches.AssertSame(
            IndexSearches.Expect(kept, entry.Hash, 31), index.Find(entry.Hash, 31), entry.Hash, 31));
        Assert.All(kept, entry => Assert.True(index.Remove(entry.Hash, entry.Key)));
        await index.CompactAsync(TestContext.Current.CancellationToken);
        Assert.Empty(index.Find(default, PhotoHash.BitCount));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void AddRange_Sequence_IsVisibleWhenItReturns(string variant)
    {
        var index = (MultiIndexHashIndex)Create(variant);
        var entries = Entries(Hashes.Uniform(1700, seed: 2));
        index.AddRange(entries.AsSpan(0, 100));

        index.AddRange(Enumerable.Empty<HammingEntry>(), TestContext.Current.CancellationToken);
        index.AddRange(entries.Skip(100), TestContext.Current.CancellationToken);

        Assert.Equal(1700, index.Count);
        Assert.Equal(IndexSearches.Expect(entries, default, PhotoHash.BitCount), index.Find(default, PhotoHash.BitCount));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void AddRange_SequenceThatEndsBadly_AddsNothingAndKeepsNoMemory(string variant)
    {
        var index = (MultiIndexHashIndex)Create(variant);
        index.Add(Hashes.Ones, 1);
        var entries = Entries(Hashes.Uniform(50, seed: 3), firstKey: 10);
        var before = index.GetMemoryUsage().TotalBytes;

        Assert.Throws<ArgumentOutOfRangeException>(() => index.AddRange(entries.Append(new(default, -1))));
        Assert.Throws<ArgumentNullException>(() => index.AddRange((IEnumerable<HammingEntry>)null!));
        Assert.Throws<InvalidOperationException>(() => index.AddRange(entries.Concat(Broken())));
        Assert.Throws<OperationCanceledException>(() => index.AddRange(entries.AsEnumerable(), new CancellationToken(canceled: true)));

        Assert.Equal([new(1, 0)], index.Find(default, PhotoHash.BitCount).Select(match => new HammingMatch(match.Key, 0)));
        Assert.Equal(1, index.Count);
        Assert.Equal(before, index.GetMemoryUsage().TotalBytes);
        index.Add(Hashes.Ones, 2);
        Assert.Equal([new(1, 0), new(2, 0)], index.Find(Hashes.Ones, 31));

        static IEnumerable<HammingEntry> Broken() => Enumerable.Range(0, 1).Select(HammingEntry (_) => throw new InvalidOperationException());
    }
}
