using System.Text;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>Every file that is no usable picture gives one typed failure, and never an exception.</summary>
public sealed class SkiaPhotoDecoderFailureTests
{
    private static readonly string[] Remedies = ["supply", "convert", "fetch", "re-save"];

    public static MatrixTheoryData<SKEncodedImageFormat, int> Truncations =>
        new([SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp], [1, 10, 30, 50, 70, 90]);

    [Fact]
    public void Decode_NoBytes_IsEmpty() => AssertFails([], PhotoUnusableReason.Empty);

    [Theory]
    [InlineData("name,photo\nAnna,anna.jpg\n")]
    [InlineData("<!DOCTYPE html><html><body>404 Not Found</body></html>")]
    [InlineData("II*\0\b\0\0\0")]
    [InlineData("MM\0*\0\0\0\b")]
    [InlineData("\0\0\u0001\0\u0001\0\u0010\u0010\0\0")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0")]
    [InlineData("8BPS\0\u0001")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("\u00FF")]
    public void Decode_OtherFormat_IsUnsupported(string content) =>
        AssertFails(Encoding.Latin1.GetBytes(content), PhotoUnusableReason.UnsupportedFormat);

    [Fact]
    public void Decode_MoreBytesThanTheLimit_IsTooManyBytes()
    {
        var encoded = Pictures.Png(64, 64, Pictures.Noise);
        Assert.InRange(encoded.Length, 1025, int.MaxValue);

        AssertFails(encoded, new PhotoLimits { MaximumBytes = encoded.Length - 1 }, PhotoUnusableReason.TooManyBytes);
        AssertDecodes(encoded, new() { MaximumBytes = encoded.Length });
    }

    [Fact]
    public void Decode_MorePixelsThanTheLimit_IsTooManyPixels()
    {
        var encoded = Pictures.Png(50, 40, Pictures.Noise);

        AssertFails(encoded, new PhotoLimits { MaximumPixels = 1999 }, PhotoUnusableReason.TooManyPixels);
        AssertDecodes(encoded, new() { MaximumPixels = 2000 });
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(65_535, 65_535)]
    [InlineData(8_000, 5_001)]
    public void Decode_GifHeaderOverThePixelLimit_IsRefused(int width, int height)
    {
        // Thirteen bytes end before the first frame begins, which the codec wants to see.
        AssertFails(Pictures.GifHeader(width, height), PhotoUnusableReason.TooManyPixels, PhotoUnusableReason.Truncated);

        AssertFails(Pictures.Gif(width, height, [0, 85, 170, 255], [0, 1, 2, 3]), PhotoUnusableReason.TooManyPixels);
    }

    [Fact]
    public void Decode_GifFrameLargerThanItsScreen_IsRefused()
    {
        var gif = Pictures.Gif(60_000, 60_000, [0, 85, 170, 255], [0, 1, 2, 3]);

        // The screen shrinks to 10 × 10, the frame keeps its size.
        new byte[] { 10, 0, 10, 0 }.CopyTo(gif, 6);

        AssertFails(gif, PhotoUnusableReason.TooManyPixels, PhotoUnusableReason.Truncated, PhotoUnusableReason.Corrupt);
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(1_000_000, 60)]
    [InlineData(60, 1_000_000)]
    public void Decode_PngHeaderOverThePixelLimit_IsTooManyPixels(int width, int height) =>
        AssertFails(Pictures.PngHeader(width, height), PhotoUnusableReason.TooManyPixels);

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    public void Decode_PngHeaderWithImpossibleSize_IsRefused(int width, int height) =>
        AssertFails(
            Pictures.PngHeader(width, height),
            PhotoUnusableReason.TooManyPixels, PhotoUnusableReason.Corrupt, PhotoUnusableReason.Truncated);

    [Theory]
    [MemberData(nameof(Truncations))]
    public void Decode_TruncatedFile_IsNoHalfPicture(SKEncodedImageFormat format, int percent)
    {
        var encoded = Pictures.Encode(200, 200, Pictures.Noise, format, 90);

        // At least the magic stays, because without it the format is unknown.
        AssertFails(
            encoded[..Math.Max(16, encoded.Length * percent / 100)], PhotoUnusableReason.Truncated, PhotoUnusableReason.Corrupt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Decode_JpegWithoutItsEndMarker_IsUsable(int missing)
    {
        var encoded = Pictures.Encode(200, 200, Pictures.Noise, SKEncodedImageFormat.Jpeg, 90);
        Assert.Equal([0xFF, 0xD9], encoded[^2..]);
        using var whole = new SkiaPhotoDecoder().Decode(encoded).Image;

        using var image = new SkiaPhotoDecoder().Decode(encoded.AsSpan(..^missing)).Image;

        Assert.True(image?.Pixels.SequenceEqual(whole!.Pixels));
    }

    [Fact]
    public void Decode_JpegShortOfSomeBlocks_IsTruncated()
    {
        var encoded = Pictures.Encode(200, 200, Pictures.Noise, SKEncodedImageFormat.Jpeg, 90);

        AssertFails(encoded[..^200], PhotoUnusableReason.Truncated);
    }

    [Fact]
    public void Decode_ProgressiveJpegWithoutItsEndMarker_IsTruncated()
    {
        var encoded = HostilePictures.Jpeg(64, 64, components: 3, scans: 10);
        AssertDecodes(encoded, new());

        AssertFails(encoded[..^2], PhotoUnusableReason.Truncated);
    }

    [Fact]
    public void Decode_TruncatedGif_IsNoHalfPicture()
    {
        var gif = Pictures.Gif(16, 16, [0, 85, 170, 255], Enumerable.Range(0, 256).Select(i => (byte)(i % 4)).ToArray()[..200]);

        AssertFails(gif[..60], PhotoUnusableReason.Truncated, PhotoUnusableReason.Corrupt);
    }

    [Fact]
    public void Decode_TruncatedBmp_IsNoHalfPicture() =>
        AssertFails(Pictures.Bmp(64, 64, Pictures.Noise)[..5000], PhotoUnusableReason.Truncated, PhotoUnusableReason.Corrupt);

    [Theory]
    [InlineData(0x7FFF_FFFFu)]
    [InlineData(0x8000_0000u)]
    [InlineData(0xFFFF_FFF0u)]
    public void Decode_BmpWhosePixelsBeginFarBeyondItsEnd_IsRefused(uint start)
    {
        // The codec skips that many bytes, which no count of bytes in .NET holds.
        var encoded = Pictures.Bmp(8, 8, Pictures.Noise);
        BitConverter.TryWriteBytes(encoded.AsSpan(10), start);

        AssertFails(encoded, PhotoUnusableReason.Truncated, PhotoUnusableReason.Corrupt);
    }

    [Theory]
    [InlineData("FFD8FF")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("474946383961")]
    [InlineData("424D")]
    [InlineData("524946460000000057454250")]
    public void Decode_MagicAlone_IsTruncatedOrCorrupt(string hexadecimal) =>
        AssertFails(Convert.FromHexString(hexadecimal), PhotoUnusableReason.Truncated, PhotoUnusableReason.Corrupt);

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    [InlineData(SKEncodedImageFormat.Gif)]
    [InlineData(SKEncodedImageFormat.Bmp)]
    public void Fingerprint_DamagedFile_GivesFingerprintOrFailure(SKEncodedImageFormat format)
    {
        var intact = format switch
        {
            SKEncodedImageFormat.Gif => Pictures.Gif(8, 8, [0, 85, 170, 255], [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 7 % 4))]),
            SKEncodedImageFormat.Bmp => Pictures.Bmp(24, 24, Pictures.Noise),
            _ => Pictures.Encode(24, 24, Pictures.Noise, format, 80),
        };

        // A small pixel limit keeps headers that are damaged into large ones quick.
        var fingerprinter = new PhotoFingerprinter(new SkiaPhotoDecoder(new() { MaximumPixels = 1_000_000 }));
        var random = new Random(20240506);
        for (var round = 0; round < 400; round++)
        {
            var damaged = intact.ToArray();
            for (var change = 0; change <= round % 8; change++)
            {
                // Half of the changes go to the header, where they do most harm.
                damaged[random.Next(random.Next(2) == 0 ? Math.Min(64, damaged.Length) : damaged.Length)] = (byte)random.Next(256);
            }

            var result = fingerprinter.Fingerprint(damaged.AsSpan(0, round % 3 == 0 ? random.Next(damaged.Length) + 1 : damaged.Length));

            if (!result.IsUsable)
            {
                Assert.NotEqual(PhotoUnusableReason.DecoderFailed, result.Failure.Reason);
                AssertNamesRemedy(result.Failure);
            }
        }
    }

    private static void AssertDecodes(byte[] encoded, PhotoLimits limits)
    {
        var result = new SkiaPhotoDecoder(limits).Decode(encoded);
        Assert.True(result.IsDecoded, result.Failure?.Message);
        result.Image.Dispose();
    }

    private static void AssertFails(byte[] encoded, params PhotoUnusableReason[] allowed) =>
        AssertFails(encoded, new PhotoLimits(), allowed);

    private static void AssertFails(byte[] encoded, PhotoLimits limits, params PhotoUnusableReason[] allowed)
    {
        var result = new SkiaPhotoDecoder(limits).Decode(encoded);

        Assert.False(result.IsDecoded);
        Assert.Contains(result.Failure.Reason, allowed);
        AssertNamesRemedy(result.Failure);
    }

    private static void AssertNamesRemedy(PhotoUnusable failure) =>
        Assert.Contains(Remedies, remedy => failure.Message.Contains(remedy, StringComparison.Ordinal));
}
