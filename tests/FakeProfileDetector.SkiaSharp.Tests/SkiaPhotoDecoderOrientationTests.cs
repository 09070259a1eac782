using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>EXIF orientations, against the same picture with its pixels turned.</summary>
public sealed class SkiaPhotoDecoderOrientationTests
{
    private const int Width = 48;
    private const int Height = 32;

    // Six blocks of JPEG's own size, all different, so that no turn or mirror leaves the picture as it was.
    private static readonly byte[] Blocks = [0, 50, 100, 150, 200, 250];

    public static MatrixTheoryData<int, bool, SKEncodedImageFormat> Orientations => new(
        Enumerable.Range(1, 8), [false, true], [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp]);

    public static MatrixTheoryData<string, SKEncodedImageFormat> Nonsense => new(
        [
            "", "4949", "49492A0008000000", "49492A00FFFFFFFF0100", "4D4D002A7FFFFFFF0001", "49492A00080000000100120103000100",
            "49492A0008000000FFFF000000000000000000000000", "58582A00080000000100120103000100000006000000",
            "49492A000800000001001201040001000000060000000000",
        ],
        [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png]);

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Decode_FileWithOrientation_IsUpright(int orientation, bool bigEndian, SKEncodedImageFormat format)
    {
        using var upright = Decoded(Pictures.Encode(Width, Height, Upright, format, 95));

        using var image = Decoded(Pictures.WithOrientation(Stored(orientation, format), orientation, bigEndian));

        Assert.Equal((Width, Height), (image.Width, image.Height));
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            Assert.InRange(image.Pixels[i], upright.Pixels[i] - 3, upright.Pixels[i] + 3);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public void Decode_FileWithImpossibleOrientation_IsLeftAsItIs(int orientation)
    {
        AssertLeftAsItIs(Pictures.Tiff(orientation), SKEncodedImageFormat.Jpeg);
        AssertLeftAsItIs(Pictures.Tiff(orientation), SKEncodedImageFormat.Png);
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Decode_ExifWithoutSense_IsLeftAsItIs(string exif, SKEncodedImageFormat format) =>
        AssertLeftAsItIs(Convert.FromHexString(exif), format);

    private static void AssertLeftAsItIs(byte[] exif, SKEncodedImageFormat format)
    {
        var encoded = Stored(orientation: 1, format);
        using var plain = Decoded(encoded);

        using var image = Decoded(Pictures.WithExif(encoded, exif));

        Assert.Equal((Width, Height), (image.Width, image.Height));
        Assert.True(image.Pixels.SequenceEqual(plain.Pixels));
    }

    [Fact]
    public void Fingerprint_TurnedPixelsWithOrientation_IsThatOfTheUprightPhoto()
    {
        var fingerprinter = new PhotoFingerprinter(new SkiaPhotoDecoder());
        var upright = fingerprinter.Fingerprint(Stored(orientation: 1)).Fingerprint;

        var turned = fingerprinter.Fingerprint(Pictures.WithOrientation(Stored(orientation: 6), 6)).Fingerprint;

        Assert.NotNull(upright);
        Assert.NotNull(turned);
        Assert.InRange(turned.Hash.DistanceTo(upright.Hash), 0, 10);
        Assert.Equal((Width, Height), (turned.Width, turned.Height));
    }

    private static SKColor Upright(int x, int y) => Pictures.Gray(Blocks[(x / 16) + (y / 16 * 3)]);

    /// <summary>The pixels as a camera stores them that was held so; EXIF names the sides where row 0 and column 0 lie.</summary>
    private static byte[] Stored(int orientation, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        Func<int, int, SKColor> pixel = orientation switch
        {
            2 => (x, y) => Upright(Width - 1 - x, y),
            3 => (x, y) => Upright(Width - 1 - x, Height - 1 - y),
            4 => (x, y) => Upright(x, Height - 1 - y),
            5 => (x, y) => Upright(y, x),
            6 => (x, y) => Upright(Width - 1 - y, x),
            7 => (x, y) => Upright(Width - 1 - y, Height - 1 - x),
            8 => (x, y) => Upright(y, Height - 1 - x),
            _ => Upright,
        };
        return orientation < 5
            ? Pictures.Encode(Width, Height, pixel, format, 95)
            : Pictures.Encode(Height, Width, pixel, format, 95);
    }

    private static LumaImage Decoded(byte[] encoded)
    {
        var result = new SkiaPhotoDecoder().Decode(encoded);
        Assert.True(result.IsDecoded, result.Failure?.Message);
        return result.Image;
    }
}
