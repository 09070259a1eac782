using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <content>What searches find.</content>
public abstract partial class HammingIndexConformanceTests
{
    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_EmptyIndex_FindsNothing(string variant)
    {
        var index = Create(variant);

        foreach (var radius in new[] { 0, 31, 128, PhotoHash.BitCount })
        {
            Assert.Empty(index.Find(default, radius));
            Assert.Empty(index.Find(Hashes.Ones, radius));
            Assert.Equal([[], []], index.FindBatch([default, Hashes.Ones], radius));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_RadiusZero_ReturnsOnlyEqualHashes(string variant)
    {
        var index = Create(variant);
        var random = new Random(3);
        var hash = Hashes.Uniform(random);
        index.Add(hash, 1);
        for (var i = 0; i < 300; i++)
        {
            index.Add(Hashes.Neighbor(hash, 1 + (i % 5), random), 2 + i);
        }

        Assert.Equal([new(1, 0)], index.Find(hash, 0));
        Assert.Empty(index.Find(Hashes.Neighbor(hash, 40, random), 0));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_Radius256_ReturnsEverything(string variant)
    {
        var index = Create(variant);
        var entries = Entries([.. Hashes.Uniform(700, seed: 4), Hashes.Zeros, Hashes.Ones]);
        index.AddRange(entries);

        foreach (var query in new[] { Hashes.Zeros, Hashes.Ones, entries[0].Hash })
        {
            Assert.Equal(IndexSearches.Expect(entries, query, PhotoHash.BitCount), index.Find(query, PhotoHash.BitCount));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_NeighborsAtEveryDistance_EveryRadiusFindsThoseWithin(string variant)
    {
        var index = Create(variant);
        var random = new Random(5);
        var query = Hashes.Uniform(random);
        var entries = Entries([.. Enumerable.Range(0, PhotoHash.BitCount + 1).Select(distance => Hashes.Neighbor(query, distance, random))]);
        random.Shuffle(entries);
        index.AddRange(entries.AsSpan(0, 200));
        foreach (var entry in entries.AsSpan(200))
        {
            index.Add(entry.Hash, entry.Key);
        }

        for (var radius = 0; radius <= PhotoHash.BitCount; radius++)
        {
            // Keys are the distances.
            Assert.Equal(Enumerable.Range(0, radius + 1).Select(distance => new HammingMatch(distance, distance)), index.Find(query, radius));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_ManyNeighborsAtThePlansRadius_FindsAll(string variant)
    {
        // Radii around those for which bands and probes are planned, with the differing bits spread and bunched.
        var index = Create(variant);
        var random = new Random(6);
        var query = Hashes.Uniform(random);
        var entries = new List<HammingEntry>();
        for (var distance = 28; distance <= 40; distance++)
        {
            for (var copy = 0; copy < 40; copy++)
            {
                var hash = copy % 2 == 0 ? Hashes.Neighbor(query, distance, random) : Bunched(query, distance, random);
                entries.Add(new(hash, entries.Count));
            }
        }

        index.AddRange([.. entries]);

        for (var radius = 27; radius <= 41; radius++)
        {
            IndexSearches.AssertSame(IndexSearches.Expect(entries, query, radius), index.Find(query, radius), query, radius);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Search_ResultsHeldBefore_AreKept(string variant)
    {
        var index = Create(variant);
        index.Add(Hashes.Ones, 7);
        var list = new List<HammingMatch> { new(1, 2) };
        var linked = new LinkedList<HammingMatch>([new(1, 2)]);
        var batch = new LinkedList<HammingMatch>([new(9, 8, 7)]);

        index.Search(Hashes.Ones, 0, list);
        index.Search(Hashes.Ones, 0, list);
        index.Search(Hashes.Ones, 31, linked);
        index.SearchBatch([Hashes.Ones], 31, batch);

        Assert.Equal([new(1, 2), new(7, 0), new(7, 0)], list);
        Assert.Equal([new(1, 2), new(7, 0)], linked);
        Assert.Equal([new(9, 8, 7), new(7, 0, 0)], batch);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void SearchBatch_AnyLength_EqualsSingleSearches(string variant)
    {
        var index = Create(variant);
        var random = new Random(8);
        var entries = Entries(new HashSource(HashFamily.Mixed, seed: 8).Next(1500));
        index.AddRange(entries);

        foreach (var length in new[] { 0, 1, 2, 7, 8, 63, 64, 65, 200 })
        {
            // Some queries come twice, and some find nothing.
            var queries = Enumerable.Range(0, length)
                .Select(i => i % 5 == 4 ? Hashes.Uniform(random) : Hashes.Neighbor(entries[random.Next(100)].Hash, random.Next(40), random))
                .Select((query, i) => i % 7 == 6 ? entries[0].Hash : query)
                .ToArray();
            foreach (var radius in new[] { 0, 31, 45, 120 })
            {
                Assert.Equal(Array.ConvertAll(queries, query => index.Find(query, radius)), index.FindBatch(queries, radius));
            }
        }
    }

    /// <summary>A neighbor whose differing bits are a run, which spoils as few bands as can be.</summary>
    private static PhotoHash Bunched(PhotoHash hash, int distance, Random random)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        hash.CopyTo(bytes);
        var first = random.Next(PhotoHash.BitCount);
        for (var i = 0; i < distance; i++)
        {
            var bit = (first + i) % PhotoHash.BitCount;
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return new(bytes);
    }
}
