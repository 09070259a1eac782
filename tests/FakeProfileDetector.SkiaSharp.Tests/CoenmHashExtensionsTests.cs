using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Coenm;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>The same checks, limits and failures as decoding; the values are compared elsewhere.</summary>
public sealed class CoenmHashExtensionsTests
{
    [Fact]
    public void TryComputeCoenmHashes_Picture_IsThatOfItsPixels()
    {
        var rgba = Enumerable.Range(0, 40 * 30).SelectMany(i => new byte[] { (byte)i, (byte)(i / 5), (byte)(i % 40 * 6), 255 }).ToArray();
        var png = Pictures.Png(40, 30, (x, y) => Pixel(rgba, (y * 40) + x));

        Assert.True(new SkiaPhotoDecoder().TryComputeCoenmHashes(png, out var hashes, out var failure, TestContext.Current.CancellationToken));

        Assert.Null(failure);
        Assert.Equal(CoenmCompatibleHasher.FromRgba(rgba, 40, 30), hashes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(9)]
    public void TryComputeCoenmHashes_Orientation_IsThatOfTheFile(int orientation)
    {
        // Brighter to the right; turned a quarter it is not.
        var jpeg = Pictures.Encode(64, 48, (x, _) => Pictures.Gray(x * 4), SKEncodedImageFormat.Jpeg);

        Assert.True(new SkiaPhotoDecoder().TryComputeCoenmHashes(Pictures.WithOrientation(jpeg, orientation), out var hashes, out _, TestContext.Current.CancellationToken));

        Assert.Equal(orientation == 6 ? 0 : ulong.MaxValue, hashes.Difference);
    }

    [Fact]
    public void TryComputeCoenmHashes_UnusableFiles_GiveTheDecodersFailure()
    {
        var png = Pictures.Png(64, 64, Pictures.Noise);
        Check([], new());
        Check("no picture"u8.ToArray(), new());
        Check(png[..(png.Length / 2)], new());
        Check(png, new() { MaximumBytes = 1024 });
        Check(png, new() { MaximumPixels = 4095 });

        static void Check(byte[] encoded, PhotoLimits limits)
        {
            var decoder = new SkiaPhotoDecoder(limits);
            Assert.False(decoder.TryComputeCoenmHashes(encoded, out var hashes, out var failure));
            Assert.Equal(decoder.Decode(encoded).Failure?.ToString(), failure?.ToString());
            Assert.Equal(default, hashes);
        }
    }

    /// <summary>The hashes need the picture in color, three bytes a pixel more than its luma.</summary>
    [Fact]
    public void TryComputeCoenmHashes_MoreMemoryThanTheLimit_IsTooManyPixels()
    {
        var decoder = new SkiaPhotoDecoder(new() { MaximumWorkingBytes = 1 << 20 });
        var (small, large) = (Pictures.Bmp(500, 500, Pictures.Noise), Pictures.Bmp(600, 600, Pictures.Noise));

        Assert.True(decoder.TryComputeCoenmHashes(small, out _, out _, TestContext.Current.CancellationToken));
        Assert.False(decoder.TryComputeCoenmHashes(large, out _, out var failure, TestContext.Current.CancellationToken));
        Assert.Equal(PhotoUnusableReason.TooManyPixels, failure.Reason);
        using var luma = decoder.Decode(large, TestContext.Current.CancellationToken).Image;
        Assert.NotNull(luma);
    }

    [Fact]
    public void TryComputeCoenmHashes_NoDecoder_Throws() =>
        Assert.Throws<ArgumentNullException>("decoder", () => CoenmHashExtensions.TryComputeCoenmHashes(null!, [1], out _, out _));

    private static SKColor Pixel(byte[] rgba, int index) => new(rgba[index * 4], rgba[(index * 4) + 1], rgba[(index * 4) + 2]);
}
