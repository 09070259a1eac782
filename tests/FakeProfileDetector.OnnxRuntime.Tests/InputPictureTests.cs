using FakeProfileDetector.Photos;

namespace FakeProfileDetector.OnnxRuntime.Tests;

public sealed class InputPictureTests
{
    [Fact]
    public void Write_SameSize_CopiesIntoEveryChannel()
    {
        using var picture = Noise(5, 4);

        var plane = Written(picture, new("input", 3, 5, 4, 0, 1, OnnxPictureFit.Stretch));

        float[] expected = [.. picture.Pixels.ToArray().Select(pixel => (float)pixel)];
        Assert.Equal([.. expected, .. expected, .. expected], plane.Select(value => MathF.Round(value)));
    }

    [Fact]
    public void Write_Normalized_TakesMeanThenDivides()
    {
        using var picture = ModelFile.Picture(2, 1, new(1, 0, 1, 1));

        Assert.Equal([-127f / 128, 1], Written(picture, new("input", 1, 2, 1, 127, 128, OnnxPictureFit.Stretch)));
    }

    [Fact]
    public void Write_Letterboxed_IsBlackBelowOrOnTheRight()
    {
        using var wide = ModelFile.Picture(8, 4, new(0, 0, 8, 4), 100);
        using var tall = ModelFile.Picture(4, 8, new(0, 0, 4, 8), 100);
        var input = new ModelInput("input", 1, 4, 4, 0, 1, OnnxPictureFit.Letterbox);

        Assert.Equal([100, 100, 100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0, 0, 0, 0], Written(wide, input).Select(value => MathF.Round(value)));
        Assert.Equal([100, 100, 0, 0, 100, 100, 0, 0, 100, 100, 0, 0, 100, 100, 0, 0], Written(tall, input).Select(value => MathF.Round(value)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 13)]
    [InlineData(100, 3)]
    [InlineData(1000, 700)]
    public void Write_OneColor_StaysIt(int width, int height)
    {
        using var picture = ModelFile.Picture(width, height, new(0, 0, width, height), 200);

        Assert.All(Written(picture, new("input", 1, 32, 24, 0, 1, OnnxPictureFit.Stretch)), value => Assert.Equal(200, value, 0.01f));
    }

    [Fact]
    public void Write_FinePattern_BecomesItsMean()
    {
        // Every other column is white; taking single samples would give stripes, or all black.
        using var picture = new LumaImage(256, 8);
        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = (byte)(i % 2 * 255);
        }

        Assert.All(Written(picture, new("input", 1, 32, 8, 0, 1, OnnxPictureFit.Stretch)), value => Assert.Equal(127.5f, value, 5f));
    }

    [Fact]
    public void Write_Canceled_Throws()
    {
        using var picture = Noise(8, 8);
        var input = new ModelInput("input", 1, 4, 4, 0, 1, OnnxPictureFit.Stretch);

        Assert.Throws<OperationCanceledException>(() =>
            InputPicture.Write(picture, Placement.Of(8, 8, input), input, new float[16], new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(32, 1)]
    [InlineData(31, 32)]
    [InlineData(3000, 320)]
    public void Taps_EveryPixel_WeighsOneAndLiesInside(int source, int target)
    {
        var taps = new AxisTaps(source, target);
        for (var i = 0; i < target; i++)
        {
            var weights = taps.Of(i, out var start).ToArray();
            Assert.Equal(1, weights.Sum(), 1e-4f);
            Assert.InRange(start, 0, source - weights.Length);
        }
    }

    private static LumaImage Noise(int width, int height)
    {
        var picture = new LumaImage(width, height);
        new Random(17).NextBytes(picture.Pixels);
        return picture;
    }

    private static float[] Written(LumaImage picture, ModelInput input)
    {
        var target = new float[input.Length];
        InputPicture.Write(picture, Placement.Of(picture.Width, picture.Height, input), input, target, CancellationToken.None);
        return target;
    }
}
