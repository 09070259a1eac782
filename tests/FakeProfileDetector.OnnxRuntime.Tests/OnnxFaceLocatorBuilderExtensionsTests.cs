using FakeProfileDetector.Photos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.OnnxRuntime.Tests;

public sealed class OnnxFaceLocatorBuilderExtensionsTests
{
    private static readonly (float, float, float, float, float) Face = (0.1f, 0.2f, 0.4f, 0.6f, 0.9f);

    [Fact]
    public void UseOnnxFaceLocator_Fingerprints_HoldWhatTheModelFinds()
    {
        using var file = new ModelFile(Models.Constant(Face));
        using var provider = Build(builder => Assert.Same(builder, builder.UsePhotoDecoder<BlackDecoder>().UseOnnxFaceLocator(file.Path)));

        var content = provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint([1]).Fingerprint?.Content;

        Assert.Equal(new FaceBox(10, 20, 30, 40), Assert.Single(content!.Faces));
    }

    [Fact]
    public void UseOnnxFaceLocator_CalledTwice_TheLastModelIsUsed()
    {
        using var file = new ModelFile(Models.Constant(Face));
        using var other = new ModelFile(Models.Bright());
        using var provider = Build(builder => builder.UseOnnxFaceLocator(file.Path).UseOnnxFaceLocator(other.Path));

        Assert.Equal(0, Faces(Assert.Single(provider.GetServices<IFaceLocator>())));
    }

    [Fact]
    public void UseOnnxFaceLocator_OtherLocatorSetLater_NeedsNoFile()
    {
        using var provider = Build(builder => builder.UseOnnxFaceLocator("missing.onnx").UseFaceLocator<NoLocator>());

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.IsType<NoLocator>(provider.GetRequiredService<IFaceLocator>());
    }

    [Fact]
    public void UseOnnxFaceLocator_MissingFile_IsRefusedAtStart()
    {
        using var file = new ModelFile(Models.Bright());
        using var provider = Build(builder => builder.UseOnnxFaceLocator(file.MissingPath));

        var exception = Assert.Throws<OnnxFaceModelException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(file.MissingPath, exception.ModelPath);
    }

