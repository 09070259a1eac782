using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

/// <summary>A picture that fits under several transforms is reported under the nearest, and of equal ones the first.</summary>
public sealed class NearestTransformTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FindPhotoUsesAsync_IndexOfAnyOrder_ReportsTheNearestAndOfEqualOnesTheFirst(bool isReversed)
    {
        var random = new Random(1);
        var shown = new HashSet<DihedralTransform>();
        for (var round = 0; round < 60; round++)
        {
            // Turned over its diagonal it is nearly itself, so that transforms come in pairs, some of them at equal distances.
            var symmetric = Hashes.Symmetric(Hashes.Uniform(random));
            var turned = DihedralHashes.Derive(symmetric).Get((DihedralTransform)(round % 8));
            var stored = Hashes.Neighbor(turned, round % 5, random);
            var photo = new PhotoFingerprint(Hashes.Neighbor(symmetric, round % 3, random), 100);
            using var registry = new ProfileRegistry(NoDecoder.Fingerprinter, index: new OrderedIndex(isReversed), time: new FixedTime(Now));
            await registry.EnrollAsync(Member("a", "Ana Horvat", new(stored, 100)), Token);

            var use = Assert.Single((await registry.FindPhotoUsesAsync(photo, cancellationToken: Token)).Uses);

            var nearest = Enum.GetValues<DihedralTransform>().MinBy(transform => photo.Dihedral.Get(transform).DistanceTo(stored));
            Assert.Equal((nearest, photo.Dihedral.Get(nearest).DistanceTo(stored)), (use.Transform, use.Distance));
            shown.Add(nearest);
        }

        Assert.True(shown.Count >= 4);
    }

    /// <summary>Gives what it finds in the order of the queries, or the other way round: an index promises no order.</summary>
    private sealed class OrderedIndex(bool isReversed) : IHammingIndex
    {
        private readonly IHammingIndex _index = new LinearScanIndex();

        public long Count => _index.Count;

        public void Add(PhotoHash hash, long key) => _index.Add(hash, key);

        public void AddRange(ReadOnlySpan<HammingEntry> entries) => _index.AddRange(entries);

        public bool Remove(PhotoHash hash, long key) => _index.Remove(hash, key);

        public void Search(PhotoHash query, int radius, ICollection<HammingMatch> results, CancellationToken cancellationToken = default) =>
            _index.Search(query, radius, results, cancellationToken);

        public void SearchBatch(
            ReadOnlySpan<PhotoHash> queries, int radius, ICollection<HammingMatch> results, CancellationToken cancellationToken = default)
        {
            var found = new List<HammingMatch>();
            _index.SearchBatch(queries, radius, found, cancellationToken);
            foreach (var match in isReversed ? found.OrderByDescending(match => match.Query) : found.OrderBy(match => match.Query))
            {
                results.Add(match);
            }
        }
    }
}
