using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>One default avatar on a hundred thousand profiles. Whatever costs a walk over all copies for each would hang here.</summary>
public sealed class MultiIndexHashIndexDuplicatesTests : IDisposable
{
    private const int Copies = 100_000;
    private const int Others = 100_000;

    private static readonly PhotoHash Avatar = Hashes.Uniform(new Random(77));

    private readonly MultiIndexHashIndex _index = IndexVariant.Default.Create();

    public static TheoryData<string> Merging => [.. IndexVariant.Merging.Select(variant => variant.Name)];

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Search_HundredThousandEqualHashes_EqualsTheScan()
    {
        var entries = AvatarsAmongOthers();
        IHammingIndex scan = new LinearScanIndex();
        scan.AddRange(entries);
        _index.AddRange(entries);

        CompareAround(scan);
        await _index.CompactAsync(TestContext.Current.CancellationToken);
        CompareAround(scan);
    }

    [Fact]
    public void Search_EqualHashesAddedOneByOne_FindsAll()
    {
        for (var i = 0; i < Copies; i++)
        {
            _index.Add(Avatar, i);
        }

        Assert.Equal(Copies, _index.Count);
        Assert.Equal(Enumerable.Range(0, Copies).Select(i => new HammingMatch(i, 0)), _index.Find(Avatar, 31));
        Assert.Empty(_index.Find(Hashes.Neighbor(Avatar, 32, new Random(1)), 31));
    }

    [Fact]
    public async Task Remove_HundredThousandEqualHashesOneByOne_LeavesTheOthers()
    {
        var entries = AvatarsAmongOthers();
        _index.AddRange(entries);
        await _index.CompactAsync(TestContext.Current.CancellationToken);
        var avatars = entries.Where(entry => entry.Hash == Avatar).ToArray();

        for (var i = 0; i < avatars.Length; i++)
        {
            Assert.True(_index.Remove(Avatar, avatars[i].Key));
            if (i % 25_000 == 0)
            {
                Assert.Equal(Copies - i - 1, _index.Find(Avatar, 20).Length);
                Assert.False(_index.Remove(Avatar, avatars[i].Key));
            }
        }

        IHammingIndex others = new LinearScanIndex();
        others.AddRange(entries.Where(entry => entry.Hash != Avatar).ToArray());
        Assert.Equal(Others, _index.Count);
        CompareAround(others);
        await _index.CompactAsync(TestContext.Current.CancellationToken);
        CompareAround(others);
    }

    [Theory]
    [MemberData(nameof(Merging))]
    public async Task Remove_EqualEntriesInManySegments_TakesOneEach(string variant)
    {
        // The very same hash and key, spread over memtable and segments by what is added between.
        const int Equal = 600;
        using var index = IndexVariant.Named(variant).Create();
        var others = Hashes.Uniform(Equal, seed: 2);
        for (var i = 0; i < Equal; i++)
        {
            index.Add(Avatar, 5);
            index.Add(others[i], 1000 + i);
        }

        for (var left = Equal; left > 0; left--)
        {
            Assert.Equal(Enumerable.Repeat(new HammingMatch(5, 0), left), index.Find(Avatar, 31));
            Assert.True(index.Remove(Avatar, 5));
            if (left == Equal / 2)
            {
                await index.CompactAsync(TestContext.Current.CancellationToken);
            }
        }

        Assert.False(index.Remove(Avatar, 5));
        Assert.Equal(
            Enumerable.Range(1000, Equal).Select(key => (long)key),
            index.Find(default, PhotoHash.BitCount).Select(match => match.Key));
    }

    private static HammingEntry[] AvatarsAmongOthers()
    {
        var entries = new HammingEntry[Copies + Others];
        Array.Fill(entries, new(Avatar, 0), 0, Copies);
        Hashes.Uniform(Others, seed: 1).Select(hash => new HammingEntry(hash, 0)).ToArray().CopyTo(entries, Copies);
        for (var key = 0; key < entries.Length; key++)
        {
            entries[key] = new(entries[key].Hash, key);
        }

        new Random(1).Shuffle(entries);
        return entries;
    }

    private void CompareAround(IHammingIndex scan)
    {
        var random = new Random(3);
        foreach (var distance in new[] { 0, 1, 20, 31, 32, 40, 60 })
        {
            _index.AssertSameAs(scan, Hashes.Neighbor(Avatar, distance, random), 31);
        }

        var elsewhere = new List<PhotoHash>(Hashes.Uniform(20, seed: 4));
        elsewhere.AddRange(Hashes.Uniform(30, seed: 1).Select(hash => Hashes.Neighbor(hash, random.Next(40), random)));
        foreach (var query in elsewhere)
        {
            _index.AssertSameAs(scan, query, 31);
            _index.AssertSameAs(scan, query, 40);
        }

        Assert.Equal(elsewhere.ConvertAll(query => scan.Find(query, 31)), _index.FindBatch([.. elsewhere], 31));
    }
}
