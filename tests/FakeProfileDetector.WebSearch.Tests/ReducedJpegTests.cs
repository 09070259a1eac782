using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Sending;
using SkiaSharp;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class ReducedJpegTests
{
    private static readonly SKColor[] Corners = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White];

    [Theory]
    [InlineData(1000, 500, 640, 640, 320)]
    [InlineData(500, 1000, 640, 320, 640)]
    [InlineData(300, 200, 640, 300, 200)]
    [InlineData(3000, 3, 640, 640, 1)]
    [InlineData(1, 1, 64, 1, 1)]
    public void Encode_Size_IsAtMostTheLongestSide(int width, int height, int side, int expectedWidth, int expectedHeight)
    {
        using var sent = Sent(Quarters(width, height, SKEncodedImageFormat.Png), side);

        Assert.Equal((expectedWidth, expectedHeight), (sent.Width, sent.Height));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(5, 0)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    [InlineData(8, 1)]
    public void Encode_Orientation_IsPutRight(int orientation, int topLeft)
    {
        var photo = WithOrientation(Quarters(80, 40, SKEncodedImageFormat.Jpeg), orientation);

        using var sent = Sent(photo, 640);

        Assert.Equal(orientation < 5 ? (80, 40) : (40, 80), (sent.Width, sent.Height));
        AssertNear(Corners[topLeft], sent.GetPixel(4, 4));
    }

    [Fact]
    public void Encode_Photo_IsReducedByAveraging()
    {
        using var sent = Sent(Paint(1280, 1280, (x, y) => (x + y) % 2 == 0 ? SKColors.Black : SKColors.White, SKEncodedImageFormat.Png), 640);

        AssertNear(new(128, 128, 128), sent.GetPixel(320, 320));
    }

    [Fact]
    public void Encode_Transparency_IsWhite()
    {
        using var sent = Sent(Paint(64, 64, (_, _) => new SKColor(0, 0, 0, 0), SKEncodedImageFormat.Png), 640);

        AssertNear(SKColors.White, sent.GetPixel(32, 32));
    }

    [Fact]
    public void Encode_Metadata_StaysBehind()
    {
        var photo = WithOrientation(Quarters(80, 40, SKEncodedImageFormat.Jpeg), 6, "GPS 48.137 11.575 secret"u8);
        Assert.True(photo.AsSpan().IndexOf("GPS 48"u8) > 0);

        var sent = Encode(photo, 640);

        Assert.True(sent.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]));
        Assert.Equal(-1, sent.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(-1, sent.AsSpan().IndexOf("secret"u8));
        Assert.Equal(-1, sent.AsSpan().IndexOf("ICC_PROFILE"u8));
    }

    [Fact]
    public void Encode_OverTheLimits_IsRefused()
    {
        var jpeg = new ReducedJpeg(new DecodingGate(new PhotoLimits { MaximumPixels = 1000 }), 640);

        var failure = Assert.Throws<WebPhotoSearchException>(() => jpeg.Encode(Quarters(80, 40, SKEncodedImageFormat.Png)));

        Assert.Equal(WebPhotoSearchFailure.PhotoRefused, failure.Failure);
    }

    private static byte[] Encode(byte[] photo, int side) => new ReducedJpeg(new DecodingGate(null), side).Encode(photo);

    private static SKBitmap Sent(byte[] photo, int side) => SKBitmap.Decode(Encode(photo, side));

    /// <summary>Red and lime above blue and white.</summary>
    private static byte[] Quarters(int width, int height, SKEncodedImageFormat format) =>
        Paint(width, height, (x, y) => Corners[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)], format);

    private static byte[] Paint(int width, int height, Func<int, int, SKColor> color, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Pixels = [.. Enumerable.Range(0, width * height).Select(i => color(i % width, i / width))];
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static byte[] WithOrientation(byte[] jpeg, int orientation, ReadOnlySpan<byte> more = default)
    {
        byte[] tiff = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. more];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(2 + tiff.Length), .. tiff, .. jpeg[2..]];
    }

    private static void AssertNear(SKColor expected, SKColor actual)
    {
        Assert.InRange(actual.Red, expected.Red - 25, expected.Red + 25);
        Assert.InRange(actual.Green, expected.Green - 25, expected.Green + 25);
        Assert.InRange(actual.Blue, expected.Blue - 25, expected.Blue + 25);
    }
}
