using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>How much must agree before two photos are called one: votes, correlation and overlap, each at its limit.</summary>
public sealed class PatchEvidenceTests
{
    private const int Side = 256;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Match_CorrelationOfStrangersAndFewVotes_None(int votes) => Assert.Null(Match(votes, correlation: 0.925));

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Match_CorrelationOfStrangersAndManyVotes_IsSimilar(int votes)
    {
        var alteration = Match(votes, correlation: 0.925);

        Assert.Equal((PhotoCopyGrade.Similar, votes), (alteration?.Grade, alteration?.MatchedPatches));
    }

    [Fact]
    public void Match_CorrelationOfOnePicture_IsExactFromTwoVotes()
    {
        Assert.Equal(PhotoCopyGrade.Exact, Match(votes: 2, correlation: 0.97)?.Grade);
        Assert.Null(Match(votes: 1, correlation: 0.97));
    }

    [Fact]
    public void Match_LowCorrelation_NoneWhateverTheVotes() => Assert.Null(Match(votes: 32, correlation: 0.85));

    [Theory]
    [InlineData(0.40, false)]
    [InlineData(0.35, false)]
    [InlineData(0.32, false)]
    [InlineData(0.20, true)]
    [InlineData(0.10, true)]
    public void Match_PartsOfOneScene_OnlyWhereHalfIsCommon(double shift, bool isCopy) => Assert.All(Enumerable.Range(0, 6), seed =>
    {
        // A backdrop that two pictures share is the same to the pixel, and still not the same picture.
        const double Keep = 0.55;
        var scene = Scene.Draw(seed, 640, 640);
        var (first, second) = (scene.Crop(0, 0, Keep).Patches(), scene.Crop(shift, 0, Keep).Patches());
        Span<PatchMatch> matches = stackalloc PatchMatch[PatchMatches.MaximumCount];
        matches = matches[..PatchMatches.Find(first, second, matches)];
        var placement = PatchVotes.Find(first, second, matches, out _, CancellationToken.None);
        var agreement = ThumbnailAlignment.Compare(first, second, placement);

        Assert.InRange(agreement.Correlation, 0.95, 1);
        Assert.Equal(1 - (shift / Keep), agreement.OfQuery, 0.1);
        Assert.Equal(isCopy, PatchMatcher.Match(first, second) is not null);
    });

    [Fact]
    public void Refine_AnyPairAndStart_StaysNearTheStart()
    {
        var random = new Random(7);
        var moved = 0;
        for (var i = 0; i < 300; i++)
        {
            var (reference, other, mask) = (Blobs(random), Blobs(random), Enumerable.Repeat(1f, Side32 * Side32).ToArray());
            var scale = Math.Exp((random.NextDouble() - 0.5) * 0.8);
            var start = Affine.Similarity(scale, (random.NextDouble() - 0.5) * 0.4, (random.NextDouble() - 0.5) * 16, (random.NextDouble() - 0.5) * 16);
            var refined = ThumbnailRefinement.Refine(new(new(reference, mask), new(other, mask)), start);
            moved += refined == start ? 0 : 1;
            foreach (var (x, y) in ((int, int)[])[(0, 0), (Side32 - 1, 0), (0, Side32 - 1), (Side32 - 1, Side32 - 1)])
            {
                var ((u, v), (s, t)) = (start.Map(x, y), refined.Map(x, y));
                Assert.InRange(Math.Abs(u - s) + Math.Abs(v - t), 0, Side32 / 3.0 * scale);
            }
        }

        Assert.InRange(moved, 30, 300);
    }

    private const int Side32 = PatchThumbnail.Side;

    private static PhotoAlteration? Match(int votes, double correlation)
    {
        var (thumbnail, noisy) = Thumbnails(correlation);
        return PatchMatcher.Match(Photo(votes, 1, thumbnail), Photo(votes, 2, noisy));
    }

    /// <summary>A photo of 32 patches, some of which every such photo has, at the same places.</summary>
    private static PhotoPatches Photo(int common, int seed, float[] thumbnail)
    {
        var (shared, own) = (new Random(99), new Random(seed));
        Span<PatchPlace> places = stackalloc PatchPlace[32];
        Span<PhotoHash> hashes = stackalloc PhotoHash[32];
        for (var i = 0; i < places.Length; i++)
        {
            var (place, hash) = (PatchPlace.Of(20 + shared.Next(216), 20 + shared.Next(216), 6), Hash(shared));
            (places[i], hashes[i]) = (place, i < common ? hash : Hash(own));
        }

        Span<byte> packed = stackalloc byte[PatchThumbnail.ByteCount];
        PatchThumbnail.Pack(thumbnail, packed);
        return new(Side, Side, places, hashes, turned: null, packed);
    }

    private static PhotoHash Hash(Random random)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        random.NextBytes(bytes);
        return new(bytes);
    }

    /// <summary>A thumbnail, and the same with as much noise as gives the correlation.</summary>
    private static (float[] Thumbnail, float[] Noisy) Thumbnails(double correlation)
    {
        var thumbnail = Blobs(new Random(5));
        var (least, most) = (0f, 60f);
        float[] noisy = thumbnail;
        for (var round = 0; round < 24; round++)
        {
            var random = new Random(6);
            var amplitude = (least + most) / 2;
            noisy = [.. thumbnail.Select(value => Math.Clamp(value + (amplitude * (random.NextSingle() - 0.5f)), 0, 255))];
            var agreement = ThumbnailAlignment.Compare(Photo(0, 1, thumbnail), Photo(0, 2, noisy), new(new(1, 0, 0, 0, 1, 0), IsMirrored: false, Votes: 0));
            (least, most) = agreement.Correlation > correlation ? (amplitude, most) : (least, amplitude);
        }

        var reached = ThumbnailAlignment.Compare(Photo(0, 1, thumbnail), Photo(0, 2, noisy), new(new(1, 0, 0, 0, 1, 0), IsMirrored: false, Votes: 0));
        Assert.Equal(correlation, reached.Correlation, 0.01);
        return (thumbnail, noisy);
    }

    private static float[] Blobs(Random random)
    {
        var blobs = Enumerable.Range(0, 12).Select(_ => (
            X: random.NextDouble() * Side32, Y: random.NextDouble() * Side32, Radius: 2 + (5 * random.NextDouble()), Depth: (random.NextDouble() - 0.5) * 200)).ToArray();
        return [.. Enumerable.Range(0, Side32 * Side32).Select(i => (float)Math.Clamp(
            128 + blobs.Sum(blob => blob.Depth * Math.Exp(-(Math.Pow(((i % Side32) - blob.X) / blob.Radius, 2) + Math.Pow(((i / Side32) - blob.Y) / blob.Radius, 2)))), 0, 255))];
    }
}
