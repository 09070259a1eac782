using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection;

public sealed class ServiceCollectionTests
{
    [Fact]
    public async Task AddFakeProfileDetector_Alone_ChecksProfiles()
    {
        await using var provider = new ServiceCollection().AddFakeProfileDetector().Services.BuildServiceProvider(validateScopes: true);
        var registry = provider.GetRequiredService<IProfileRegistry>();
        await registry.EnrollAsync(Member("owner", "Ana Horvat", Photo(1), Established), TestContext.Current.CancellationToken);

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>()
            .CheckAsync(Member("taker", "Boris Kovac", Photo(1), Thin), TestContext.Current.CancellationToken);

        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        Assert.Equal(["image-reuse", "name-mismatch", "sparse-history"], report.Signals.Select(signal => signal.Name));
    }

    [Fact]
    public async Task AddFakeProfileDetector_WithoutDecoder_SaysWhatIsMissing()
    {
        await using var provider = new ServiceCollection().AddFakeProfileDetector().Services.BuildServiceProvider();

        var result = provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(new byte[] { 1 }, TestContext.Current.CancellationToken);

        Assert.Contains("UseSkiaSharp()", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddFakeProfileDetector_PartsOfTheApplication_AreKept()
    {
        IProfileStore store = new InMemoryProfileStore();
        IHammingIndex index = new LinearScanIndex();
        var bank = new BenignPhotoBank(withKnownDefaults: false);
        var services = new ServiceCollection()
            .AddSingleton<IProfileStore>(store)
            .AddSingleton<IHammingIndex>(index)
            .AddSingleton(bank)
            .AddSingleton<TimeProvider>(new FixedTime(Now));
        services.AddFakeProfileDetector();
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IProfileRegistry>().EnrollAsync(Member("a", "Ana Horvat", Photo(1)), TestContext.Current.CancellationToken);
        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>()
            .CheckAsync(Member("b", null, null), TestContext.Current.CancellationToken);

        Assert.Equal(1, index.Count);
        Assert.NotNull(await store.FindAsync("a", TestContext.Current.CancellationToken));
        Assert.Same(bank, provider.GetRequiredService<BenignPhotoBank>());
        Assert.Equal(Now, report.CheckedAt);
    }

    [Fact]
    public async Task AddFakeProfileDetector_LearnedWeights_ReachHistoryScaleAndPrior()
    {
        var unlearned = DetectorWeights.Default.Unlearned();
        var weights = unlearned.With(0.2, [KeyValuePair.Create("name-mismatch", 0.0)], unlearned.Provenance);
        await using var provider = new ServiceCollection().AddSingleton<TimeProvider>(new FixedTime(Now))
            .AddFakeProfileDetector(options => options.Weights = weights).Services.BuildServiceProvider();

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(
            Member("a", "Ana Horvat", null, Thin) with { Handle = "ana.horvat" }, TestContext.Current.CancellationToken);

        Assert.Equal(WeightOfEvidence.FromProbability(0.2), report.PriorBits);
        Assert.All(report.Signals, signal => Assert.Equal(0, signal.WeightBits));
        Assert.Contains("handle-agrees-with-name", report.Signal("name-mismatch").Codes());
    }

    [Fact]
    public async Task AddFakeProfileDetector_IndexByDefault_IsMultiIndexHashIndexThatEndsWithTheContainer()
    {
        MultiIndexHashIndex index;
        await using (var provider = new ServiceCollection().AddFakeProfileDetector().Services.BuildServiceProvider())
        {
            index = Assert.IsType<MultiIndexHashIndex>(provider.GetRequiredService<IHammingIndex>());
            await provider.GetRequiredService<IProfileRegistry>().EnrollAsync(Member("a", "Ana Horvat", Photo(1)), TestContext.Current.CancellationToken);
            Assert.Equal(1, index.Count);
        }

        Assert.Throws<ObjectDisposedException>(() => index.Add(Photo(1).Hash, 1));
    }

    [Fact]
    public async Task ConfigureFingerprints_NoPatches_ReachesTheFingerprinter()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector()
            .ConfigureFingerprints(options => options.MaximumPatches = 0);
        services.AddSingleton<IPhotoDecoder>(new SceneDecoder(Scene.Draw(1)));
        await using var provider = services.BuildServiceProvider();

        var result = provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(new byte[] { 1 }, TestContext.Current.CancellationToken);

        Assert.Null(result.Fingerprint!.Patches);
    }

    [Fact]
    public async Task ConfigureFingerprints_OutOfRange_IsRefusedByName()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().ConfigureFingerprints(options => options.MaximumPatches = 5);
        await using var provider = services.BuildServiceProvider();

        Assert.Contains(
            "MaximumPatches",
            Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IPhotoFingerprinter>).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddFakeProfileDetector_CheckerOfTheApplication_IsKept()
    {
        using var registry = NewRegistry();
        var own = Checker(registry);
        var services = new ServiceCollection().AddSingleton<IProfileAuthenticityChecker>(own);
        services.AddFakeProfileDetector();
        await using var provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IProfileAuthenticityChecker>());
    }

