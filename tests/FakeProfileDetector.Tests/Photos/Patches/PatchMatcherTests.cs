using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

public sealed class PatchMatcherTests
{
    [Theory]
    [InlineData(0.1, 0.05, 0.9)]
    [InlineData(0.2, 0.1, 0.8)]
    [InlineData(0.0, 0.3, 0.7)]
    [InlineData(0.2, 0.2, 0.65)]
    public void Match_Crop_TellsWhatWasKept(double left, double top, double keep) => EveryScene(scene =>
    {
        var alteration = Match(scene.Crop(left, top, keep), scene);

        Assert.Equal(PhotoCopyGrade.Exact, alteration.Grade);
        Assert.False(alteration.IsMirrored);
        Assert.Equal(left, alteration.Kept.Left, 0.03);
        Assert.Equal(top, alteration.Kept.Top, 0.03);
        Assert.Equal(left + keep, alteration.Kept.Right, 0.03);
        Assert.Equal(top + keep, alteration.Kept.Bottom, 0.03);
        Assert.Equal(1 / keep, alteration.Scale, 0.05);

        // Even corners are taken for a frame and left out of the shares.
        Assert.Equal(keep * keep, alteration.KeptShare!.Value, 0.13);
        Assert.InRange(alteration.OwnShare!.Value, 0.95, 1);
    });

    [Fact]
    public void Match_MirroredCrop_SaysMirrored() => EveryScene(scene =>
    {
        var alteration = Match(scene.Crop(0.1, 0.1, 0.8).Mirror(), scene);

        Assert.True(alteration.IsMirrored);
        Assert.Equal(0.8, alteration.Kept.KeptSide, 0.03);
    });

    [Theory]
    [InlineData(-5)]
    [InlineData(3)]
    [InlineData(5)]
    public void Match_Turned_TellsTheAngle(double degrees) => EveryScene(scene =>
        Assert.Equal(degrees, Match(scene.Turn(degrees), scene).RotationDegrees, 1.0));

    [Fact]
    public void Match_Framed_IsExactAndShowsAllOfIt() => EveryScene(scene =>
    {
        var alteration = Match(scene.Frame(36), scene);

        Assert.Equal(PhotoCopyGrade.Exact, alteration.Grade);
        Assert.InRange(alteration.KeptShare!.Value, 0.97, 1);
        Assert.InRange(alteration.OwnShare!.Value, 0.97, 1);
    });

    [Fact]
    public void Match_SmallerRendition_IsExact() =>
        EveryScene(scene => Assert.Equal(PhotoCopyGrade.Exact, Match(scene.Crop(0, 0, 0.8).Halve(), scene).Grade));

    [Fact]
    public void Match_OtherWayRound_TellsThatTheStoredOneIsThePart() => EveryScene(scene =>
    {
        var alteration = Match(scene, scene.Crop(0.2, 0.2, 0.7));

        Assert.InRange(alteration.KeptShare!.Value, 0.95, 1);
        Assert.Equal(0.49, alteration.OwnShare!.Value, 0.13);
    });

    [Fact]
    public void Match_Strangers_None()
    {
        var scenes = Enumerable.Range(0, 12).Select(seed => Scene.Draw(seed).Patches()).ToArray();

        Assert.All(Pairs(scenes), pair => Assert.Null(PatchMatcher.Match(pair.First, pair.Second)));
    }

    [Fact]
    public void Match_StrangersUnderOneBanner_None()
    {
        var banner = Scene.Draw(100);
        var scenes = Enumerable.Range(0, 12).Select(seed => Scene.Draw(seed).WithBanner(banner).Patches()).ToArray();

        Assert.All(Pairs(scenes), pair => Assert.Null(PatchMatcher.Match(pair.First, pair.Second)));
    }

    [Fact]
    public void Match_StrangersInOneFrame_None()
    {
        var scenes = Enumerable.Range(0, 12).Select(seed => Scene.Draw(seed).Frame(40).Patches()).ToArray();

        Assert.All(Pairs(scenes), pair => Assert.Null(PatchMatcher.Match(pair.First, pair.Second)));
    }

    [Fact]
    public void Match_WithoutThumbnails_IsNeverExact()
    {
        var scene = Scene.Draw(1);
        var alteration = PatchMatcher.Match(scene.Mirror().Patches(), scene.Patches().WithoutThumbnail());

        Assert.Equal((PhotoCopyGrade.Similar, null), (alteration!.Grade, alteration.Correlation));
    }

    private static PhotoAlteration Match(Scene query, Scene stored)
    {
        var alteration = PatchMatcher.Match(query.Patches(), stored.Patches().Stored());
        Assert.NotNull(alteration);
        return alteration;
    }

    private static void EveryScene(Action<Scene> assert) =>
        Assert.All(Enumerable.Range(0, 6), seed => assert(Scene.Draw(seed)));

    private static IEnumerable<(PhotoPatches First, PhotoPatches Second)> Pairs(PhotoPatches[] photos) =>
        from first in photos from second in photos where first != second select (first, second);
}
