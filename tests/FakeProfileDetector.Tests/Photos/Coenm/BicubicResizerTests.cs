using CsCheck;
using FakeProfileDetector.Photos.Coenm;

namespace FakeProfileDetector.Tests.Photos.Coenm;

public sealed class BicubicResizerTests
{
    private static readonly Gen<int> Side = Gen.OneOf(Gen.Int[1, 70], Gen.Int[1, 1200], Gen.Int[190, 200], Gen.Int[760, 790]);

    private static readonly Gen<(int Width, int Height)> Target = Gen.OneOf(Gen.Const((8, 8)), Gen.Const((9, 8)), Gen.Const((64, 64)));

    [Fact]
    public void Resize_AnySize_EqualsTheDefinition() => Gen.Select(Side, Side, Target, Gen.Int).Sample(
        (width, height, target, seed) =>
        {
            var luma = Picture(width, height, seed);
            var actual = new byte[target.Width * target.Height];

            BicubicResizer.Resize(luma, width, height, actual, target.Width, target.Height);

            Assert.Equal(PlainBicubic.Resize(luma, width, height, target.Width, target.Height), actual);
        },
        iter: 30);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5000)]
    [InlineData(5000, 1)]
    [InlineData(1537, 1539)]
    [InlineData(9001, 9)]
    public void Resize_ExtremeSize_EqualsTheDefinition(int width, int height)
    {
        var luma = Picture(width, height, seed: 5);
        var actual = new byte[64 * 64];

        BicubicResizer.Resize(luma, width, height, actual, 64, 64);

        Assert.Equal(PlainBicubic.Resize(luma, width, height, 64, 64), actual);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(255)]
    public void Resize_FlatPicture_StaysFlat(byte luma)
    {
        foreach (var side in new[] { 1, 7, 63, 64, 65, 200, 400, 511, 800, 1600 })
        {
            var flat = new byte[side * side];
            flat.AsSpan().Fill(luma);
            var actual = new byte[64 * 64];

            BicubicResizer.Resize(flat, side, side, actual, 64, 64);

            Assert.All(actual, value => Assert.Equal(luma, value));
        }
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Resize_AccelerationOff_EqualsTheDefinition(string switchedOff) =>
        Assert.Equal(0, await Processes.RunTestAsync($"{typeof(BicubicResizerTests).FullName}.{nameof(Resize_ExtremeSize_EqualsTheDefinition)}", switchedOff));

    /// <summary>Edges of full contrast among noise, where sums overshoot most.</summary>
    private static byte[] Picture(int width, int height, int seed)
    {
        var random = new Random(seed);
        var luma = new byte[width * height];
        random.NextBytes(luma);
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (((i % width / 9) + (i / width / 13)) % 3) switch { 0 => byte.MinValue, 1 => byte.MaxValue, _ => luma[i] };
        }

        return luma;
    }
}