    [Fact]
    public async Task AddFakeProfileDetector_Decisions_AreKeptInMemoryRespectedAndErased()
    {
        await using var provider = new ServiceCollection().AddFakeProfileDetector().Services.BuildServiceProvider();
        var decisions = provider.GetRequiredService<IReviewDecisionStore>();
        Assert.IsType<InMemoryReviewDecisionStore>(decisions);
        await decisions.RecordAsync(ReviewDecision.ConfirmedFake("a", Now), TestContext.Current.CancellationToken);

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(new("a"), TestContext.Current.CancellationToken);
        await provider.GetRequiredService<IProfileRegistry>().EraseAsync("a", TestContext.Current.CancellationToken);

        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        Assert.Empty(await decisions.FindAsync(["a"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AddFakeProfileDetector_StoreOfDecisionsOfTheApplication_IsKept()
    {
        var own = new InMemoryReviewDecisionStore();
        var services = new ServiceCollection().AddSingleton<IReviewDecisionStore>(own);
        services.AddFakeProfileDetector();
        await using var provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IReviewDecisionStore>());
    }

    [Fact]
    public async Task AddFakeProfileDetector_Twice_AddsEachSignalOnce()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().AddSignal<LengthSignal>();
        services.AddFakeProfileDetector().AddSignal<LengthSignal>();
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(
            ["image-reuse", "name-mismatch", "sparse-history", "id-length"],
            provider.GetServices<IProfileSignal>().Select(signal => signal.Name));
    }

    [Fact]
    public async Task AddSignal_WithDependencies_IsAskedInEveryCheck()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().AddSignal<LengthSignal>();
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>()
            .CheckAsync(new("abc"), TestContext.Current.CancellationToken);

        Assert.Equal(3, report.Signal("id-length").WeightBits);
    }

    [Fact]
    public async Task UsePhotoDecoder_Own_ReplacesTheOneBefore()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UsePhotoDecoder<NoDecoder>();
        await using var provider = services.BuildServiceProvider();

        var result = provider.GetRequiredService<IPhotoFingerprinter>().Fingerprint(new byte[] { 1 }, TestContext.Current.CancellationToken);

        Assert.Equal(PhotoUnusableReason.Corrupt, result.Failure!.Reason);
    }

    [Fact]
    public async Task Configure_EveryPart_ReachesIt()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(options => options.PriorProbability = 0.02)
            .ConfigureRegistry(options => options.MaximumUses = 7)
            .AddImageReuse(options => options.UniquePhotoBits = -1)
            .AddNameMismatch(options => options.HandleAgreementBits = -0.2)
            .AddSparseHistory(options => options.ReasonThresholdBits = 2);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(0.02, provider.GetRequiredService<IOptions<FakeProfileDetectorOptions>>().Value.PriorProbability);
        Assert.Equal(7, provider.GetRequiredService<IOptions<ProfileRegistryOptions>>().Value.MaximumUses);
        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(
            Member("a", "Ana Horvat", Photo(1)) with { Handle = "anahorvat" }, TestContext.Current.CancellationToken);
        Assert.Equal(-1, report.Signal(ImageReuseSignal.SignalName).WeightBits);
        Assert.Equal(-0.2, report.Signal(NameMismatchSignal.SignalName).WeightBits);
        Assert.Equal(2, provider.GetRequiredService<IOptions<SparseHistoryOptions>>().Value.ReasonThresholdBits);
    }

    [Fact]
    public async Task Options_OutOfRange_AreRefusedAtStart()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector(options => options.PriorProbability = 2)
            .ConfigureRegistry(options => options.MaximumUses = 0)
            .AddImageReuse(options => options.MaximumMatches = 0)
            .AddNameMismatch(options => options.HandleAgreementBits = 5)
            .AddSparseHistory(options => options.ReasonThresholdBits = -1);
        await using var provider = services.BuildServiceProvider();

        // What a host calls before it starts anything.
        var exception = Assert.Throws<AggregateException>(provider.GetRequiredService<IStartupValidator>().Validate);

        foreach (var name in new[] { "PriorProbability", "MaximumUses", "MaximumMatches", "HandleAgreementBits", "ReasonThresholdBits" })
        {
            Assert.Contains(name, exception.ToString(), StringComparison.Ordinal);
        }
    }

    private sealed class LengthSignal(TimeProvider time) : IProfileSignal
    {
        public string Name => "id-length";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
            new(SignalResult.Evidence(context.Profile.Id.Length, new Reason("id-length", $"Checked at {time.GetUtcNow():O}.")));
    }
}
