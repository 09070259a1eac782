using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Connections;
using FakeProfileDetector.DependencyInjection;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the detector.</summary>
public static class FakeProfileDetectorServiceCollectionExtensions
{
    /// <summary>Adds the checker, the registry and reviewers' decisions in memory, the three standard signals and the advisor on connection requests.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; they are validated at start.</param>
    /// <returns>A builder. Add a decoder package to it, such as <c>UseSkiaSharp()</c>, for photos that are not JPEG files.</returns>
    /// <remarks>Every part is added only where the application has not registered its own before. Calling twice adds no second copy of any part; both configurations apply.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddFakeProfileDetector(
        this IServiceCollection services, Action<FakeProfileDetectorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions<FakeProfileDetectorOptions, FakeProfileDetectorOptionsValidator>(services).Configure(configure ?? (static _ => { }));
        AddOptions<PhotoLimits, PhotoLimitsValidator>(services);
        AddOptions<JpegPhotoDecoderOptions, JpegPhotoDecoderOptionsValidator>(services);
        AddOptions<PhotoFingerprinterOptions, PhotoFingerprinterOptionsValidator>(services);
        AddOptions<ProfileRegistryOptions, ProfileRegistryOptionsValidator>(services);
        AddOptions<MultiIndexHashOptions, MultiIndexHashOptionsValidator>(services);
        AddOptions<ImageReuseOptions, ImageReuseOptionsValidator>(services);
        AddOptions<NameMismatchOptions, NameMismatchOptionsValidator>(services);
        AddOptions<SparseHistoryOptions, SparseHistoryOptionsValidator>(services);
        AddOptions<ConnectionAdvisorOptions, ConnectionAdvisorOptionsValidator>(services);

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new DecodingGate(provider.GetRequiredService<IOptions<PhotoLimits>>().Value));
        services.TryAddSingleton<IPhotoFingerprinter>(CreateFingerprinter);
        services.TryAddSingleton<IProfileStore, InMemoryProfileStore>();
        services.TryAddSingleton<IReviewDecisionStore, InMemoryReviewDecisionStore>();
        services.TryAddSingleton<IHammingIndex>(static provider => new MultiIndexHashIndex(
            provider.GetRequiredService<IOptions<MultiIndexHashOptions>>().Value));
        services.TryAddSingleton(static _ => new BenignPhotoBank());
        services.TryAddSingleton<IProfileRegistry>(static provider => new ProfileRegistry(
            provider.GetRequiredService<IPhotoFingerprinter>(),
            provider.GetRequiredService<IProfileStore>(),
            provider.GetRequiredService<IHammingIndex>(),
            provider.GetRequiredService<BenignPhotoBank>(),
            provider.GetRequiredService<IOptions<ProfileRegistryOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IReviewDecisionStore>()));
        services.TryAddSingleton<IProfileAuthenticityChecker>(static provider => new ProfileAuthenticityChecker(
            provider.GetRequiredService<IProfileRegistry>(),
            provider.GetRequiredService<IPhotoFingerprinter>(),
            provider.GetServices<IProfileSignal>(),
            provider.GetRequiredService<IOptions<FakeProfileDetectorOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<ProfileAuthenticityChecker>>(),
            provider.GetRequiredService<IReviewDecisionStore>()));

        services.TryAddSingleton<IConnectionRequestAdvisor>(static provider => new ConnectionRequestAdvisor(
            provider.GetRequiredService<IProfileAuthenticityChecker>(),
            provider.GetRequiredService<IOptions<ConnectionAdvisorOptions>>().Value));

        // Keyed by implementation type, so that a second call adds no second copy.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IProfileSignal, ImageReuseEvaluator>(
            static provider => new(provider.GetRequiredService<IOptions<ImageReuseOptions>>().Value)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IProfileSignal, NameMismatchEvaluator>(
            static provider => new(provider.GetRequiredService<IOptions<NameMismatchOptions>>().Value)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IProfileSignal, SparseHistoryEvaluator>(
            static provider => new(provider.GetRequiredService<IOptions<SparseHistoryOptions>>().Value)));
        return new Builder(services);
    }

    private static OptionsBuilder<TOptions> AddOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TValidator>(IServiceCollection services)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new TValidator()));
        return services.AddOptions<TOptions>().ValidateOnStart();
    }

    private static PhotoFingerprinter CreateFingerprinter(IServiceProvider provider)
    {
        var gate = provider.GetRequiredService<DecodingGate>();
        var decoder = provider.GetService<IPhotoDecoder>()
            ?? JpegPhotoDecoder.Behind(gate, fallback: null, provider.GetRequiredService<IOptions<JpegPhotoDecoderOptions>>().Value);
        return new(GatedDecoder.Of(decoder, gate), provider.GetRequiredService<IOptions<PhotoFingerprinterOptions>>().Value);
    }

    private sealed class Builder(IServiceCollection services) : IFakeProfileDetectorBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