    [Fact]
    public void UseOnnxFaceLocator_OptionOutOfRange_IsRefusedAtStartOnce()
    {
        using var file = new ModelFile(Models.Bright());
        using var provider = Build(builder => builder.UseOnnxFaceLocator(file.Path, options => options.ScoreThreshold = 2));

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("ScoreThreshold", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseOnnxFaceLocator_Start_LoadsTheModelThatIsUsed()
    {
        using var provider = Started(new ModelFile(Models.Constant(Face)));

        // The file is gone again.
        Assert.Equal(1, Faces(provider.GetRequiredService<IFaceLocator>()));
    }

    [Fact]
    public void UseOnnxFaceLocator_Network_HasAModelOfItsOwn()
    {
        using var file = new ModelFile(Models.Constant(Face));
        var services = new ServiceCollection();
        services.AddFakeProfileDetector();
        services.AddFakeProfileDetector("network").UseOnnxFaceLocator(file.Path, options => options.ScoreThreshold = 0.95);
        services.AddFakeProfileDetector("other").UseOnnxFaceLocator(file.Path);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Null(provider.GetService<IFaceLocator>());
        Assert.Equal(0, Faces(provider.GetRequiredKeyedService<IFaceLocator>("network")));
        Assert.Equal(1, Faces(provider.GetRequiredKeyedService<IFaceLocator>("other")));
    }

    [Fact]
    public void UseOnnxFaceLocator_NetworkWithoutItsFile_IsRefusedAtStart()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector("network").UseOnnxFaceLocator("missing.onnx");
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OnnxFaceModelException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void Container_Disposed_FreesTheModel()
    {
        using var file = new ModelFile(Models.Constant(Face));
        var provider = Build(builder => builder.UseOnnxFaceLocator(file.Path));
        var locator = provider.GetRequiredService<IFaceLocator>();
        using var picture = ModelFile.Picture(100, 100);

        provider.Dispose();

        Assert.Throws<ObjectDisposedException>(() => locator.Locate(picture));
    }

    [Fact]
    public void Configuration_EveryOption_IsRead()
    {
        using var file = new ModelFile(Models.Bright());
        using var provider = Configured(file, new()
        {
            ["ScoreThreshold"] = "0.5",
            ["MaximumOverlap"] = "0.4",
            ["Layout"] = "YuNet",
            ["Fit"] = "Letterbox",
            ["InputWidth"] = "96",
            ["InputHeight"] = "64",
            ["PixelMean"] = "104",
            ["PixelDivisor"] = "2",
            ["Threads"] = "3",
        });

        var options = provider.GetRequiredService<IOptions<OnnxFaceLocatorOptions>>().Value;

        Assert.Equal((0.5, 0.4, 3), (options.ScoreThreshold, options.MaximumOverlap, options.Threads));
        Assert.Equal((OnnxFaceModelLayout.YuNet, OnnxPictureFit.Letterbox), (options.Layout, options.Fit));
        Assert.Equal((96, 64, 104.0, 2.0), (options.InputWidth, options.InputHeight, options.PixelMean, options.PixelDivisor));
        Assert.Equal(9, typeof(OnnxFaceLocatorOptions).GetProperties().Length);
    }

    [Theory]
    [InlineData("ScoreThreshold", "0.95", 0)]
    [InlineData("ScoreThreshold", "0.85", 1)]
    [InlineData("MaximumOverlap", "1", 2)]
    [InlineData("Layout", "ScoresAndBoxes", 1)]
    public void Configuration_Option_HasItsEffect(string key, string value, int expected)
    {
        using var file = new ModelFile(Models.Constant(Face, (0.1f, 0.2f, 0.4f, 0.59f, 0.89f)));
        using var provider = Configured(file, new() { [key] = value });

        Assert.Equal(expected, Faces(provider.GetRequiredService<IFaceLocator>()));
    }

    [Theory]
    [InlineData("PixelMean", "0", 100, 60, 1)]
    [InlineData("PixelDivisor", "64", 180, 60, 1)]
    [InlineData("Threads", "2", 255, 60, 1)]
    [InlineData("Fit", "Letterbox", 255, 30, 1)]
    public void Configuration_OptionOfTheInput_HasItsEffect(string key, string value, byte brightness, int height, int expected)
    {
        using var file = new ModelFile(Models.Bright());
        using var provider = Configured(file, new() { [key] = value });
        using var picture = ModelFile.Picture(80, height, new(8, 5, 40, 20), brightness);

        var face = Assert.Single(provider.GetRequiredService<IFaceLocator>().Locate(picture).Faces);

        Assert.Equal(expected, face is { X: >= 7 and <= 9, Y: >= 4 and <= 6, Width: >= 38 and <= 42, Height: >= 18 and <= 22 } ? 1 : 0);
    }

    [Fact]
    public void Configuration_InputSize_HasItsEffect()
    {
        using var file = new ModelFile(Models.Bright(width: 96, height: 64, isOpen: true));
        using var provider = Configured(file, new() { ["InputWidth"] = "96", ["InputHeight"] = "64" });

        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void Configuration_WhatTheCallSets_OutranksIt()
    {
        using var file = new ModelFile(Models.Constant(Face));
        using var provider = Configured(file, new() { ["ScoreThreshold"] = "0.95" }, options => options.ScoreThreshold = 0.5);

        Assert.Equal(1, Faces(provider.GetRequiredService<IFaceLocator>()));
    }

    [Theory]
    [InlineData("Threshold", "0.5", "FakeProfileDetector:OnnxFaceLocator:Threshold is not known here; correct or remove it.")]
    [InlineData("Layout", "Cascade", "FakeProfileDetector:OnnxFaceLocator:Layout")]
    [InlineData("Threads", "0", "Threads must be between 1 and 64")]
    public void Configuration_UnknownOrInvalid_IsRefusedAtStart(string key, string value, string expected)
    {
        using var file = new ModelFile(Models.Constant(Face));
        using var provider = Configured(file, new() { [key] = value });

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseOnnxFaceLocator_WithoutBuilderOrPath_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => OnnxFaceLocatorBuilderExtensions.UseOnnxFaceLocator(null!, "model.onnx"));
        Assert.Throws<ArgumentNullException>(() => Build(builder => builder.UseOnnxFaceLocator(null!)));
        Assert.Throws<ArgumentException>(() => Build(builder => builder.UseOnnxFaceLocator(" ")));
    }

    private static int Faces(IFaceLocator locator)
    {
        using var picture = ModelFile.Picture(100, 100);
        return locator.Locate(picture).Faces.Count;
    }

    private static ServiceProvider Started(ModelFile file)
    {
        using (file)
        {
            var provider = Build(builder => builder.UseOnnxFaceLocator(file.Path));
            provider.GetRequiredService<IStartupValidator>().Validate();
            return provider;
        }
    }

    private static ServiceProvider Configured(ModelFile file, Dictionary<string, string?> section, Action<OnnxFaceLocatorOptions>? configure = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(section.ToDictionary(entry => $"FakeProfileDetector:OnnxFaceLocator:{entry.Key}", entry => entry.Value)).Build();
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(configuration.GetSection("FakeProfileDetector")).UseOnnxFaceLocator(file.Path, configure);
        return services.BuildServiceProvider();
    }

    private static ServiceProvider Build(Action<IFakeProfileDetectorBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddFakeProfileDetector());
        return services.BuildServiceProvider();
    }

    private sealed class NoLocator : IFaceLocator
    {
        public PictureContent Locate(LumaImage luma, CancellationToken cancellationToken = default) => new(luma.Width, luma.Height, []);
    }

    private sealed class BlackDecoder : IPhotoDecoder
    {
        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
            PhotoDecodeResult.Decoded(ModelFile.Picture(100, 100));
    }
}
