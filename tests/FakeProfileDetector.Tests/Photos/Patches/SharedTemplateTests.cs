using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>Different people on one template are no copies of each other; a copy of one of them is one.</summary>
public sealed class SharedTemplateTests
{
    private const int Seeds = 8;

    // Where the face is in each kind of template, in shares of the sides.
    private static readonly PhotoRegion OnBadge = new(0.3, 0.25, 0.7, 0.65);
    private static readonly PhotoRegion OnPage = new(0.1, 0.12, 0.32, 0.34);
    private static readonly PhotoRegion InGroup = new(0.55, 0.1, 0.75, 0.3);

    public static TheoryData<string> Kinds => ["badge", "page", "group"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Match_OtherFaceOnOneTemplate_IsASharedTemplate(string kind) => Every(seed =>
    {
        var face = PlaceOf(kind);
        var (first, second) = (Draw(kind, seed, person: 1).Patches(), Draw(kind, seed, person: 2).Patches());

        var match = PatchMatcher.Match(first, second.Stored(), new([face], [face]), TestContext.Current.CancellationToken);

        Assert.Equal(PhotoCopyGrade.SharedTemplate, match?.Grade ?? PhotoCopyGrade.SharedTemplate);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Match_OtherFaceOnOneTemplate_IsFoundAsOneAtAll(string kind)
    {
        var found = Enumerable.Range(0, Seeds).Count(seed => PatchMatcher.Match(
            Draw(kind, seed, person: 1).Patches(), Draw(kind, seed, person: 2).Patches().Stored(), new([PlaceOf(kind)], null), TestContext.Current.CancellationToken) is not null);

        Assert.InRange(found, Seeds / 2, Seeds);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Match_CopyOfOneOfThem_IsExact(string kind) => Every(seed =>
    {
        var scene = Draw(kind, seed, person: 1);

        var match = PatchMatcher.Match(
            scene.Crop(0.04, 0.03, 0.9).Patches(), scene.Patches().Stored(), new(null, [PlaceOf(kind)]), TestContext.Current.CancellationToken);

        Assert.Equal(PhotoCopyGrade.Exact, match?.Grade);
    });

    [Fact]
    public void Match_MirroredCopyWhoseFaceIsKnown_IsExact() => Every(seed =>
    {
        var scene = Draw("badge", seed, person: 1);
        var mirrored = new PhotoRegion(1 - OnBadge.Right, OnBadge.Top, 1 - OnBadge.Left, OnBadge.Bottom);

        Assert.Equal(PhotoCopyGrade.Exact, PatchMatcher.Match(
            scene.Mirror().Patches(), scene.Patches().Stored(), new([mirrored], [OnBadge]), TestContext.Current.CancellationToken)?.Grade);
    });

    [Fact]
    public void Match_PartWithoutTheFace_IsASharedTemplate() => Every(seed =>
    {
        var scene = Scene.Draw(seed);
        var face = new PhotoRegion(0.3, 0.02, 0.7, 0.3);

        Assert.Equal(PhotoCopyGrade.SharedTemplate, PatchMatcher.Match(
            scene.Crop(0.1, 0.32, 0.66).Patches(), scene.Patches().Stored(), new(null, [face]), TestContext.Current.CancellationToken)?.Grade);
    });

    [Fact]
    public void Match_SameStickerOnOtherPictures_None() => Every(seed =>
    {
        var sticker = Scene.Draw(1000 + seed, 120, 120);
        var (first, second) = (Scene.Draw(seed).With(sticker, 0.55, 0.6, 0.42, 0.36), Scene.Draw(500 + seed).With(sticker, 0.55, 0.6, 0.42, 0.36));

        Assert.NotEqual(PhotoCopyGrade.Exact, PatchMatcher.Match(first.Patches(), second.Patches().Stored())?.Grade);
        Assert.Null(PatchMatcher.Match(first.Patches(), second.Patches().Stored().WithoutThumbnail()));
    });

    [Fact]
    public void Match_NobodyKnowsTheFaces_IsNoCopyEither() => Every(seed => Assert.NotEqual(
        PhotoCopyGrade.Exact, PatchMatcher.Match(Draw("badge", seed, person: 1).Patches(), Draw("badge", seed, person: 2).Patches().Stored())?.Grade));

    [Fact]
    public void VerifyWhole_OtherFace_IsASharedTemplateAndTheSameFaceACopy() => Every(seed =>
    {
        var (first, second) = (Draw("group", seed, person: 1).Patches(), Draw("group", seed, person: 2).Patches());

        Assert.False(PatchMatcher.VerifyWhole(first, second, DihedralTransform.None, isNegative: false, new([InGroup], [InGroup]), out var template));
        Assert.Equal(PhotoCopyGrade.SharedTemplate, template?.Grade);
        Assert.True(PatchMatcher.VerifyWhole(first, first.Stored(), DihedralTransform.None, isNegative: false, new([InGroup], [InGroup]), out var none));
        Assert.Null(none);
    });

    [Fact]
    public void CompareWhole_EveryTurn_AgreesOnlyUnderTheTurnThatWasMade()
    {
        var scene = Scene.Draw(3, 256, 256);
        var stored = scene.Fingerprint();
        foreach (var made in Enum.GetValues<DihedralTransform>())
        {
            var turned = Turn(scene, made).Fingerprint();
            var transform = Enum.GetValues<DihedralTransform>().MinBy(each => turned.Dihedral.Get(each).DistanceTo(stored.Hash));

            Assert.InRange(ThumbnailAlignment.CompareWhole(turned.Patches!, stored.Patches!, transform, isNegative: false).Correlation, 0.97, 1);
            if (made != DihedralTransform.None)
            {
                Assert.InRange(ThumbnailAlignment.CompareWhole(turned.Patches!, stored.Patches!, DihedralTransform.None, isNegative: false).Correlation, -1, 0.7);
            }
        }
    }

    /// <summary>A filter changes everything a little, also the face: of photos whose wholes are near that is no template.</summary>
    [Fact]
    public void VerifyWhole_EverythingDiffersALittle_IsACopy() => Every(seed =>
    {
        var random = new Random(seed);
        var scene = Draw("badge", seed, person: 1);
        var noise = Enumerable.Range(0, 64 * 80).Select(_ => random.Next(-70, 71)).ToArray();
        var filtered = Scene.Paint(scene.Width, scene.Height, (x, y) => scene.Pixels[(y * scene.Width) + x] + noise[(y / 5 * 64) + (x / 5)]);

        Assert.True(PatchMatcher.VerifyWhole(filtered.Patches(), scene.Patches(), DihedralTransform.None, isNegative: false, new([OnBadge], [OnBadge]), out _));
    });

    private static void Every(Action<int> assert) => Assert.All(Enumerable.Range(0, Seeds), assert);

    private static PhotoRegion PlaceOf(string kind) => kind switch { "badge" => OnBadge, "page" => OnPage, _ => InGroup };

    /// <summary>A template with a person: the same seed, the same template.</summary>
    private static Scene Draw(string kind, int seed, int person)
    {
        var place = PlaceOf(kind);
        return Scene.Draw(seed).With(
            Scene.Draw((1000 * person) + seed, 160, 160), place.Left, place.Top, place.Right - place.Left, place.Bottom - place.Top);
    }

    private static Scene Turn(Scene scene, DihedralTransform transform) => Scene.Paint(scene.Width, scene.Height, (x, y) =>
    {
        var last = scene.Width - 1;
        var (u, v) = transform switch
        {
            DihedralTransform.Rotate90 => (last - y, x),
            DihedralTransform.Rotate180 => (last - x, last - y),
            DihedralTransform.Rotate270 => (y, last - x),
            DihedralTransform.FlipVertical => (x, last - y),
            DihedralTransform.Mirror => (last - x, y),
            DihedralTransform.Transpose => (y, x),
            DihedralTransform.Transverse => (last - y, last - x),
            _ => (x, y),
        };
        return scene.Pixels[(v * scene.Width) + u];
    });
}
