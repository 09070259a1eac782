using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.Photos;

/// <summary>Defaults and ranges; what each limit does to every format is tested with the decoders of all of them.</summary>
public sealed class PhotoLimitsTests
{
    [Fact]
    public void Defaults_AreContract()
    {
        var limits = new PhotoLimits();

        Assert.Equal(67_108_864, limits.MaximumBytes);
        Assert.Equal(220_000_000, limits.MaximumPixels);
        Assert.Equal(268_435_456, limits.MaximumWorkingBytes);
        Assert.Equal(Environment.ProcessorCount, limits.MaximumConcurrency);
    }

    [Theory]
    [InlineData(nameof(PhotoLimits.MaximumBytes), 1024, 1_073_741_824)]
    [InlineData(nameof(PhotoLimits.MaximumPixels), 1000, 400_000_000)]
    [InlineData(nameof(PhotoLimits.MaximumWorkingBytes), 1_048_576, int.MaxValue)]
    [InlineData(nameof(PhotoLimits.MaximumConcurrency), 1, 1024)]
    public void Decoders_LimitInsideItsRangeOnly_IsAccepted(string name, int minimum, int maximum)
    {
        foreach (var value in (int[])[minimum, maximum])
        {
            Assert.NotNull(new JpegPhotoDecoder(limits: With(name, value)));
            Assert.NotNull(new SkiaPhotoDecoder(With(name, value)));
        }

        foreach (var value in (int[])[minimum - 1, maximum == int.MaxValue ? -1 : maximum + 1])
        {
            Assert.Contains(name, Assert.Throws<OptionsValidationException>(() => new JpegPhotoDecoder(limits: With(name, value))).Message, StringComparison.Ordinal);
            Assert.Contains(name, Assert.Throws<OptionsValidationException>(() => new SkiaPhotoDecoder(With(name, value))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Limits_ChangedLater_DoNotReachTheDecoder()
    {
        var limits = new PhotoLimits();
        var decoders = (IPhotoDecoder[])[new JpegPhotoDecoder(limits: limits), new SkiaPhotoDecoder(limits)];
        limits.MaximumPixels = 0;

        Assert.All(decoders, decoder =>
        {
            using var image = decoder.Decode(Jpeg()).Image;
            Assert.NotNull(image);
        });
    }

    [Fact]
    public void JpegPhotoDecoder_NoLimitsOfItsOwn_TakesThoseOfItsFallback()
    {
        var fallback = new SkiaPhotoDecoder(new() { MaximumPixels = 1000 });

        Assert.Equal(PhotoUnusableReason.TooManyPixels, new JpegPhotoDecoder(fallback).Decode(Jpeg()).Failure?.Reason);
        Assert.Null(new JpegPhotoDecoder(fallback, limits: new()).Decode(Jpeg()).Failure);
    }

    private static byte[] Jpeg() => File.ReadAllBytes(Path.Combine(SharedData.Conformance, "jpeg", "420.jpg"));

    private static PhotoLimits With(string name, int value)
    {
        var limits = new PhotoLimits();
        typeof(PhotoLimits).GetProperty(name)!.SetValue(limits, value);
        return limits;
    }
}
