using FakeProfileDetector.Photos.Generated;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Generated;

public sealed class GeneratedPictureTests
{
    private static readonly string[] Letters = ["EP", "SN", "L", "PE", "S", "I"];
    private static readonly int[] Sides = [64, 100, 128, 240, 400, 512];

    [Fact]
    public void Recognize_LetterTiles() => EverySide(side => Assert.All(Letters, text =>
        AssertIs(GeneratedPictureKind.LetterTile, FlatDrawings.Tile(text, side))));

    [Fact]
    public void Recognize_Identicons() => EverySide(side => Assert.All(Enumerable.Range(0, 20), seed =>
        Assert.NotNull(Recognize(FlatDrawings.Noisy(FlatDrawings.Identicon(seed, side), seed)))));

    [Fact]
    public void Recognize_TurnedShapes_AreIdenticons() => EverySide(side => Assert.All(Enumerable.Range(0, 3), kind =>
        AssertIs(GeneratedPictureKind.Identicon, FlatDrawings.Turned(kind, side))));

    [Theory]
    [InlineData(215, 150)]
    [InlineData(200, 255)]
    [InlineData(60, 120)]
    public void Recognize_Silhouettes(int ground, int figure) => EverySide(side =>
        AssertIs(GeneratedPictureKind.Silhouette, FlatDrawings.Silhouette(side, ground, figure)));

    [Fact]
    public void Recognize_OneColor_IsPlain() => Assert.All(Sides.Skip(1), side => AssertIs(GeneratedPictureKind.Plain, Scene.Paint(side, side, (_, _) => 130)));

    [Fact]
    public void Recognize_Scenes_AreNone() => Assert.All(Enumerable.Range(0, 200), seed => Assert.Null(Recognize(Scene.Draw(seed, 128, 128))));

    [Fact]
    public void Recognize_GradientsNoiseAndStripes_AreNone()
    {
        var random = new Random(5);
        Assert.Null(Recognize(Scene.Paint(256, 256, (x, y) => x)));
        Assert.Null(Recognize(Scene.Paint(256, 256, (x, y) => (x + y) / 2)));
        Assert.Null(Recognize(Scene.Paint(256, 256, (_, _) => random.Next(256))));
        Assert.Null(Recognize(Scene.Paint(256, 256, (x, y) => 128 + (60 * Math.Sin(x / 9.0)))));
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(400, 200)]
    public void Recognize_NoAvatarBySize_IsNone(int width, int height) => Assert.Null(Recognize(Scene.Paint(width, height, (_, _) => 130)));

    private static void AssertIs(GeneratedPictureKind kind, Scene scene)
    {
        Assert.Equal(kind, Recognize(scene));
        Assert.Equal(kind, Recognize(FlatDrawings.Round(scene)));
        Assert.Equal(kind, Recognize(FlatDrawings.Noisy(scene, 3)));
    }

    private static void EverySide(Action<int> assert) => Assert.All(Sides, assert);

    private static GeneratedPictureKind? Recognize(Scene scene)
    {
        using var image = scene.Image();
        return GeneratedPicture.Recognize(image);
    }
}
