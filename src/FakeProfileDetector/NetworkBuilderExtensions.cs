using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What extensions of the builder are made of: signals and options of one network.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class NetworkBuilderExtensions
{
    /// <summary>Adds a signal after those already there; a type that is there already is not added again.</summary>
    /// <typeparam name="TSignal">The signal's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="lifetime">
    /// <see cref="ServiceLifetime.Singleton"/>, the default, is one instance for all checks; a scoped or transient signal is made
    /// for each check and disposed after it. A signal that takes a scoped service, such as a <c>DbContext</c>, must be scoped.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddSignal<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSignal>(
        this IFakeProfileDetectorBuilder builder, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TSignal : class, IProfileSignal
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.DescribeKeyed(typeof(IProfileSignal), builder.Name, typeof(TSignal), lifetime));
        return builder;
    }

    /// <summary>Adds a signal that a function makes.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the signal from the application's services, or those of a check where it is scoped.</param>
    /// <param name="lifetime">As in <see cref="AddSignal{TSignal}(IFakeProfileDetectorBuilder, ServiceLifetime)"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <inheritdoc cref="AddSignal{TSignal}(IFakeProfileDetectorBuilder, ServiceLifetime)"/>
    public static IFakeProfileDetectorBuilder AddSignal<TSignal>(
        this IFakeProfileDetectorBuilder builder, Func<IServiceProvider, TSignal> create, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TSignal : class, IProfileSignal
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);

        // The container reads the signal's type off the type of the function, which is why it is not converted.
        Func<IServiceProvider, object?, TSignal> keyed = (provider, _) => create(provider);
        builder.Services.TryAddEnumerable(builder.Name is null
            ? new ServiceDescriptor(typeof(IProfileSignal), create, lifetime)
            : new ServiceDescriptor(typeof(IProfileSignal), builder.Name, keyed, lifetime));
        return builder;
    }

    /// <summary>
    /// Adds options that are read from a section below that of the detector, where one was given to <c>AddFakeProfileDetector</c>.
    /// </summary>
    /// <typeparam name="TOptions">The options' type; its public properties are the keys that the section may hold.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section's name, such as <c>Registry</c>.</param>
    /// <param name="bind">Reads a section into options: <c>static (section, options) => section.Bind(options)</c>.</param>
    /// <returns>Configures the options further, with <c>Validate</c> and <c>ValidateOnStart</c>; what is set there outranks the section.</returns>
    /// <remarks>Calling twice reads the section once, so that it does not outrank what was set in between.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="section"/> is empty or white space.</exception>
    public static OptionsBuilder<TOptions> AddOptions<[DynamicallyAccessedMembers(SectionBinding.Members)] TOptions>(
        this IFakeProfileDetectorBuilder builder, string section, Action<IConfiguration, TOptions> bind)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        ArgumentNullException.ThrowIfNull(bind);
        return SectionBinding.Add(builder, section, bind);
    }

    /// <summary>Adds options with the rules that hold for them, which are checked at start.</summary>
    internal static OptionsBuilder<TOptions> AddOptions<
        [DynamicallyAccessedMembers(SectionBinding.Members)] TOptions, TValidator>(
        this IFakeProfileDetectorBuilder builder, string section, Action<IConfiguration, TOptions> bind, Action<TOptions>? configure = null)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new TValidator()));
        return SectionBinding.Add(builder, section, bind).Configure(configure ?? (static _ => { })).ValidateOnStart();
    }

    /// <summary>The options of a network.</summary>
    internal static TOptions GetOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceProvider provider, string? network)
        where TOptions : class =>
        network is null
            ? provider.GetRequiredService<IOptions<TOptions>>().Value
            : provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(network);
}
