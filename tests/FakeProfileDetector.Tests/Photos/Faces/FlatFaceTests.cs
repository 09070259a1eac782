using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.Tests.Photos.Faces;

public sealed class FlatFaceTests
{
    private const int Side = 200;

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(150)]
    public void Face_InPlainColors_IsDrawn(float side) => Assert.True(Is(Poster(), side));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(150)]
    public void Face_Shaded_IsPhotographed(float side)
    {
        // Two levels from one sample of the face to the next.
        var pixels = Paint((x, y) => 40 + (x * 64 / side % 90) + (y * 64 / side % 90));

        Assert.False(Is(pixels, side));
    }

    [Fact]
    public void Face_WithNoiseOfASensor_IsPhotographed()
    {
        var random = new Random(5);
        var poster = Poster();

        // Lit from one side: without that, it would be in few tones.
        Assert.False(Is(Paint((x, y) => poster[(y * Side) + x] + (x / 4) - 25 + random.Next(-4, 5)), 120));
    }

    [Fact]
    public void Face_BurnedOut_IsNoDrawing() => Assert.False(Is(Paint((x, y) => y < 120 ? 255 : 30 + (((x * 7) + (y * 13)) % 60)), 120));

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public void Face_InTwoTones_IsDrawn(float side) => Assert.True(Is(Lines(40, 200), side));

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public void Face_InBlackAndWhite_IsDrawn(float side) => Assert.True(Is(Lines(0, 255), side));

    [Fact]
    public void Face_BurnedOutWithoutShadow_IsNoDrawing() => Assert.False(Is(Shaded(level => level < 100 ? 2 * (level - 40) : 255), 120));

    [Fact]
    public void Face_DrownedInShadow_IsNoDrawing() => Assert.False(Is(Shaded(level => level < 170 ? level % 16 : level - 100), 120));

    [Fact]
    public void Face_OfFewSamples_IsNotJudged() => Assert.False(Is(Poster(), 14));

    /// <summary>Skin, a shadow on a cheek, eyes and a mouth, each of one level.</summary>
    private static byte[] Poster() => Paint((x, y) =>
        y is > 85 and < 95 && (x is > 70 and < 85 || x is > 110 and < 125) ? 20
        : y is > 125 and < 132 && x is > 80 and < 120 ? 70
        : x > 130 ? 120 : 180);

    /// <summary>Hatched so closely that hardly a sample is as its neighbors.</summary>
    private static byte[] Lines(int dark, int light) => Paint((x, y) => ((x / 3) + (y / 3)) % 2 == 0 ? dark : light);

    /// <summary>All levels of a face that is lit from one side, with the noise of a sensor.</summary>
    private static byte[] Shaded(Func<double, double> change)
    {
        var random = new Random(8);
        return Paint((x, y) => change(random.Next(-3, 4) + (x * 1.2) + (12 * Math.Sin(y / 7.0))));
    }

    private static bool Is(byte[] pixels, float side) => FlatFace.Is(pixels, Side, Side, new FaceCandidate(Side / 2f, Side / 2f, side, 0));

    private static byte[] Paint(Func<int, int, double> level) =>
        [.. Enumerable.Range(0, Side * Side).Select(i => (byte)Math.Clamp(level(i % Side, i / Side), 0, 255))];
}
