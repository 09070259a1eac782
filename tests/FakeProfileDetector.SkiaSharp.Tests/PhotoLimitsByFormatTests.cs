using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>Every limit, set through dependency injection, holds for every format, whichever decoder takes it.</summary>
public sealed class PhotoLimitsByFormatTests
{
    // Enough for a limit of the smallest working memory to be exceeded by each format, and for a quarter of that to be within it.
    private const int Width = 1300;
    private const int Height = 900;

    private static readonly Dictionary<string, Func<int, int, byte[]>> Formats = new()
    {
        ["JPEG"] = static (width, height) => Pictures.Encode(width, height, static (x, y) => Pictures.Gray((x + y) & 255), SKEncodedImageFormat.Jpeg, 80),
        ["progressive JPEG"] = static (width, height) => HostilePictures.Jpeg(width, height, components: 3, scans: 10),
        ["JPEG of red, green and blue"] = static (width, height) => AsRgb(HostilePictures.Jpeg(width, height, components: 3)),
        ["PNG"] = static (width, height) => Pictures.Png(width, height, Pictures.Noise),
        ["WebP"] = static (width, height) => Pictures.Encode(width, height, Pictures.Noise, SKEncodedImageFormat.Webp, 80),
        ["animated WebP"] = static (width, height) => Pictures.AnimatedWebP(width, height, Pictures.Noise),
        ["GIF"] = static (width, height) => Pictures.Gif(width, height, [0, 85, 170, 255], new byte[width * height]),
        ["BMP"] = static (width, height) => Pictures.Bmp(width, height, Pictures.Noise),
    };

