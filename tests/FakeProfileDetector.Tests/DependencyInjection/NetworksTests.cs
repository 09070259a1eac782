using FakeProfileDetector.Connections;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection;

/// <summary>Several networks in one process.</summary>
public sealed class NetworksTests
{
    [Fact]
    public async Task Networks_PhotoSharedAcross_IsUniqueInEach()
    {
        await using var provider = Two();
        await Enroll(provider, "a", Member("owner", "Ana Horvat", Photo(1), Established));

        var stranger = Member("taker", "Boris Kovac", Photo(1), Thin);
        var inA = await Check(provider, "a", stranger);
        var inB = await Check(provider, "b", stranger);

        Assert.Equal(AuthenticityVerdict.LikelyFake, inA.Verdict);
        Assert.Contains("photo-unique", inB.Signal("image-reuse").Codes());
    }

    [Fact]
    public async Task Networks_Decisions_AreEachTheirOwn()
    {
        await using var provider = Two();
        await provider.GetRequiredKeyedService<IReviewDecisionStore>("a")
            .RecordAsync(ReviewDecision.ConfirmedFake("member", Now), TestContext.Current.CancellationToken);

        Assert.Equal(AuthenticityVerdict.LikelyFake, (await Check(provider, "a", new("member"))).Verdict);
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, (await Check(provider, "b", new("member"))).Verdict);
    }

    [Fact]
    public async Task Networks_Options_AreEachTheirOwn()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector("a", options => options.PriorProbability = 0.02).AddImageReuse(options => options.UniquePhotoBits = -1);
        services.AddFakeProfileDetector("b", new ConfigurationBuilder().AddInMemoryCollection(
            [new("PriorProbability", "0.2"), new("ImageReuse:UniquePhotoBits", "-2"), new("ConnectionAdvice:ActiveNetworkSize", "7")]).Build());
        services.AddFakeProfileDetector();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var member = Member("member", "Ana Horvat", Photo(1));

        var (a, b) = (await Check(provider, "a", member), await Check(provider, "b", member));
        var unnamed = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(member, TestContext.Current.CancellationToken);

        Assert.Equal(
            [(WeightOfEvidence.FromProbability(0.02), -1.0), (WeightOfEvidence.FromProbability(0.2), -2.0), (WeightOfEvidence.FromProbability(0.05), -0.5)],
            new[] { a, b, unnamed }.Select(report => (report.PriorBits, report.Signal("image-reuse").WeightBits)));
        Assert.Equal(7, provider.GetRequiredService<IOptionsMonitor<ConnectionAdvisorOptions>>().Get("b").ActiveNetworkSize);
    }

    [Fact]
    public async Task Networks_PartsAndSignals_AreThoseOfTheirKey()
    {
        IProfileStore store = new InMemoryProfileStore();
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IProfileStore>("a", store);
        services.AddFakeProfileDetector("a").AddSignal<CountSignal>().RemoveSignal("sparse-history");
        services.AddFakeProfileDetector("b").UsePhotoDecoder(_ => new SceneDecoder(Scene.Draw(1))).AddSignal<CountSignal>();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await Enroll(provider, "a", Member("owner", "Ana Horvat", Photo(1)));

        var (a, b) = (await Check(provider, "a", new("member")), await Check(provider, "b", new("member")));

        Assert.NotNull(await store.FindAsync("owner", TestContext.Current.CancellationToken));
        Assert.Equal(["image-reuse", "name-mismatch", "count"], a.Signals.Select(signal => signal.Name));
        Assert.Equal(["image-reuse", "name-mismatch", "sparse-history", "count"], b.Signals.Select(signal => signal.Name));
        Assert.Equal((1.0, 0.0), (a.Signal("count").WeightBits, b.Signal("count").WeightBits));
        Assert.True(provider.GetRequiredKeyedService<IPhotoFingerprinter>("b").Fingerprint(new byte[] { 1 }, TestContext.Current.CancellationToken).IsUsable);
        Assert.Null(provider.GetService<IProfileAuthenticityChecker>());
        Assert.NotNull(provider.GetRequiredKeyedService<IConnectionRequestAdvisor>("b"));
    }

    [Fact]
    public async Task Networks_OptionOutOfRange_IsRefusedAtStart()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector("a");
        services.AddFakeProfileDetector("b").ConfigureRegistry(options => options.MaximumUses = 0);
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal("b", exception.OptionsName);
        Assert.Contains(nameof(ProfileRegistryOptions.MaximumUses), exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Two()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector("a");
        services.AddFakeProfileDetector("b");
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static async Task Enroll(ServiceProvider provider, string network, Profile profile) =>
        await provider.GetRequiredKeyedService<IProfileRegistry>(network).EnrollAsync(profile, TestContext.Current.CancellationToken);

    private static async Task<AuthenticityReport> Check(ServiceProvider provider, string network, Profile profile) =>
        await provider.GetRequiredKeyedService<IProfileAuthenticityChecker>(network).CheckAsync(profile, TestContext.Current.CancellationToken);

    /// <summary>Weighs 1 bit where its network has enrolled the owner.</summary>
    private sealed class CountSignal([FromKeyedServices] IProfileStore store) : IProfileSignal
    {
        public string Name => "count";

        public async ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
            SignalResult.Evidence(await store.FindAsync("owner", cancellationToken) is null ? 0 : 1, new Reason("count", "Counted."));
    }
}
