using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.DependencyInjection;

public sealed class BuilderExtensionsTests
{
    [Fact]
    public async Task RemoveSignal_Standard_IsNotAsked()
    {
        var report = await Check(builder => builder.RemoveSignal("name-mismatch"));

        Assert.Equal(["image-reuse", "sparse-history"], report.Signals.Select(signal => signal.Name));
    }

    [Fact]
    public async Task RemoveSignal_ThenOneOfThatName_TakesItsPlace()
    {
        var report = await Check(builder => builder.RemoveSignal("sparse-history").AddSignal(_ => new FixedSignal("sparse-history", 2)));

        Assert.Equal(2, report.Signal("sparse-history").WeightBits);
    }

    [Fact]
    public async Task RemoveSignal_UnknownName_IsRefusedWithThoseKnown()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Check(builder => builder.RemoveSignal("image-resue")));

        Assert.Contains("image-resue", exception.Message, StringComparison.Ordinal);
        Assert.Contains("image-reuse, name-mismatch, sparse-history", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseStores_OfATypeAndMade_ReplaceThoseBefore()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector()
            .UseProfileStore(_ => throw new InvalidOperationException("Was to be replaced."))
            .UseProfileStore<InMemoryProfileStore>()
            .UseReviewDecisionStore<InMemoryReviewDecisionStore>()
            .UseReviewDecisionStore(_ => new InMemoryReviewDecisionStore())
            .UsePhotoDecoder<NoDecoder>()
            .UsePhotoDecoder(_ => new SceneDecoder(Scene.Draw(1)));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IProfileRegistry>().EnrollAsync(new("a"), TestContext.Current.CancellationToken);

        Assert.NotNull(await Assert.Single(provider.GetServices<IProfileStore>()).FindAsync("a", TestContext.Current.CancellationToken));
        Assert.Single(provider.GetServices<IReviewDecisionStore>());
        Assert.IsType<SceneDecoder>(Assert.Single(provider.GetServices<IPhotoDecoder>()));
    }

    /// <summary>What a package with a signal does: options, a signal and one extension, nothing of the library edited.</summary>
    [Fact]
    public async Task SignalOfAnotherPackage_WithOptions_IsConfiguredByCodeAndConfiguration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Weekday:Bits", "1.5"), new("Weekday:Twice", "true")]).Build();
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(configuration).AddWeekday().AddWeekday(options => options.Twice = false);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(new("a"), TestContext.Current.CancellationToken);

        Assert.Equal(1.5, report.Signal("weekday").WeightBits);
    }

    [Fact]
    public void Arguments_Null_AreRefused()
    {
        var builder = new ServiceCollection().AddFakeProfileDetector();
        IFakeProfileDetectorBuilder none = null!;
        IServiceCollection noServices = null!;
        var configuration = new ConfigurationBuilder().Build();

        Assert.All(
            new Action[]
            {
                () => none.AddSignal<WeekdaySignal>(),
                () => builder.AddSignal<WeekdaySignal>(create: null!),
                () => none.AddOptions<WeekdayOptions>("A", static (_, _) => { }),
                () => builder.AddOptions<WeekdayOptions>("A", null!),
                () => none.RemoveSignal("a"),
                () => none.AddImageReuse(),
                () => none.AddNameMismatch(),
                () => none.AddSparseHistory(),
                () => none.UsePhotoDecoder<NoDecoder>(),
                () => builder.UseProfileStore(null!),
                () => builder.ConfigureRegistry(null!),
                () => none.ConfigureJpeg(_ => { }),
                () => noServices.AddFakeProfileDetector(),
                () => noServices.AddFakeProfileDetector(configuration),
                () => noServices.AddFakeProfileDetector("a"),
                () => noServices.AddFakeProfileDetector("a", configuration),
                () => builder.Services.AddFakeProfileDetector((IConfiguration)null!),
                () => builder.Services.AddFakeProfileDetector("a", (IConfiguration)null!),
            },
            call => Assert.Throws<ArgumentNullException>(call));
        Assert.ThrowsAny<ArgumentException>(() => builder.RemoveSignal(" "));
        Assert.ThrowsAny<ArgumentException>(() => builder.Services.AddFakeProfileDetector(" "));
        Assert.ThrowsAny<ArgumentException>(() => builder.AddOptions<WeekdayOptions>(" ", static (_, _) => { }));
    }

    private static async Task<AuthenticityReport> Check(Action<IFakeProfileDetectorBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddFakeProfileDetector());
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        return await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(new("a"), TestContext.Current.CancellationToken);
    }

    private sealed class FixedSignal(string name, double bits) : IProfileSignal
    {
        public string Name => name;

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
            new(SignalResult.Evidence(bits, new Reason("fixed", "A fixed weight.")));
    }
}

internal sealed class WeekdayOptions
{
    public double Bits { get; set; }

    public bool Twice { get; set; }
}

internal sealed class WeekdaySignal(WeekdayOptions options) : IProfileSignal
{
    public string Name => "weekday";

    public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
        new(SignalResult.Evidence(options.Twice ? 2 * options.Bits : options.Bits, new Reason("weekday", "Signed up on a weekday.")));
}

internal static class WeekdayBuilderExtensions
{
    internal static IFakeProfileDetectorBuilder AddWeekday(this IFakeProfileDetectorBuilder builder, Action<WeekdayOptions>? configure = null)
    {
        builder.AddOptions<WeekdayOptions>("Weekday", static (section, options) => section.Bind(options)).Configure(configure ?? (static _ => { }));
        return builder.AddSignal(provider => new WeekdaySignal(provider.GetRequiredService<IOptionsMonitor<WeekdayOptions>>().Get(builder.Name)));
    }
}
