using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.DependencyInjection;

public sealed class ConfigurationTests
{
    private const string Section = "FakeProfileDetector";

    [Fact]
    public void Configuration_EveryKind_IsBound()
    {
        using var provider = Build(new()
        {
            ["Mode"] = "observe",
            ["PriorProbability"] = "0.02",
            ["SignalTimeout"] = "00:00:05",
            ["Registry:AlteredCopies"] = "Always",
            ["Registry:KeepThumbnails"] = "false",
            ["Registry:MaximumUses"] = "7",
        });

        var detector = Value<FakeProfileDetectorOptions>(provider);
        var registry = Value<ProfileRegistryOptions>(provider);
        Assert.Equal((DetectorMode.Observe, 0.02, TimeSpan.FromSeconds(5)), (detector.Mode, detector.PriorProbability, detector.SignalTimeout));
        Assert.Equal((AlteredCopySearch.Always, false, 7), (registry.AlteredCopies, registry.KeepThumbnails, registry.MaximumUses));
    }

    [Fact]
    public void Configuration_WhatTheBuilderSets_OutranksIt()
    {
        using var provider = Build(
            new() { ["ImageReuse:MaximumMatches"] = "5", ["ImageReuse:UniquePhotoBits"] = "-1" },
            builder => builder.AddImageReuse(options => options.MaximumMatches = 6).AddImageReuse());

        var options = Value<ImageReuseOptions>(provider);
        Assert.Equal((6, -1.0), (options.MaximumMatches, options.UniquePhotoBits));
    }

    [Fact]
    public void Configuration_CalledAgainWithoutIt_KeepsWhatItSet()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(Configuration(new() { ["PriorProbability"] = "0.02" }));
        services.AddFakeProfileDetector(options => options.MinimumCoverage = 0.2);
        using var provider = services.BuildServiceProvider();

        var options = Value<FakeProfileDetectorOptions>(provider);
        Assert.Equal((0.02, 0.2), (options.PriorProbability, options.MinimumCoverage));
    }

    [Theory]
    [InlineData("PriorProbabilty", "0.02", "FakeProfileDetector:PriorProbabilty is not known here; correct or remove it.")]
    [InlineData("Regsitry:MaximumUses", "3", "FakeProfileDetector:Regsitry is not known here; correct or remove it.")]
    [InlineData("Registry:MaximumUse", "3", "FakeProfileDetector:Registry:MaximumUse is not known here; correct or remove it.")]
    [InlineData("SkiaSharp:MaximumBytes", "3", "FakeProfileDetector:SkiaSharp is not known here; correct or remove it.")]
    [InlineData("PriorProbability", "two", "'FakeProfileDetector:PriorProbability' to type 'System.Double'. Correct or remove it.")]
    [InlineData("SignalTimeout", "soon", "'FakeProfileDetector:SignalTimeout' to type 'System.TimeSpan'. Correct or remove it.")]
    [InlineData("Mode", "Watch", "'FakeProfileDetector:Mode' to type 'FakeProfileDetector.DetectorMode'. Correct or remove it.")]
    [InlineData("Index:BuildThreads", "many", "'FakeProfileDetector:Index:BuildThreads' to type 'System.Int32'. Correct or remove it.")]
    [InlineData("PriorProbability", "0.9", "PriorProbability")]
    public void Configuration_UnknownOrInvalid_IsRefusedAtStart(string key, string value, string expected)
    {
        using var provider = Build(new() { [key] = value });

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_UnknownKey_TheKnownOnesAreListed()
    {
        using var provider = Build(new() { ["Registry:Radius"] = "3" });

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.All(
            typeof(ProfileRegistryOptions).GetProperties().Select(property => property.Name),
            name => Assert.Contains(name, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Configuration_WeightsRelative_AreThoseBelowTheContentRoot()
    {
        using var folder = new TemporaryFolder();
        Weights(0.2).Save(folder.PathOf("weights.json"));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("contentRoot", folder.Root)]).Build());
        services.AddFakeProfileDetector(Configuration(new() { ["Weights"] = "weights.json" }));
        using var provider = services.BuildServiceProvider();

        Assert.Equal(0.2, Value<FakeProfileDetectorOptions>(provider).Weights.PriorProbability);
    }

    [Fact]
    public void Configuration_WeightsWithoutHost_AreRelativeToTheWorkingDirectory()
    {
        using var folder = new TemporaryFolder();
        Weights(0.2).Save(folder.PathOf("weights.json"));
        using var provider = Build(new() { ["Weights"] = Path.GetRelativePath(Environment.CurrentDirectory, folder.PathOf("weights.json")) });

        Assert.Equal(0.2, Value<FakeProfileDetectorOptions>(provider).Weights.PriorProbability);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public void Configuration_WeightsThatCannotBeRead_AreRefusedAtStart(string? content)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
        {
            File.WriteAllText(folder.PathOf("weights.json"), content);
        }

        using var provider = Build(new() { ["Weights"] = folder.PathOf("weights.json") });

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("FakeProfileDetector:Weights names the file", exception.Message, StringComparison.Ordinal);
        Assert.Contains(folder.PathOf("weights.json"), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_WeightsWrittenOut_AreRefused()
    {
        using var provider = Build(new() { ["Weights:priorProbability"] = "0.2" });

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("FakeProfileDetector:Weights must be the path of a file", exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Dictionary<string, string?> values, Action<IFakeProfileDetectorBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddFakeProfileDetector(Configuration(values));
        configure?.Invoke(builder);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IConfigurationSection Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"{Section}:{value.Key}", value.Value))).Build().GetSection(Section);

    private static TOptions Value<TOptions>(ServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;

    private static DetectorWeights Weights(double prior)
    {
        var unlearned = DetectorWeights.Default.Unlearned();
        return unlearned.With(prior, [], unlearned.Provenance);
    }
}
