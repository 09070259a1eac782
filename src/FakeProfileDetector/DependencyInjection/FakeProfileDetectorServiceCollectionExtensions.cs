using FakeProfileDetector;
using FakeProfileDetector.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the detector.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
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
        return Registration.Add(new NetworkBuilder(services, null, null), configure);
    }

    /// <summary>Adds the detector with options from a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, such as <c>configuration.GetSection("FakeProfileDetector")</c>.</param>
    /// <returns>A builder; what is set with it outranks the configuration.</returns>
    /// <remarks>
    /// <para>The keys are the properties of <see cref="FakeProfileDetectorOptions"/> and, in sections, those of
    /// <c>Registry</c>, <c>Fingerprints</c>, <c>PhotoLimits</c>, <c>Jpeg</c>, <c>Index</c>, <c>ImageReuse</c>, <c>NameMismatch</c>, <c>SparseHistory</c>,
    /// <c>ConnectionAdvice</c> and of the packages that are added to the builder. Enumerations are written by name, times as <c>00:00:02</c>.</para>
    /// <para><c>Weights</c> is the path of a file of weights, relative to the host's content root, or to the working directory where there is
    /// no host. Options are read and validated once, at start; a key that is not known is an error.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IFakeProfileDetectorBuilder AddFakeProfileDetector(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return Registration.Add(new NetworkBuilder(services, null, configuration), null);
    }

    /// <summary>Adds the detector of one of several networks, which share nothing but the clock and the log.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The network: the key of its services and the name of its options.</param>
    /// <param name="configure">Sets options; they are validated at start.</param>
    /// <returns>The builder of this network.</returns>
    /// <remarks>
    /// Take parts by their key: <c>[FromKeyedServices("name")] IProfileAuthenticityChecker</c>. Where a signal, decoder or store takes
    /// parts of its network in its constructor, <c>[FromKeyedServices]</c> without a key is that of its own.
    /// A part of the application's own is registered with the key.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
    public static IFakeProfileDetectorBuilder AddFakeProfileDetector(
        this IServiceCollection services, string name, Action<FakeProfileDetectorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Registration.Add(new NetworkBuilder(services, name, null), configure);
    }

    /// <summary>Adds the detector of one of several networks with options from a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The network, as in <see cref="AddFakeProfileDetector(IServiceCollection, string, Action{FakeProfileDetectorOptions})"/>.</param>
    /// <param name="configuration">The network's section, as in <see cref="AddFakeProfileDetector(IServiceCollection, IConfiguration)"/>.</param>
    /// <returns>The builder of this network; what is set with it outranks the configuration.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    public static IFakeProfileDetectorBuilder AddFakeProfileDetector(
        this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return Registration.Add(new NetworkBuilder(services, name, configuration), null);
    }

    private sealed record NetworkBuilder(IServiceCollection Services, string? Name, IConfiguration? Configuration) : IFakeProfileDetectorBuilder;
}
