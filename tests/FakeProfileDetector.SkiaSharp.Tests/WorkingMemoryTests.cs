using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class WorkingMemoryTests
{
    [Theory]
    [InlineData(3, 1, 0x11, 1)]
    [InlineData(1, 10, 0x11, 3)]
    [InlineData(3, 10, 0x11, 7)]
    [InlineData(3, 10, 0x21, 5)]
    [InlineData(3, 10, 0x22, 4)]
    [InlineData(4, 10, 0x11, 9)]
    public void Estimate_Jpeg_CountsCoefficientsWhereTheyAreKept(int components, int scans, int sampling, int bytesPerPixel) =>
        Assert.Equal(64 * 48 * bytesPerPixel, Estimate(HostilePictures.Jpeg(64, 48, components, scans, (byte)sampling)));

    [Fact]
    public void Estimate_JpegWithOneScanForEachComponent_CountsCoefficients()
    {
        var jpeg = HostilePictures.Jpeg(64, 48, components: 3);

        // The scan names one component now, and is shorter for it.
        var scan = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        jpeg = [.. jpeg[..(scan + 2)], 0, 8, 1, 1, 0, 0, 63, 0, .. jpeg[(scan + 14)..]];

        Assert.Equal(64 * 48 * 7, Estimate(jpeg));
    }

    [Fact]
    public void Estimate_JpegWithEmptyCommentsAndFillBytes_ReadsOn()
    {
        var jpeg = HostilePictures.Jpeg(64, 48, components: 3, scans: 10);

        Assert.Equal(64 * 48 * 7, Estimate([.. jpeg[..2], 0xFF, 0xFE, 0, 2, 0xFF, 0xFF, 0xFF, 0xFE, 0, 3, 0xFF, .. jpeg[2..]]));
    }

    [Theory]
    [InlineData(8, false, 5)]
    [InlineData(16, false, 5)]
    [InlineData(8, true, 9)]
    [InlineData(16, true, 13)]
    public void Estimate_Png_CountsTheInterlacedPicture(int bitDepth, bool interlaced, int bytesPerPixel) =>
        Assert.Equal(64 * 48 * bytesPerPixel, Estimate(HostilePictures.Png(64, 48, (byte)bitDepth, interlaced)));

    [Fact]
    public void Estimate_OtherFormats_CountWhatTheCodecKeeps()
    {
        Assert.Equal(64 * 48, Estimate(Pictures.Bmp(64, 48, Pictures.Noise)));
        Assert.Equal(64 * 48 * 5, Estimate(HostilePictures.RunLengthBmp(64, 48)));
        Assert.Equal(64 * 48 * 9, Estimate(Pictures.Encode(64, 48, Pictures.Noise, SKEncodedImageFormat.Webp)));
        Assert.Equal(64 * 48 * 13, Estimate(Pictures.AnimatedWebP(64, 48, Pictures.Noise)));
        Assert.Equal(16 * 9, Estimate(Pictures.Gif(4, 4, [0, 85, 170, 255], new byte[16])));
    }

    private static long Estimate(byte[] encoded)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(encoded));
        return WorkingMemory.Estimate(encoded, codec, bytesKept: 1);
    }
}
