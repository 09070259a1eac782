using FakeProfileDetector.Signals.NameMismatch;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the name-mismatch signal.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class NameMismatchBuilderExtensions
{
    /// <summary>Adds the name-mismatch signal, where it is not there yet, and configures it; <c>AddFakeProfileDetector</c> has added it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets its options, which are validated at start; it outranks the configuration's section <c>NameMismatch</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddNameMismatch(
        this IFakeProfileDetectorBuilder builder, Action<NameMismatchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOptions<NameMismatchOptions, NameMismatchOptionsValidator>("NameMismatch", static (section, options) => section.Bind(options), configure);
        var network = builder.Name;
        return builder.AddSignal(provider => new NameMismatchEvaluator(provider.GetOptions<NameMismatchOptions>(network)));
    }
}
