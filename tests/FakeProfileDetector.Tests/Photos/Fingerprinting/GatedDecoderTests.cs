using FakeProfileDetector.Photos;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Tests.Photos.Fingerprinting;

/// <summary>An application's own decoder is held to the limits as far as they can be applied from outside.</summary>
public sealed class GatedDecoderTests
{
    [Fact]
    public void Decode_FileOverTheLimit_DoesNotReachTheDecoder()
    {
        using var provider = Build<OwnDecoder>(static limits => limits.MaximumBytes = 1024);

        Assert.Equal(PhotoUnusableReason.TooManyBytes, Fingerprint(provider, new byte[1025]).Failure?.Reason);
        Assert.True(Fingerprint(provider, new byte[1024]).IsUsable);
    }

    [Fact]
    public void Decode_MorePixelsThanTheLimit_AreNotHashed()
    {
        using var provider = Build<OwnDecoder>(static limits => limits.MaximumPixels = (OwnDecoder.Side * OwnDecoder.Side) - 1);

        Assert.Equal(PhotoUnusableReason.TooManyPixels, Fingerprint(provider, [1]).Failure?.Reason);
    }

    [Fact]
    public void Decode_NoSlotFree_WaitsUntilOneIs()
    {
        using var provider = Build<OwnDecoder>(static limits => limits.MaximumConcurrency = 1);
        using (provider.GetRequiredService<DecodingGate>().Enter(CancellationToken.None))
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            Assert.Throws<OperationCanceledException>(() => provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint([1], cancellation.Token));
        }

        Assert.True(Fingerprint(provider, [1]).IsUsable);
    }

    [Fact]
    public void Decode_DecoderOfThisLibraryWithLimitsOfItsOwn_IsHeldToThoseConfigured()
    {
        var jpeg = File.ReadAllBytes(Path.Combine(SharedData.Conformance, "jpeg", "420.jpg"));
        using var provider = Build<SkiaPhotoDecoder>(static limits => limits.MaximumPixels = 1000);

        Assert.Equal(PhotoUnusableReason.TooManyPixels, Fingerprint(provider, jpeg).Failure?.Reason);
    }

    private static PhotoFingerprintResult Fingerprint(ServiceProvider provider, byte[] encoded) =>
        provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(encoded, TestContext.Current.CancellationToken);

    private static ServiceProvider Build<TDecoder>(Action<PhotoLimits> configure)
        where TDecoder : class, IPhotoDecoder
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UsePhotoDecoder<TDecoder>().ConfigurePhotoLimits(configure);
        return services.BuildServiceProvider();
    }

    private sealed class OwnDecoder : IPhotoDecoder
    {
        internal const int Side = 64;

        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
        {
            var image = new LumaImage(Side, Side);
            image.Pixels.Clear();
            return PhotoDecodeResult.Decoded(image);
        }
    }
}
