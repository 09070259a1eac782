using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>How much must agree before two photos are called one: votes, correlation and overlap, each at its limit.</summary>
public sealed class PatchEvidenceTests
{
    private const int Side = 256;
    private const int Side32 = PatchThumbnail.Side;

    private static readonly Affine Identity = new(1, 0, 0, 0, 1, 0);

    // Other shots of one session reach 0.93; one picture reaches more.
    private static readonly (float[], float[]) Unlike = Thumbnails(0.6, 0.89);
    private static readonly (float[], float[]) Alike = Thumbnails(0.91, 0.94);
    private static readonly (float[], float[]) Same = Thumbnails(0.96, 1);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Match_CorrelationOfStrangersAndFewVotes_None(int votes) => Assert.Null(Match(votes, Alike));

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Match_CorrelationOfStrangersAndManyVotes_IsNoCopy(int votes)
    {
        var alteration = Match(votes, Alike);

        Assert.Equal(votes, alteration?.MatchedPatches);
        Assert.True(alteration!.Grade < PhotoCopyGrade.Exact);
    }

    [Fact]
    public void Match_CorrelationOfOnePicture_IsExactFromTwoVotes()
    {
        Assert.Equal(PhotoCopyGrade.Exact, Match(votes: 2, Same)?.Grade);
        Assert.Null(Match(votes: 1, Same));
    }

    [Fact]
    public void Match_LowCorrelation_NoneWhateverTheVotes() => Assert.Null(Match(votes: 32, Unlike));

    /// <summary>A backdrop that two pictures share is the same to the pixel, and still not the same picture.</summary>
    [Fact]
    public void Match_LessThanHalfInCommon_NoneHoweverWellItAgrees()
    {
        var judged = 0;
        var found = new PatchMatch[PatchMatches.MaximumCount];
        for (var seed = 0; seed < 12; seed++)
        {
            var (first, second) = Parts(seed, shift: 0.4);
            var matches = found.AsSpan(0, PatchMatches.Find(first, second, found));
            var placement = PatchVotes.Find(first, second, matches, out _, CancellationToken.None);
            var agreement = placement.Votes < 2 ? default : ThumbnailAlignment.Compare(first, second, placement);
            if (agreement.Correlation >= 0.95 && Math.Max(agreement.OfQuery, agreement.OfStored) < 0.5)
            {
                judged++;
                Assert.Null(PatchMatcher.Match(first, second, TestContext.Current.CancellationToken));
            }
        }

        // Where corners look like a frame, the shares are of what is left.
        Assert.InRange(judged, 3, 12);
    }

    [Fact]
    public void Match_MostInCommon_IsExact() => Assert.All(Enumerable.Range(0, 6), seed =>
    {
        var (first, second) = Parts(seed, shift: 0.1);

        Assert.Equal(PhotoCopyGrade.Exact, PatchMatcher.Match(first, second)?.Grade);
    });

    [Fact]
    public void Refine_AnyPairAndStart_StaysNearTheStart()
    {
        var random = new Random(7);
        var moved = 0;
        for (var i = 0; i < 300; i++)
        {
            var mask = Enumerable.Repeat(1f, Side32 * Side32).ToArray();
            var scale = Math.Exp((random.NextDouble() - 0.5) * 0.4);
            var start = Affine.Similarity(scale, (random.NextDouble() - 0.5) * 0.2, (random.NextDouble() - 0.5) * 8, (random.NextDouble() - 0.5) * 8);

            // Every other pair is one picture, a pixel off its start; the rest have nothing in common.
            var seed = random.Next();
            var reference = Blobs(new(seed), start);
            var other = Blobs(new(i % 2 == 0 ? seed : seed + 1), Affine.Similarity(1, 0, 0.7, -0.5));
            var refined = ThumbnailRefinement.Refine(new(new(reference, mask), new(other, mask)), start);
            moved += refined == start ? 0 : 1;
            foreach (var (x, y) in ((int, int)[])[(0, 0), (Side32 - 1, 0), (0, Side32 - 1), (Side32 - 1, Side32 - 1)])
            {
                var ((u, v), (s, t)) = (start.Map(x, y), refined.Map(x, y));
                Assert.InRange(Math.Abs(u - s) + Math.Abs(v - t), 0, Side32 / 3.0 * scale);
            }
        }

        Assert.InRange(moved, 75, 225);
    }

    private static PhotoAlteration? Match(int votes, (float[] Thumbnail, float[] Changed) thumbnails) =>
        PatchMatcher.Match(Photo(votes, 1, thumbnails.Thumbnail), Photo(votes, 2, thumbnails.Changed));

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

    /// <summary>Two thumbnails whose correlation is in a range, whichever of the two is taken for the coarser one.</summary>
    private static (float[] Thumbnail, float[] Changed) Thumbnails(double minimum, double maximum)
    {
        var thumbnail = Blobs(new Random(5), Identity);
        var pairs =
            from seed in Enumerable.Range(6, 20)
            let added = Blobs(new Random(seed), Identity)
            from share in Enumerable.Range(1, 30)
            let changed = thumbnail.Zip(added, (value, more) => Math.Clamp(value + (share * (more - 128) / 20), 0, 255)).ToArray()
            where IsBetween(Correlation(thumbnail, changed, Identity)) && IsBetween(Correlation(thumbnail, changed, Affine.Similarity(1.000001, 0, 0, 0)))
            select changed;
        return (thumbnail, pairs.First());

        bool IsBetween(double correlation) => correlation >= minimum && correlation <= maximum;
    }

    private static double Correlation(float[] thumbnail, float[] changed, Affine map) =>
        ThumbnailAlignment.Compare(Photo(0, 1, thumbnail), Photo(0, 2, changed), new(map, IsMirrored: false, Votes: 0, Extent: 0)).Correlation;

    private static (PhotoPatches First, PhotoPatches Second) Parts(int seed, double shift)
    {
        const double Keep = 0.6;
        var scene = Scene.Draw(seed);
        return (scene.Crop(0, 0, Keep).Patches(), scene.Crop(0, shift, Keep).Patches());
    }

    private static float[] Blobs(Random random, Affine map)
    {
        var blobs = Enumerable.Range(0, 12).Select(_ => (
            X: random.NextDouble() * Side32, Y: random.NextDouble() * Side32, Radius: 2 + (5 * random.NextDouble()), Depth: (random.NextDouble() - 0.5) * 200)).ToArray();
        return [.. Enumerable.Range(0, Side32 * Side32).Select(i =>
        {
            var (x, y) = map.Map(i % Side32, i / Side32);
            return (float)Math.Clamp(
                128 + blobs.Sum(blob => blob.Depth * Math.Exp(-(Math.Pow((x - blob.X) / blob.Radius, 2) + Math.Pow((y - blob.Y) / blob.Radius, 2)))), 0, 255);
        })];
    }
}
