using Microsoft.Extensions.Options;

namespace FakeProfileDetector.OnnxRuntime.Tests;

public sealed class OnnxFaceLocatorOptionsTests
{
    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var options = new OnnxFaceLocatorOptions();

        Assert.Equal((0.7, 0.3, 1), (options.ScoreThreshold, options.MaximumOverlap, options.Threads));
        Assert.Equal((null, null), (options.Layout, options.Fit));
        Assert.Equal((null, null, null, null), (options.InputWidth, options.InputHeight, options.PixelMean, options.PixelDivisor));
    }

    public static TheoryData<string, Action<OnnxFaceLocatorOptions>> OutOfRange() => new()
    {
        { "ScoreThreshold must be between 0.01 and 1", options => options.ScoreThreshold = 0 },
        { "ScoreThreshold must be between 0.01 and 1", options => options.ScoreThreshold = 1.01 },
        { "ScoreThreshold must be between 0.01 and 1", options => options.ScoreThreshold = double.NaN },
        { "MaximumOverlap must be between 0 and 1", options => options.MaximumOverlap = -0.1 },
        { "MaximumOverlap must be between 0 and 1", options => options.MaximumOverlap = 1.1 },
        { "Layout", options => options.Layout = (OnnxFaceModelLayout)7 },
        { "Fit", options => options.Fit = (OnnxPictureFit)7 },
        { "InputWidth must be between 32 and 2048", options => options.InputWidth = 31 },
        { "InputWidth must be between 32 and 2048", options => options.InputWidth = 2049 },
        { "InputHeight must be between 32 and 2048", options => options.InputHeight = 31 },
        { "InputHeight must be between 32 and 2048", options => options.InputHeight = 2049 },
        { "PixelMean must be between 0 and 255", options => options.PixelMean = -1 },
        { "PixelMean must be between 0 and 255", options => options.PixelMean = 255.1 },
        { "PixelDivisor must be between 1 and 255", options => options.PixelDivisor = 0.9 },
        { "PixelDivisor must be between 1 and 255", options => options.PixelDivisor = 256 },
        { "Threads must be between 1 and 64", options => options.Threads = 0 },
        { "Threads must be between 1 and 64", options => options.Threads = 65 },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void Constructor_OutOfRange_Throws(string expected, Action<OnnxFaceLocatorOptions> configure)
    {
        using var file = new ModelFile(Models.Bright());

        var exception = Assert.Throws<OptionsValidationException>(() => file.Locator(configure));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_EndsOfRanges_AreInside()
    {
        using var file = new ModelFile(Models.Bright());

        file.Locator(options => (options.ScoreThreshold, options.MaximumOverlap, options.PixelMean, options.PixelDivisor, options.Threads) = (0.01, 0, 0, 1, 1)).Dispose();
        file.Locator(options => (options.ScoreThreshold, options.MaximumOverlap, options.PixelMean, options.PixelDivisor, options.Threads) = (1, 1, 255, 255, 64)).Dispose();
    }

    [Fact]
    public void Constructor_Options_AreCopied()
    {
        using var file = new ModelFile(Models.Constant((0.1f, 0.2f, 0.4f, 0.6f, 0.9f)));
        var options = new OnnxFaceLocatorOptions();
        using var locator = new OnnxFaceLocator(file.Path, options);
        using var picture = ModelFile.Picture(100, 100);

        options.ScoreThreshold = 1;

        Assert.Single(locator.Locate(picture).Faces);
    }
}
