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

        Assert.False(Is(Paint((x, y) => poster[(y * Side) + x] + random.Next(-4, 5)), 120));
    }

    [Fact]
    public void Face_BurnedOut_IsNoDrawing() => Assert.False(Is(Paint((x, y) => y < 120 ? 255 : 30 + (((x * 7) + (y * 13)) % 60)), 120));

    [Fact]
    public void Face_OfFewSamples_IsNotJudged() => Assert.False(Is(Poster(), 14));

    /// <summary>Skin, a shadow on a cheek, eyes and a mouth, each of one level.</summary>
    private static byte[] Poster() => Paint((x, y) =>
        y is > 85 and < 95 && (x is > 70 and < 85 || x is > 110 and < 125) ? 20
        : y is > 125 and < 132 && x is > 80 and < 120 ? 70
        : x > 130 ? 120 : 180);

    private static bool Is(byte[] pixels, float side) => FlatFace.Is(pixels, Side, Side, new FaceCandidate(Side / 2f, Side / 2f, side, 0));

    private static byte[] Paint(Func<int, int, double> level) =>
        [.. Enumerable.Range(0, Side * Side).Select(i => (byte)Math.Clamp(level(i % Side, i / Side), 0, 255))];
}
