using FakeProfileDetector.Checking;
using FakeProfileDetector.Connections;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>Registers the parts of one network.</summary>
internal static class Registration
{
    internal static IFakeProfileDetectorBuilder Add(IFakeProfileDetectorBuilder builder, Action<FakeProfileDetectorOptions>? configure)
    {
        AddOptions(builder, configure);
        var network = builder.Name;
        builder.Services.TryAddSingleton(TimeProvider.System);
        TryAdd(builder, provider => new DecodingGate(provider.GetOptions<PhotoLimits>(network)));
        TryAdd<IPhotoFingerprinter>(builder, provider =>
        {
            var gate = Require<DecodingGate>(provider, network);
            var decoder = Get<IPhotoDecoder>(provider, network)
                ?? JpegPhotoDecoder.Behind(gate, fallback: null, provider.GetOptions<JpegPhotoDecoderOptions>(network));
            return new PhotoFingerprinter(GatedDecoder.Of(decoder, gate), provider.GetOptions<PhotoFingerprinterOptions>(network), Get<IFaceLocator>(provider, network));
        });
        TryAdd<IProfileStore>(builder, static _ => new InMemoryProfileStore());
        TryAdd<IReviewDecisionStore>(builder, static _ => new InMemoryReviewDecisionStore());
        TryAdd<IHammingIndex>(builder, provider => new MultiIndexHashIndex(provider.GetOptions<MultiIndexHashOptions>(network)));
        TryAdd(builder, static _ => new BenignPhotoBank());
        TryAdd<IProfileRegistry>(builder, provider => new ProfileRegistry(
            Require<IPhotoFingerprinter>(provider, network),
            Require<IProfileStore>(provider, network),
            Require<IHammingIndex>(provider, network),
            Require<BenignPhotoBank>(provider, network),
            provider.GetOptions<ProfileRegistryOptions>(network),
            provider.GetRequiredService<TimeProvider>(),
            Require<IReviewDecisionStore>(provider, network),
            provider.GetService<ILogger<ProfileRegistry>>()));
        var services = builder.Services;
        TryAdd<IProfileAuthenticityChecker>(builder, provider =>
        {
            var (signals, source) = SignalRegistrations.Resolve(services, provider, network);
            return new ProfileAuthenticityChecker(
                Require<IProfileRegistry>(provider, network),
                Require<IPhotoFingerprinter>(provider, network),
                signals,
                provider.GetOptions<FakeProfileDetectorOptions>(network),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILogger<ProfileAuthenticityChecker>>(),
                Require<IReviewDecisionStore>(provider, network),
                Get<IProfileRelations>(provider, network),
                Get<IWebPhotoSearch>(provider, network))
            {
                SignalSource = source,
            };
        });
        TryAdd<IConnectionRequestAdvisor>(builder, provider => new ConnectionRequestAdvisor(
            Require<IProfileAuthenticityChecker>(provider, network),
            provider.GetOptions<ConnectionAdvisorOptions>(network)));
        return builder.AddImageReuse().AddNameMismatch().AddSparseHistory();
    }

    private static void AddOptions(IFakeProfileDetectorBuilder builder, Action<FakeProfileDetectorOptions>? configure)
    {
        DetectorSection.Add(builder, configure);
        builder.AddOptions<PhotoFingerprinterOptions, PhotoFingerprinterOptionsValidator>("Fingerprints", static (section, options) => section.Bind(options));
        builder.AddOptions<PhotoLimits, PhotoLimitsValidator>("PhotoLimits", static (section, options) => section.Bind(options));
        builder.AddOptions<JpegPhotoDecoderOptions, JpegPhotoDecoderOptionsValidator>("Jpeg", static (section, options) => section.Bind(options));
        builder.AddOptions<ProfileRegistryOptions, ProfileRegistryOptionsValidator>("Registry", static (section, options) => section.Bind(options));
        builder.AddOptions<MultiIndexHashOptions, MultiIndexHashOptionsValidator>("Index", static (section, options) => section.Bind(options));
        builder.AddOptions<ConnectionAdvisorOptions, ConnectionAdvisorOptionsValidator>("ConnectionAdvice", static (section, options) => section.Bind(options));
    }

    private static void TryAdd<TService>(IFakeProfileDetectorBuilder builder, Func<IServiceProvider, TService> create)
        where TService : class =>
        builder.Services.TryAdd(builder.Name is null
            ? ServiceDescriptor.Singleton(create)
            : ServiceDescriptor.KeyedSingleton(builder.Name, (provider, _) => create(provider)));

    private static TService? Get<TService>(IServiceProvider provider, string? network)
        where TService : class =>
        network is null ? provider.GetService<TService>() : provider.GetKeyedService<TService>(network);

    private static TService Require<TService>(IServiceProvider provider, string? network)
        where TService : class =>
        network is null ? provider.GetRequiredService<TService>() : provider.GetRequiredKeyedService<TService>(network);
}
