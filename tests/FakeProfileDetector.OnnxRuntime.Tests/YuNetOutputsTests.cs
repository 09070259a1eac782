using FakeProfileDetector.Photos;

namespace FakeProfileDetector.OnnxRuntime.Tests;

public sealed class YuNetOutputsTests
{
    private static readonly float[] TwoCells = [0.5f, 0.5f, MathF.Log(2), MathF.Log(2)];

    [Theory]
    [InlineData(8, 3, 2, 20, 12, 16)]
    [InlineData(16, 2, 1, 24, 8, 32)]
    [InlineData(32, 1, 1, 16, 16, 64)]
    public void Locate_ACell_IsABoxAroundItsCenter(int stride, int column, int row, int x, int y, int side)
    {
        using var locator = ModelFile.Locator(Models.YuNet(96, (stride, column, row, TwoCells, 0.9f)));
        using var picture = ModelFile.Picture(96, 96);

        Assert.Equal(new FaceBox(x, y, side, side), Assert.Single(locator.Locate(picture).Faces));
    }

    [Fact]
    public void Locate_Letterboxed_BoxesAreInThePicturesPixels()
    {
        // 192 × 96 fills the upper half of the input at half its size.
        using var locator = ModelFile.Locator(Models.YuNet(96, (8, 3, 2, TwoCells, 0.9f)));
        using var picture = ModelFile.Picture(192, 96);

        Assert.Equal(new FaceBox(40, 24, 32, 32), Assert.Single(locator.Locate(picture).Faces));
    }

    [Fact]
    public void Locate_Stretched_BoxesAreInThePicturesPixels()
    {
        using var locator = ModelFile.Locator(Models.YuNet(96, (8, 3, 2, TwoCells, 0.9f)), options => options.Fit = OnnxPictureFit.Stretch);
        using var picture = ModelFile.Picture(192, 96);

        Assert.Equal(new FaceBox(40, 12, 32, 16), Assert.Single(locator.Locate(picture).Faces));
    }

    [Theory]
    [InlineData(0.69f, 0)]
    [InlineData(0.71f, 1)]
    [InlineData(1.5f, 1)]
    public void Locate_Score_IsTheMeanOfBoth(float score, int expected)
    {
        using var locator = ModelFile.Locator(Models.YuNet(96, (16, 2, 1, TwoCells, score)));
        using var picture = ModelFile.Picture(96, 96);

        Assert.Equal(expected, locator.Locate(picture).Faces.Count);
    }

    [Fact]
    public void Locate_OneFaceInSeveralStrides_IsOne()
    {
        using var locator = ModelFile.Locator(Models.YuNet(96, (16, 2, 1, TwoCells, 0.9f), (8, 4, 2, [1, 1, MathF.Log(4), MathF.Log(4)], 0.8f)));
        using var picture = ModelFile.Picture(96, 96);

        Assert.Equal(new FaceBox(24, 8, 32, 32), Assert.Single(locator.Locate(picture).Faces));
    }

    [Theory]
    [InlineData(float.NaN, 0.9f)]
    [InlineData(float.PositiveInfinity, 0.9f)]
    [InlineData(1, float.NaN)]
    public void Locate_NoNumbers_Throws(float log, float score)
    {
        using var locator = ModelFile.Locator(Models.YuNet(96, (16, 2, 1, [0, 0, log, log], score)));
        using var picture = ModelFile.Picture(96, 96);

        Assert.Throws<OnnxFaceModelException>(() => locator.Locate(picture));
    }
}
