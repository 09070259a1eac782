using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector.Connections;
using FakeProfileDetector.DependencyInjection;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to and configures the detector's parts.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class FakeProfileDetectorBuilderExtensions
{
    /// <summary>Takes out a signal that was added before, one of the standard three or another.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The signal's name in reports, such as <see cref="FakeProfileDetector.Signals.SparseHistory.SparseHistorySignal.SignalName"/>.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A name that no signal has is an error when the checker is made.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
    public static IFakeProfileDetectorBuilder RemoveSignal(this IFakeProfileDetectorBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.AddSingleton(new SignalRemoval(builder.Name, name, SignalRegistrations.Of(builder.Services, builder.Name).Length));
        return builder;
    }

    /// <summary>Sets the decoder that turns files into luma, in place of any set before.</summary>
    /// <typeparam name="TDecoder">Its type; one instance serves all photos.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder UsePhotoDecoder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDecoder>(
        this IFakeProfileDetectorBuilder builder)
        where TDecoder : class, IPhotoDecoder => Use<IPhotoDecoder, TDecoder>(builder);

    /// <summary>Sets the decoder by a function that makes it, in place of any set before.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the one instance that serves all photos.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IFakeProfileDetectorBuilder UsePhotoDecoder(
        this IFakeProfileDetectorBuilder builder, Func<IServiceProvider, IPhotoDecoder> create) => Use(builder, create);

    /// <summary>Sets where enrolled profiles are kept, in place of any store set before.</summary>
    /// <typeparam name="TStore">The store's type; one instance serves all, and is disposed with the container.</typeparam>
    /// <inheritdoc cref="UsePhotoDecoder{TDecoder}(IFakeProfileDetectorBuilder)"/>
    public static IFakeProfileDetectorBuilder UseProfileStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(
        this IFakeProfileDetectorBuilder builder)
        where TStore : class, IProfileStore => Use<IProfileStore, TStore>(builder);

    /// <summary>Sets where enrolled profiles are kept by a function that makes the store, in place of any set before.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the one instance; it is disposed with the container.</param>
    /// <inheritdoc cref="UsePhotoDecoder(IFakeProfileDetectorBuilder, Func{IServiceProvider, IPhotoDecoder})"/>
    public static IFakeProfileDetectorBuilder UseProfileStore(
        this IFakeProfileDetectorBuilder builder, Func<IServiceProvider, IProfileStore> create) => Use(builder, create);

    /// <summary>Sets where reviewers' decisions are kept, in place of any store set before.</summary>
    /// <inheritdoc cref="UseProfileStore{TStore}(IFakeProfileDetectorBuilder)"/>
    public static IFakeProfileDetectorBuilder UseReviewDecisionStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(
        this IFakeProfileDetectorBuilder builder)
        where TStore : class, IReviewDecisionStore => Use<IReviewDecisionStore, TStore>(builder);

    /// <summary>Sets where reviewers' decisions are kept by a function that makes the store, in place of any set before.</summary>
    /// <inheritdoc cref="UseProfileStore(IFakeProfileDetectorBuilder, Func{IServiceProvider, IProfileStore})"/>
    public static IFakeProfileDetectorBuilder UseReviewDecisionStore(
        this IFakeProfileDetectorBuilder builder, Func<IServiceProvider, IReviewDecisionStore> create) => Use(builder, create);

    /// <summary>Sets what tells how profiles relate, in place of any set before: people who know each other share pictures in good faith.</summary>
    /// <inheritdoc cref="UseProfileStore{TStore}(IFakeProfileDetectorBuilder)"/>
    public static IFakeProfileDetectorBuilder UseProfileRelations<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRelations>(
        this IFakeProfileDetectorBuilder builder)
        where TRelations : class, IProfileRelations => Use<IProfileRelations, TRelations>(builder);

    /// <summary>Sets what finds the faces in photos, in place of the built-in locator or any set before.</summary>
    /// <inheritdoc cref="UsePhotoDecoder{TDecoder}(IFakeProfileDetectorBuilder)"/>
    public static IFakeProfileDetectorBuilder UseFaceLocator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLocator>(
        this IFakeProfileDetectorBuilder builder)
        where TLocator : class, IFaceLocator => Use<IFaceLocator, TLocator>(builder);

    /// <summary>Sets what searches the web for photos, in place of any set before, and adds the web re-use signal.</summary>
    /// <inheritdoc cref="UsePhotoDecoder{TDecoder}(IFakeProfileDetectorBuilder)"/>
    public static IFakeProfileDetectorBuilder UseWebPhotoSearch<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSearch>(
        this IFakeProfileDetectorBuilder builder)
        where TSearch : class, IWebPhotoSearch => Use<IWebPhotoSearch, TSearch>(builder).AddWebReuse();

    /// <summary>Configures how photos are compared; section <c>Registry</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; it outranks the configuration's section.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IFakeProfileDetectorBuilder ConfigureRegistry(
        this IFakeProfileDetectorBuilder builder, Action<ProfileRegistryOptions> configure) => Configure(builder, configure);

    /// <summary>Configures what every decoder refuses, and how many photos are decoded at the same time; section <c>PhotoLimits</c>.</summary>
    /// <remarks>
    /// A decoder of the application's own that <see cref="UsePhotoDecoder{TDecoder}"/> sets is held to the size of a file, to the
    /// pixels it hands out and to the concurrency; for the rest it takes <c>IOptions&lt;PhotoLimits&gt;</c> in its constructor.
    /// </remarks>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigurePhotoLimits(
        this IFakeProfileDetectorBuilder builder, Action<PhotoLimits> configure) => Configure(builder, configure);

    /// <summary>Configures what fingerprints hold; section <c>Fingerprints</c>.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureFingerprints(
        this IFakeProfileDetectorBuilder builder, Action<PhotoFingerprinterOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the JPEG decoder; section <c>Jpeg</c>.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureJpeg(
        this IFakeProfileDetectorBuilder builder, Action<JpegPhotoDecoderOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the index of hashes; section <c>Index</c>.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureIndex(
        this IFakeProfileDetectorBuilder builder, Action<MultiIndexHashOptions> configure) => Configure(builder, configure);

    /// <summary>Configures the advisor on connection requests; section <c>ConnectionAdvice</c>.</summary>
    /// <inheritdoc cref="ConfigureRegistry"/>
    public static IFakeProfileDetectorBuilder ConfigureConnectionAdvice(
        this IFakeProfileDetectorBuilder builder, Action<ConnectionAdvisorOptions> configure) => Configure(builder, configure);

    private static IFakeProfileDetectorBuilder Configure<TOptions>(IFakeProfileDetectorBuilder builder, Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(builder.Name ?? Options.Options.DefaultName, configure);
        return builder;
    }

    private static IFakeProfileDetectorBuilder Use<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        IFakeProfileDetectorBuilder builder)
        where TService : class
        where TImplementation : class, TService
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(
            ServiceDescriptor.DescribeKeyed(typeof(TService), builder.Name, typeof(TImplementation), ServiceLifetime.Singleton));
        return builder;
    }

    private static IFakeProfileDetectorBuilder Use<TService>(IFakeProfileDetectorBuilder builder, Func<IServiceProvider, TService> create)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.Replace(ServiceDescriptor.DescribeKeyed(
            typeof(TService), builder.Name, (provider, _) => create(provider), ServiceLifetime.Singleton));
        return builder;
    }
}
