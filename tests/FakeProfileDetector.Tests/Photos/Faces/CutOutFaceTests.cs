using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.Tests.Photos.Faces;

public sealed class CutOutFaceTests
{
    private const int Side = 240;

    [Fact]
    public void Is_SmallFigureOnWhite_True() => Assert.True(Is(Figure(255), 40));

    [Theory]
    [InlineData(249)]
    [InlineData(128)]
    [InlineData(0)]
    public void Is_SmallFigureOnAnotherGround_False(byte ground) => Assert.False(Is(Figure(ground), 40));

    [Fact]
    public void Is_FaceOfAQuarterOfThePicture_False() => Assert.False(Is(Figure(255), 60));

    [Fact]
    public void Is_WhiteFarFromTheFace_False() =>
        Assert.False(Is(Paint((x, y) => Math.Abs(x - 120) < 60 && y < 120 ? (byte)120 : (byte)255), 40));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-500, 900)]
    public void Is_FaceBeyondTheEdge_LooksInsideOnly(float x, float y) =>
        Assert.False(CutOutFace.Is(Figure(128), Side, Side, new FaceCandidate(x, y, 40, 0)));

    private static bool Is(byte[] pixels, float side) => CutOutFace.Is(pixels, Side, Side, new FaceCandidate(120, 60, side, 0));

    /// <summary>A head above a body.</summary>
    private static byte[] Figure(byte ground) =>
        Paint((x, y) => ((x - 120) * (x - 120)) + ((y - 60) * (y - 60)) < 26 * 26 || (y > 90 && Math.Abs(x - 120) < 40) ? (byte)110 : ground);

    private static byte[] Paint(Func<int, int, byte> level) => [.. Enumerable.Range(0, Side * Side).Select(i => level(i % Side, i / Side))];
}
