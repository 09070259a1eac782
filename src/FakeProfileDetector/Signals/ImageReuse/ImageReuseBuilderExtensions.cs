using FakeProfileDetector.Signals.ImageReuse;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the image-reuse signal.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class ImageReuseBuilderExtensions
{
    /// <summary>Adds the image-reuse signal, where it is not there yet, and configures it; <c>AddFakeProfileDetector</c> has added it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets its options, which are validated at start; it outranks the configuration's section <c>ImageReuse</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddImageReuse(
        this IFakeProfileDetectorBuilder builder, Action<ImageReuseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOptions<ImageReuseOptions, ImageReuseOptionsValidator>("ImageReuse", static (section, options) => section.Bind(options), configure);
        var network = builder.Name;
        return builder.AddSignal(provider => new ImageReuseEvaluator(provider.GetOptions<ImageReuseOptions>(network)));
    }
}
