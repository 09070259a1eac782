using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using Microsoft.Extensions.DependencyInjection;

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
    public void UseSkiaSharp_CalledTwice_RegistersOnce()
    {
        using var provider = Build(builder => builder.UseSkiaSharp().UseSkiaSharp());

        Assert.Single(provider.GetServices<IPhotoDecoder>());
    }

    [Fact]
    public void UseSkiaSharp_OtherDecoderSetBefore_IsReplaced()
    {
        using var provider = Build(builder => builder.UsePhotoDecoder<OtherDecoder>().UseSkiaSharp());

        Assert.IsType<JpegPhotoDecoder>(Assert.Single(provider.GetServices<IPhotoDecoder>()));
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
