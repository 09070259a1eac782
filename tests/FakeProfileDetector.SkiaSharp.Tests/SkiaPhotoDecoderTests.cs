using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class SkiaPhotoDecoderTests
{
    private static readonly SKColor[] Quarters = [SKColors.Red, SKColors.Lime, SKColors.Blue, new(200, 120, 40)];

    private readonly SkiaPhotoDecoder _decoder = new();

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, 100, 0)]
    [InlineData(SKEncodedImageFormat.Webp, 100, 6)]
    [InlineData(SKEncodedImageFormat.Jpeg, 100, 3)]
    [InlineData(SKEncodedImageFormat.Jpeg, 60, 12)]
    public void Decode_EncodedFormat_GivesSizeAndLuma(SKEncodedImageFormat format, int quality, int tolerance)
    {
        var encoded = Pictures.Encode(64, 48, Quarter, format, quality);

        using var image = Decoded(encoded);

        Assert.Equal((64, 48), (image.Width, image.Height));
        Assert.True(image.HasColor);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            // The middle of each quarter, because lossy formats mix colors at the edges.
            var (x, y) = (16 + (quarter % 2 * 32), 12 + (quarter / 2 * 24));
            var expected = Luma.FromRgb(Quarters[quarter].Red, Quarters[quarter].Green, Quarters[quarter].Blue);
            Assert.InRange(image.Row(y)[x], expected - tolerance, expected + tolerance);
        }
    }

    [Fact]
    public void Decode_Png_GivesEveryPixelExactly()
    {
        using var image = Decoded(Pictures.Png(37, 23, (x, y) => new((byte)(x * 6), (byte)(y * 11), (byte)(x + y))));

        for (var y = 0; y < 23; y++)
        {
            for (var x = 0; x < 37; x++)
            {
                Assert.Equal(Luma.FromRgb((byte)(x * 6), (byte)(y * 11), (byte)(x + y)), image.Row(y)[x]);
            }
        }
    }

    [Fact]
    public void Decode_Bmp_GivesEveryPixelExactly()
    {
        using var image = Decoded(Pictures.Bmp(5, 3, (x, y) => new((byte)(x * 50), (byte)(y * 100), 10)));

        Assert.Equal((5, 3), (image.Width, image.Height));
        for (var y = 0; y < 3; y++)
        {
            for (var x = 0; x < 5; x++)
            {
                Assert.Equal(Luma.FromRgb((byte)(x * 50), (byte)(y * 100), 10), image.Row(y)[x]);
            }
        }
    }

    [Theory]
    [InlineData(300, 901)]
    [InlineData(65_535, 3)]
    public void Decode_BmpOfSeveralBands_GivesEveryPixelExactly(int width, int height)
    {
        // The bottom row comes first, so the bands do as well.
        using var image = Decoded(Pictures.Bmp(width, height, Pictures.Noise));

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (image.Row(y)[x] != Pictures.Noise(x, y).Red)
                {
                    Assert.Fail($"({x}, {y})");
                }
            }
        }
    }

    [Fact]
    public void Decode_Gif_GivesEveryPixelExactly()
    {
        using var image = Decoded(Pictures.Gif(3, 2, [0, 85, 170, 255], [0, 1, 2, 3, 2, 1]));

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, 85, 170, 255, 170, 85], image.Pixels.ToArray());
        Assert.False(image.HasColor);
    }

    [Fact]
    public void Decode_AnimatedGif_TakesTheFirstFrame()
    {
        using var image = Decoded(Pictures.Gif(2, 2, [10, 20, 30, 40], [0, 1, 2, 3], [3, 3, 3, 3], [2, 2, 2, 2]));

        Assert.Equal([10, 20, 30, 40], image.Pixels.ToArray());
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Decode_FullyTransparentPicture_IsWhiteAndWithoutColor(SKEncodedImageFormat format)
    {
        using var image = Decoded(Pictures.Encode(16, 16, (_, _) => SKColors.Red.WithAlpha(0), format));

        Assert.All(image.Pixels.ToArray(), luma => Assert.Equal(255, luma));
        Assert.False(image.HasColor);
    }

    [Fact]
    public void Decode_HalfTransparentPicture_IsPutOnWhite()
    {
        using var image = Decoded(Pictures.Png(16, 16, (x, _) => new(0, 0, 0, (byte)(x * 17))));

        Assert.Equal(Enumerable.Range(0, 16).Select(x => (byte)(255 - (x * 17))), image.Row(7).ToArray());
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Decode_GrayPicture_HasNoColor(SKEncodedImageFormat format)
    {
        using var image = Decoded(Pictures.Encode(64, 64, (x, y) => Pictures.Gray((x * 2) + y), format, 80));

        Assert.False(image.HasColor);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Decode_FewColoredPixels_CountFromOnePercentOn(int colored, bool expected)
    {
        using var image = Decoded(Pictures.Png(100, 100, (x, y) => (y * 100) + x < colored ? SKColors.Red : SKColors.Gray));

        Assert.Equal(expected, image.HasColor);
    }

    [Fact]
    public void Decode_ManyThreads_GiveTheSamePicture()
    {
        var encoded = Pictures.Encode(64, 48, Quarter, SKEncodedImageFormat.Jpeg, 90);
        using var expected = Decoded(encoded);
        var luma = expected.Pixels.ToArray();

        Parallel.For(0, 200, _ =>
        {
            using var image = Decoded(encoded);
            Assert.True(image.Pixels.SequenceEqual(luma));
        });
    }

    [Fact]
    public void Decode_CanceledToken_Throws()
    {
        var encoded = Pictures.Png(8, 8, Pictures.Noise);

        Assert.Throws<OperationCanceledException>(() => _decoder.Decode(encoded, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => _decoder.Decode([], new CancellationToken(canceled: true)));
    }

    private static SKColor Quarter(int x, int y) => Quarters[(x / 32) + (y / 24 * 2)];

    private LumaImage Decoded(byte[] encoded)
    {
        var result = _decoder.Decode(encoded);
        Assert.True(result.IsDecoded, result.Failure?.Message);
        return result.Image;
    }
}
