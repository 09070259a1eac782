using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>Of flat drawings everything has to agree: another cell is another identicon, another letter another tile.</summary>
public sealed class DrawnPictureTests
{
    private static readonly string[] Tiles = ["EP", "IP", "SN", "SI", "EL", "LI", "PS", "NE"];

    [Fact]
    public void Match_OtherIdenticons_None()
    {
        var pictures = Enumerable.Range(0, 14).Select(seed => FlatDrawings.Identicon(seed).Patches()).ToArray();

        AssertDiffer(pictures);
    }

    [Fact]
    public void Match_TilesThatShareALetter_None()
    {
        var pictures = Tiles.Select(text => FlatDrawings.Tile(text).Patches()).ToArray();

        AssertDiffer(pictures);
    }

    [Fact]
    public void Is_Drawing_AndNoScene()
    {
        Assert.All(Enumerable.Range(0, 14), seed => Assert.True(IsDrawn(FlatDrawings.Identicon(seed))));
        Assert.True(IsDrawn(FlatDrawings.Tile("SN")));
        Assert.All(Enumerable.Range(0, 14), seed => Assert.False(IsDrawn(Scene.Draw(seed))));
    }

    [Fact]
    public void Match_SmallerCopyOfADrawing_IsExact() => Assert.All(Enumerable.Range(0, 10), seed =>
    {
        var drawing = FlatDrawings.Identicon(seed);
        var (copy, original) = (drawing.Halve().Fingerprint(), drawing.Fingerprint());

        Assert.True(PatchMatcher.VerifyWhole(copy.Patches!, original.Patches!, DihedralTransform.None, isNegative: false, default, out _));
    });

    private static void AssertDiffer(PhotoPatches[] pictures)
    {
        foreach (var (i, one) in pictures.Index())
        {
            foreach (var other in pictures.Skip(i + 1))
            {
                Assert.Null(PatchMatcher.Match(one, other.Stored()));
                Assert.False(PatchMatcher.VerifyWhole(one, other, DihedralTransform.None, isNegative: false, default, out var alteration));
                Assert.Null(alteration);
            }
        }
    }

    private static bool IsDrawn(Scene scene)
    {
        Span<float> samples = stackalloc float[PatchThumbnail.SampleCount];
        PatchThumbnail.Unpack(scene.Patches().PackedThumbnail, isMirrored: false, samples);
        return DrawnPicture.Is(samples);
    }
}