    public static TheoryData<string> Names => [.. Formats.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void MaximumBytes_FileOverIt_IsTooManyBytes(string format)
    {
        var encoded = Formats[format](64, 64);
        encoded = [.. encoded, .. new byte[Math.Max(0, 1025 - encoded.Length)]];

        Assert.Equal(PhotoUnusableReason.TooManyBytes, Decode(encoded, limits => limits.MaximumBytes = encoded.Length - 1)?.Reason);
        Assert.NotEqual(PhotoUnusableReason.TooManyBytes, Decode(encoded, limits => limits.MaximumBytes = encoded.Length)?.Reason);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MaximumPixels_PictureOverIt_IsTooManyPixels(string format)
    {
        var encoded = Formats[format](64, 48);

        Assert.Equal(PhotoUnusableReason.TooManyPixels, Decode(encoded, limits => limits.MaximumPixels = (64 * 48) - 1)?.Reason);
        Assert.Null(Decode(encoded, limits => limits.MaximumPixels = 64 * 48));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MaximumWorkingBytes_PictureOverIt_IsTooManyPixels(string format)
    {
        // Such that a byte a pixel is over the limit; JPEG at full size, or it would take less.
        Assert.InRange(Width * Height, (1 << 20) + 1, int.MaxValue);
        var (large, small) = (Formats[format](Width, Height), Formats[format](Width / 4, Height / 4));

        Assert.Equal(PhotoUnusableReason.TooManyPixels, Decode(large, static limits => limits.MaximumWorkingBytes = 1 << 20)?.Reason);
        Assert.Null(Decode(large, static _ => { }));
        Assert.Null(Decode(small, static limits => limits.MaximumWorkingBytes = 1 << 20));
    }

    /// <summary>Between what a kind of file takes and what a simpler kind does.</summary>
    [Theory]
    [InlineData("JPEG", 900, 1200, true)]
    [InlineData("JPEG", 900, 900, false)]
    [InlineData("progressive JPEG", 520, 520, true)]
    [InlineData("progressive JPEG", 480, 480, false)]
    [InlineData("PNG", 480, 480, true)]
    [InlineData("PNG", 440, 440, false)]
    [InlineData("WebP", 360, 360, true)]
    [InlineData("WebP", 320, 320, false)]
    [InlineData("animated WebP", 320, 320, true)]
    [InlineData("animated WebP", 270, 270, false)]
    public void MaximumWorkingBytes_BytesAPixel_AreThoseOfTheFormat(string format, int width, int height, bool isRefused) => Assert.Equal(
        isRefused ? PhotoUnusableReason.TooManyPixels : null,
        Decode(Formats[format](width, height), static limits => limits.MaximumWorkingBytes = 1 << 20)?.Reason);

    /// <summary>A picture that has to be turned is there twice.</summary>
    [Fact]
    public void MaximumWorkingBytes_TurnedJpeg_CountsBothCopies()
    {
        var upright = HostilePictures.Jpeg(800, 800, components: 3);

        Assert.Null(Decode(upright, static limits => limits.MaximumWorkingBytes = 1 << 20));
        Assert.Equal(
            PhotoUnusableReason.TooManyPixels,
            Decode(Pictures.WithOrientation(upright, 6), static limits => limits.MaximumWorkingBytes = 1 << 20)?.Reason);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MaximumConcurrency_NoSlotFree_WaitsUntilOneIs(string format)
    {
        var encoded = Formats[format](64, 48);
        using var provider = Build(static limits => limits.MaximumConcurrency = 1);
        var fingerprinter = provider.GetRequiredService<IPhotoFingerprinter>();
        var gate = provider.GetRequiredService<DecodingGate>();
        using (gate.Enter(CancellationToken.None))
        {
            // A decoder that did not wait would be done long before.
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            Assert.Throws<OperationCanceledException>(() => fingerprinter.Fingerprint(encoded, cancellation.Token));
        }

        // Alone, it comes through, also where one decoder hands the file to another.
        Assert.True(fingerprinter.Fingerprint(encoded, TestContext.Current.CancellationToken).IsUsable);
        gate.Enter(CancellationToken.None).Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MaximumConcurrency_RefusedAndDamagedFiles_GiveTheirSlotBack(string format)
    {
        var encoded = Formats[format](64, 48);
        using var provider = Build(static limits => (limits.MaximumConcurrency, limits.MaximumPixels) = (1, 64 * 48));
        var decoder = provider.GetRequiredService<IPhotoDecoder>();
        for (var round = 0; round < 4; round++)
        {
            decoder.Decode(Formats[format](65, 48), TestContext.Current.CancellationToken).Image?.Dispose();
            decoder.Decode(encoded.AsSpan(..(encoded.Length / 2)), TestContext.Current.CancellationToken).Image?.Dispose();
        }

        using var image = decoder.Decode(encoded, TestContext.Current.CancellationToken).Image;
        Assert.NotNull(image);
    }

    [Fact]
    public void ConfigureJpeg_FullSizeSide_ReachesTheDecoder()
    {
        var encoded = Formats["JPEG"](1100, 1000);
        Assert.Equal(275, Width(static _ => { }));
        Assert.Equal(1100, Width(static options => options.FullSizeSide = 1100));

        int Width(Action<JpegPhotoDecoderOptions> configure)
        {
            var services = new ServiceCollection();
            services.AddFakeProfileDetector().ConfigureJpeg(configure).UseSkiaSharp();
            using var provider = services.BuildServiceProvider();
            using var image = provider.GetRequiredService<IPhotoDecoder>().Decode(encoded).Image!;
            return image.Width;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Limits_OutOfRange_AreRefusedAtStart(bool isJpeg)
    {
        var services = new ServiceCollection();
        var builder = services.AddFakeProfileDetector().UseSkiaSharp();
        _ = isJpeg ? builder.ConfigureJpeg(static options => options.FullSizeSide = 1) : builder.ConfigurePhotoLimits(static limits => limits.MaximumConcurrency = 0);
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(isJpeg ? nameof(JpegPhotoDecoderOptions.FullSizeSide) : nameof(PhotoLimits.MaximumConcurrency), exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Without a marker that says otherwise, components named R, G and B are no luma; the core leaves them to SkiaSharp.</summary>
    private static byte[] AsRgb(byte[] jpeg)
    {
        var frame = jpeg.AsSpan(jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]));
        (frame[10], frame[13], frame[16]) = ((byte)'R', (byte)'G', (byte)'B');
        var scan = frame[frame.IndexOf([(byte)0xFF, (byte)0xDA])..];
        (scan[5], scan[7], scan[9]) = ((byte)'R', (byte)'G', (byte)'B');
        return jpeg;
    }

    private static PhotoUnusable? Decode(byte[] encoded, Action<PhotoLimits> configure)
    {
        using var provider = Build(configure);
        return provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(encoded).Failure;
    }

    private static ServiceProvider Build(Action<PhotoLimits> configure)
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector()
            .UseSkiaSharp()
            .ConfigurePhotoLimits(configure)
            .ConfigureJpeg(static options => options.FullSizeSide = JpegPhotoDecoderOptions.NeverReduce);
        return services.BuildServiceProvider();
    }
}
