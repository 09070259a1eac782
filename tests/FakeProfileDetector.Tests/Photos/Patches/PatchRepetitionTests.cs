using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>In a repeating pattern every patch resembles every other: work and memory stay bounded. Counted, not timed.</summary>
public sealed class PatchRepetitionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Patterns => ["tiles", "small tiles", "mirrored tiles", "checkerboard"];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Match_RepeatingPattern_TakesBoundedWork(string name)
    {
        var (query, stored) = (Patches(Pattern(name, shift: 0)), Patches(Pattern(name, shift: 16)));
        var all = CountAll(query, stored);
        Span<PatchMatch> matches = stackalloc PatchMatch[PatchMatches.MaximumCount];
        matches = matches[..PatchMatches.Find(query, stored, matches)];
        PatchVotes.Find(query, stored, matches, out var comparisons, CancellationToken.None);

        output.WriteLine($"{query.Count} patches, {all} matches, {matches.Length} kept, {comparisons} comparisons");
        Assert.InRange(all, PatchMatches.MaximumCount + 1, int.MaxValue);
        Assert.InRange(matches.Length, 1, PatchMatches.MaximumCount);
        Assert.InRange(comparisons, 1, PatchVotes.MaximumComparisons + (4 * PatchMatches.MaximumCount));
    }

    [Fact]
    public void Find_RepeatingPattern_KeepsTheNearestOfEachPatch()
    {
        var (query, stored) = (Patches(Pattern("tiles", shift: 0)), Patches(Pattern("tiles", shift: 16)));
        var matches = new PatchMatch[PatchMatches.MaximumCount];
        var kept = matches[..PatchMatches.Find(query, stored, matches)];

        Assert.Equal(kept.OrderBy(match => match.Distance).Select(match => match.Distance), kept.Select(match => match.Distance));
        Assert.All(kept.GroupBy(match => match.Query), ofPatch =>
        {
            Assert.InRange(ofPatch.Count(), 1, PatchMatches.MaximumOfPatch);
            var nearest = Distances(query, ofPatch.Key, stored).Order().Take(PatchMatches.MaximumOfPatch);
            Assert.Equal(nearest, ofPatch.Select(match => match.Distance).Order());
        });
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Match_TheSamePatternTwice_IsStillFound(string name)
    {
        var patches = Patches(Pattern(name, shift: 0));

        Assert.Equal(PhotoCopyGrade.Exact, PatchMatcher.Match(patches, patches.Stored(), TestContext.Current.CancellationToken)?.Grade);
    }

    [Fact]
    public void Match_OrdinaryPicture_LetsEveryMatchProposeAPlacement() => Assert.All(Enumerable.Range(0, 6), seed =>
    {
        var scene = Scene.Draw(seed);
        var (query, stored) = (Patches(scene.Crop(0.05, 0.05, 0.9)), Patches(scene));
        var all = CountAll(query, stored);
        Span<PatchMatch> matches = stackalloc PatchMatch[PatchMatches.MaximumCount];
        var count = PatchMatches.Find(query, stored, matches);

        output.WriteLine($"{all} matches");
        Assert.Equal(all, count);
        Assert.InRange(4 * count * count, 1, PatchVotes.MaximumComparisons);
    });

    [Fact]
    public void Match_Canceled_Throws()
    {
        var patches = Patches(Pattern("tiles", shift: 0));

        Assert.Throws<OperationCanceledException>(() => PatchMatcher.Match(patches, patches, new CancellationToken(canceled: true)));
    }

    private static int CountAll(PhotoPatches query, PhotoPatches stored) =>
        Enumerable.Range(0, query.Count).Sum(patch => Distances(query, patch, stored).Count());

    private static IEnumerable<int> Distances(PhotoPatches query, int patch, PhotoPatches stored)
    {
        PhotoHash[] turns = [query.Hashes[patch], query.Turned[2 * patch], query.Turned[(2 * patch) + 1]];
        var others = stored.Hashes.ToArray();
        return from turn in turns
               from hash in (PhotoHash[])[turn, PatchDescriptor.Mirror(turn)]
               from other in others
               let distance = hash.DistanceTo(other)
               where distance <= PatchMatches.Radius
               select distance;
    }

    private static PhotoPatches Patches(Scene scene)
    {
        var result = new PhotoFingerprinter(new SceneDecoder(scene), new() { MaximumPatches = PhotoPatches.MaximumCount }).Fingerprint([1]);
        return result.Fingerprint!.Patches!;
    }

    /// <summary>One tile over and over, with enough in it for patches to be told apart from those of any other tile.</summary>
    private static Scene Pattern(string name, int shift)
    {
        var side = name == "small tiles" ? 32 : 64;
        var random = new Random(3);
        var bumps = Enumerable.Range(0, 8).Select(i => (
            X: random.NextDouble() * side, Y: random.NextDouble() * side, Radius: 3 + (3 * random.NextDouble()), Height: i == 0 ? 110 : 60 * (random.NextDouble() - 0.5))).ToArray();
        return Scene.Paint(512, 512, (x, y) =>
        {
            var (u, v) = ((x + shift) % side, (y + shift) % side);
            if (name == "mirrored tiles" && ((x + shift) / side) % 2 == 1)
            {
                u = side - 1 - u;
            }

            var luma = bumps.Sum(bump => bump.Height * Math.Exp(-(Square(Around(u - bump.X, side)) + Square(Around(v - bump.Y, side))) / Square(bump.Radius)));
            return 128 + (name == "checkerboard" && (((x + shift) / side) + ((y + shift) / side)) % 2 == 1 ? -luma : luma);
        });
    }

    private static double Around(double distance, int side) => distance - (side * Math.Round(distance / side));

    private static double Square(double value) => value * value;
}
