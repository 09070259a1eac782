using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class LumaConversionTests
{
    // Three pixels wide and two high as stored: 1 2 3 / 4 5 6. Each string is the upright picture, row by row.
    [Theory]
    [InlineData(SKEncodedOrigin.TopLeft, "123456")]
    [InlineData(SKEncodedOrigin.TopRight, "321654")]
    [InlineData(SKEncodedOrigin.BottomRight, "654321")]
    [InlineData(SKEncodedOrigin.BottomLeft, "456123")]
    [InlineData(SKEncodedOrigin.LeftTop, "142536")]
    [InlineData(SKEncodedOrigin.RightTop, "415263")]
    [InlineData(SKEncodedOrigin.RightBottom, "635241")]
    [InlineData(SKEncodedOrigin.LeftBottom, "362514")]
    public void PutRow_Orientation_MakesThePictureUpright(SKEncodedOrigin origin, string expected)
    {
        var transposed = LumaConversion.IsTransposed(origin);
        using var image = new LumaImage(transposed ? 2 : 3, transposed ? 3 : 2);

        for (var y = 0; y < 2; y++)
        {
            var row = Enumerable.Range(1 + (y * 3), 3).SelectMany(value => new byte[] { (byte)value, (byte)value, (byte)value, 255 }).ToArray();
            LumaConversion.PutRow(row, y, width: 3, height: 2, origin, image);
        }

        Assert.Equal(expected, string.Concat(image.Pixels.ToArray()));
    }

    [Theory]
    [InlineData(0, 255, 0)]
    [InlineData(0, 0, 255)]
    [InlineData(0, 128, 127)]
    [InlineData(200, 128, 227)]
    [InlineData(255, 7, 255)]
    public void PutRow_Transparency_IsPutOnWhite(byte gray, byte alpha, byte expected)
    {
        using var image = new LumaImage(1, 1);

        LumaConversion.PutRow([gray, gray, gray, alpha], 0, 1, 1, SKEncodedOrigin.TopLeft, image);

        Assert.Equal(expected, image.Pixels[0]);
    }

    [Theory]
    [InlineData(100, 100, 100, 255, 0)]
    [InlineData(116, 100, 108, 255, 0)]
    [InlineData(117, 100, 108, 255, 1)]
    [InlineData(100, 117, 108, 255, 1)]
    [InlineData(108, 100, 117, 255, 1)]
    [InlineData(255, 0, 0, 0, 0)]
    [InlineData(255, 0, 0, 16, 0)]
    [InlineData(255, 0, 0, 17, 1)]
    public void PutRow_Color_CountsWhenItCanBeSeen(byte red, byte green, byte blue, byte alpha, int expected)
    {
        using var image = new LumaImage(1, 1);

        Assert.Equal(expected, LumaConversion.PutRow([red, green, blue, alpha], 0, 1, 1, SKEncodedOrigin.TopLeft, image));
    }
}
