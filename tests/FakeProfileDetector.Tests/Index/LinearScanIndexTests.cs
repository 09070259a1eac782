using CsCheck;
using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

public sealed class LinearScanIndexTests
{
    private static readonly Gen<PhotoHash> Hash = Gen.Byte.Array[PhotoHash.ByteCount].Select(bytes => new PhotoHash(bytes));

    [Fact]
    public void Search_RandomHistoryOfAddsAndRemoves_EqualsAList()
    {
        // Few distinct hashes and keys, so that equal hashes, repeated keys and removals of what is absent all come up.
        var operation = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Long[0, 6]);
        Gen.Select(Hash.Array[6], operation.Array[0, 200], Gen.Int[0, PhotoHash.BitCount]).Sample((hashes, operations, radius) =>
        {
            IHammingIndex index = new LinearScanIndex();
            var list = new List<(PhotoHash Hash, long Key)>();
            foreach (var (kind, which, key) in operations)
            {
                if (kind > 0)
                {
                    index.Add(hashes[which], key);
                    list.Add((hashes[which], key));
                }
                else
                {
                    Assert.Equal(list.Remove((hashes[which], key)), index.Remove(hashes[which], key));
                }
            }

            Assert.Equal(list.Count, index.Count);
            var expected = list.Select(entry => new HammingMatch(entry.Key, hashes[0].DistanceTo(entry.Hash)))
                .Where(match => match.Distance <= radius).Order(ByKey).ToArray();
            Assert.Equal(expected, Search(index, hashes[0], radius));
        });
    }

    [Fact]
    public void Search_NeighborsAtEveryDistance_FindsThoseWithinTheRadius()
    {
        var random = new Random(1);
        IHammingIndex index = new LinearScanIndex();
        var query = RandomHash(random);
        for (var i = 0; i < 5000; i++)
        {
            index.Add(RandomHash(random), 1000 + i);
        }

        for (var distance = 0; distance <= 40; distance++)
        {
            index.Add(Neighbor(query, distance, random), distance);
        }

        for (var radius = 0; radius <= 40; radius++)
        {
            Assert.Equal(
                Enumerable.Range(0, radius + 1).Select(distance => new HammingMatch(distance, distance)),
                Search(index, query, radius));
        }
    }

    [Fact]
    public void Search_RadiusZero_ReturnsOnlyEqualHashes()
    {
        IHammingIndex index = new LinearScanIndex();
        var hash = RandomHash(new Random(2));
        index.Add(hash, 1);
        index.Add(Neighbor(hash, 1, new Random(3)), 2);

        Assert.Equal([new HammingMatch(1, 0)], Search(index, hash, 0));
    }

    [Fact]
    public void Search_Radius256_ReturnsEverything()
    {
        IHammingIndex index = new LinearScanIndex();
        for (var i = 0; i < 3000; i++)
        {
            index.Add(RandomHash(new Random(i)), i);
        }

        Assert.Equal(3000, Search(index, default, PhotoHash.BitCount).Length);
    }

    [Fact]
    public void Remove_MostOfMany_KeepsTheRestFindable()
    {
        // Enough to make the arrays move, which happens when half of the entries are removed ones.
        IHammingIndex index = new LinearScanIndex();
        var hashes = Enumerable.Range(0, 5000).Select(i => RandomHash(new Random(i))).ToArray();
        for (var i = 0; i < hashes.Length; i++)
        {
            index.Add(hashes[i], i);
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            if (i % 10 != 0)
            {
                Assert.True(index.Remove(hashes[i], i));
            }
        }

        Assert.Equal(500, index.Count);
        for (var i = 0; i < hashes.Length; i++)
        {
            Assert.Equal(i % 10 == 0 ? 1 : 0, Search(index, hashes[i], 0).Length);
        }
    }

    [Fact]
    public async Task Search_WhileOthersWrite_FindsWhatWasAddedAndNothingRemoved()
    {
        IHammingIndex index = new LinearScanIndex();
        var hashes = Enumerable.Range(0, 4000).Select(i => RandomHash(new Random(i))).ToArray();
        var added = -1;
        var failures = 0;
        var writer = Task.Run(
            () =>
            {
                for (var i = 0; i < hashes.Length; i++)
                {
                    index.Add(hashes[i], i);
                    Volatile.Write(ref added, i);
                    if (i >= 1000)
                    {
                        index.Remove(hashes[i - 1000], i - 1000);
                    }
                }
            },
            TestContext.Current.CancellationToken);
        var reader = Task.Run(
            () =>
            {
                while (!writer.IsCompleted)
                {
                    var newest = Volatile.Read(ref added);
                    if (newest >= 0 && Search(index, hashes[newest], 0).Length == 0 && Volatile.Read(ref added) < newest + 1000)
                    {
                        failures++;
                    }
                }
            },
            TestContext.Current.CancellationToken);
        await Task.WhenAll(writer, reader);

        Assert.Equal(0, failures);
        Assert.Equal(1000, index.Count);
        Assert.All(Enumerable.Range(0, 3000), i => Assert.Empty(Search(index, hashes[i], 0)));
    }

    [Fact]
    public void Arguments_OutOfRange_Throw()
    {
        IHammingIndex index = new LinearScanIndex();
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Search(default, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Search(default, 257, []));
        Assert.Throws<ArgumentNullException>(() => index.Search(default, 0, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Add(default, -1));
        index.Add(default, 1);
        Assert.Throws<OperationCanceledException>(() => index.Search(default, 0, [], new CancellationToken(canceled: true)));
    }

    private static Comparison<HammingMatch> Compare => static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Distance.CompareTo(b.Distance);

    private static IComparer<HammingMatch> ByKey => Comparer<HammingMatch>.Create(Compare);

    private static HammingMatch[] Search(IHammingIndex index, PhotoHash query, int radius)
    {
        var results = new List<HammingMatch>();
        index.Search(query, radius, results);
        return [.. results.Order(ByKey)];
    }

    private static PhotoHash RandomHash(Random random)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        random.NextBytes(bytes);
        return new(bytes);
    }

    private static PhotoHash Neighbor(PhotoHash hash, int distance, Random random)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        hash.CopyTo(bytes);
        foreach (var bit in Enumerable.Range(0, PhotoHash.BitCount).OrderBy(_ => random.Next()).Take(distance))
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return new(bytes);
    }
}
