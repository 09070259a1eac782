using Microsoft.Extensions.Options;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class SkiaPhotoDecoderOptionsTests
{
    [Fact]
    public void Defaults_AreContract()
    {
        var options = new SkiaPhotoDecoderOptions();

        Assert.Equal(20_971_520, options.MaximumBytes);
        Assert.Equal(40_000_000, options.MaximumPixels);
        Assert.Equal(268_435_456, options.MaximumWorkingBytes);
        Assert.Equal(Environment.ProcessorCount, options.MaximumConcurrency);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(1_073_741_824)]
    public void MaximumBytes_AtTheEndsOfItsRange_IsAccepted(int value) =>
        Assert.NotNull(new SkiaPhotoDecoder(new() { MaximumBytes = value }));

    [Theory]
    [InlineData(1023)]
    [InlineData(1_073_741_825)]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaximumBytes_OutsideItsRange_ThrowsNamingTheProperty(int value) =>
        AssertRefused(new() { MaximumBytes = value }, nameof(SkiaPhotoDecoderOptions.MaximumBytes));

    [Theory]
    [InlineData(1000)]
    [InlineData(400_000_000)]
    public void MaximumPixels_AtTheEndsOfItsRange_IsAccepted(int value) =>
        Assert.NotNull(new SkiaPhotoDecoder(new() { MaximumPixels = value }));

    [Theory]
    [InlineData(999)]
    [InlineData(400_000_001)]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaximumPixels_OutsideItsRange_ThrowsNamingTheProperty(int value) =>
        AssertRefused(new() { MaximumPixels = value }, nameof(SkiaPhotoDecoderOptions.MaximumPixels));

    [Theory]
    [InlineData(1_048_576)]
    [InlineData(2_147_483_647)]
    public void MaximumWorkingBytes_AtTheEndsOfItsRange_IsAccepted(int value) =>
        Assert.NotNull(new SkiaPhotoDecoder(new() { MaximumWorkingBytes = value }));

    [Theory]
    [InlineData(1_048_575)]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaximumWorkingBytes_OutsideItsRange_ThrowsNamingTheProperty(int value) =>
        AssertRefused(new() { MaximumWorkingBytes = value }, nameof(SkiaPhotoDecoderOptions.MaximumWorkingBytes));

    [Fact]
    public void Options_ChangedLater_DoNotReachTheDecoder()
    {
        var options = new SkiaPhotoDecoderOptions();
        var decoder = new SkiaPhotoDecoder(options);
        options.MaximumPixels = 0;

        using var image = decoder.Decode(Pictures.Png(8, 8, Pictures.Noise)).Image;

        Assert.NotNull(image);
    }

    private static void AssertRefused(SkiaPhotoDecoderOptions options, string property)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => new SkiaPhotoDecoder(options));

        Assert.Contains(property, exception.Message, StringComparison.Ordinal);
    }
}
