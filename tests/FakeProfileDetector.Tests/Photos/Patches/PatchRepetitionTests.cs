using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>In a repeating pattern every patch resembles every other: work and memory stay bounded. Counted, not timed.</summary>
public sealed class PatchRepetitionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Patterns => ["checkerboard", "tiles", "wallpaper", "stripes and dots"];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Match_RepeatingPattern_TakesBoundedWork(string name)
    {
        var (query, stored) = (Patches(Pattern(name, shift: 0)), Patches(Pattern(name, shift: 7)));
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
        var (query, stored) = (Patches(Pattern("tiles", shift: 0)), Patches(Pattern("tiles", shift: 7)));
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

    private static Scene Pattern(string name, int shift) => Scene.Paint(400, 400, (x, y) =>
    {
        var (u, v) = (x + shift, y + shift);
        return name switch
        {
            "checkerboard" => (((u / 40) + (v / 40)) & 1) == 0 ? 40 : 210,
            "tiles" => u % 50 < 4 || v % 50 < 4 ? 60 : 200 - Bump(u % 50, v % 50, 27, 27, 9, 90),
            "wallpaper" => 128 + Bump(u % 40, v % 40, 20, 20, 6, 90) - Bump((u + 20) % 40, (v + 20) % 40, 20, 20, 4, 70),
            _ => 128 + (u % 32 < 16 ? 30 : -30) + Bump(u % 32, v % 32, 16, 16, 5, 80),
        };
    });

    private static double Bump(int x, int y, int middleX, int middleY, double radius, double height) =>
        height * Math.Exp(-(Math.Pow((x - middleX) / radius, 2) + Math.Pow((y - middleY) / radius, 2)));
}
