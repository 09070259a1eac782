using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Reasons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class SkiaSharpBuilderExtensionsTests
{
    [Fact]
    public void UseSkiaSharp_Defaults_FingerprintsPhotos()
    {
        using var provider = Build(builder => Assert.Same(builder, builder.UseSkiaSharp()));

        Assert.IsType<JpegPhotoDecoder>(Assert.Single(provider.GetServices<IPhotoDecoder>()));
        var fingerprinter = provider.GetRequiredService<IPhotoFingerprinter>();
        Assert.True(fingerprinter.Fingerprint(Pictures.Png(64, 64, Pictures.Noise)).IsUsable);
    }

    [Fact]
    public void UseSkiaSharp_Limits_AreHonoured()
    {
        using var provider = Build(builder => builder.UseSkiaSharp(options => options.MaximumPixels = 1000));

        var result = provider.GetRequiredService<IPhotoDecoder>().Decode(Pictures.Png(64, 64, Pictures.Noise));

        Assert.Equal(PhotoUnusableReason.TooManyPixels, result.Failure?.Reason);
    }

    [Fact]
    public void UseSkiaSharp_CalledTwice_AppliesBothAndRegistersOnce()
    {
        using var provider = Build(builder => builder
            .UseSkiaSharp(options => options.MaximumPixels = 1000)
            .UseSkiaSharp(options => options.MaximumBytes = 2048));

        Assert.Single(provider.GetServices<IPhotoDecoder>());
        var options = provider.GetRequiredService<IOptions<SkiaPhotoDecoderOptions>>().Value;
        Assert.Equal((1000, 2048), (options.MaximumPixels, options.MaximumBytes));
    }

    [Fact]
    public void UseSkiaSharp_OtherDecoderSetBefore_IsReplaced()
    {
        using var provider = Build(builder => builder.UsePhotoDecoder<OtherDecoder>().UseSkiaSharp());

        Assert.IsType<JpegPhotoDecoder>(Assert.Single(provider.GetServices<IPhotoDecoder>()));
    }

    [Fact]
    public void UseSkiaSharp_LimitOutOfRange_IsRefusedAtStart()
    {
        using var provider = Build(builder => builder.UseSkiaSharp(options => options.MaximumBytes = 0));

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(nameof(SkiaPhotoDecoderOptions.MaximumBytes), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseSkiaSharp_NullBuilder_Throws() =>
        Assert.Throws<ArgumentNullException>(() => SkiaSharpBuilderExtensions.UseSkiaSharp(null!));

    private static ServiceProvider Build(Action<IFakeProfileDetectorBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddFakeProfileDetector());
        return services.BuildServiceProvider();
    }

    private sealed class OtherDecoder : IPhotoDecoder
    {
        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Was to be replaced.");
    }
}
