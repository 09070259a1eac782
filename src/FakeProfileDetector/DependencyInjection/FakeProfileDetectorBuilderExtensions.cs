using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector.Connections;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>Adds to and configures the detector's parts.</summary>
public static class FakeProfileDetectorBuilderExtensions
{
    /// <summary>Adds a signal of your own after those already there.</summary>
    /// <typeparam name="TSignal">Its type; one instance serves all checks.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddSignal<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSignal>(
        this IFakeProfileDetectorBuilder builder)
        where TSignal : class, IProfileSignal
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IProfileSignal, TSignal>());
        return builder;
    }

    /// <summary>Sets the decoder that turns files into luma, in place of any set before.</summary>
    /// <typeparam name="TDecoder">Its type; one instance serves all photos.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder UsePhotoDecoder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDecoder>(
        this IFakeProfileDetectorBuilder builder)
        where TDecoder : class, IPhotoDecoder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IPhotoDecoder, TDecoder>());
        return builder;
    }

    /// <summary>Configures how photos are compared.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IFakeProfileDetectorBuilder ConfigureRegistry(
        this IFakeProfileDetectorBuilder builder, Action<ProfileRegistryOptions> configure) => Configure(builder, configure);

    /// <summary>Configures what every decoder refuses, and how many photos are decoded at the same time.</summary>
    /// <remarks>
    /// A decoder of the application's own that <see cref="UsePhotoDecoder{TDecoder}"/> sets is held to the size of a file, to the
    /// pixels it hands out and to the concurrency; for the rest it takes <c>IOptions&lt;PhotoLimits&gt;</c> in its constructor.
    /// </remarks>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigurePhotoLimits(
        this IFakeProfileDetectorBuilder builder, Action<PhotoLimits> configure) => Configure(builder, configure);

    /// <summary>Configures how JPEG photos are decoded.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureJpeg(
        this IFakeProfileDetectorBuilder builder, Action<JpegPhotoDecoderOptions> configure) => Configure(builder, configure);

    /// <summary>Configures what fingerprints hold.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureFingerprints(
        this IFakeProfileDetectorBuilder builder, Action<PhotoFingerprinterOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the image re-use signal.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureImageReuse(
        this IFakeProfileDetectorBuilder builder, Action<ImageReuseOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the name-mismatch signal.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureNameMismatch(
        this IFakeProfileDetectorBuilder builder, Action<NameMismatchOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the sparse-history signal.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureSparseHistory(
        this IFakeProfileDetectorBuilder builder, Action<SparseHistoryOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the advisor on connection requests.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureConnectionAdvice(
        this IFakeProfileDetectorBuilder builder, Action<ConnectionAdvisorOptions> configure) => Configure(builder, configure);

    private static IFakeProfileDetectorBuilder Configure<TOptions>(IFakeProfileDetectorBuilder builder, Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        return builder;
    }
}
