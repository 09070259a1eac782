using FakeProfileDetector.Signals.WebReuse;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the web re-use signal.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class WebReuseBuilderExtensions
{
    /// <summary>Adds the web re-use signal, where it is not there yet, and configures it. It needs a search: a provider's package, or <c>UseWebPhotoSearch</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets its options, which are validated at start; it outranks the configuration's section <c>WebReuse</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddWebReuse(this IFakeProfileDetectorBuilder builder, Action<WebReuseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOptions<WebReuseOptions, WebReuseOptionsValidator>("WebReuse", static (section, options) => section.Bind(options), configure);
        var network = builder.Name;
        return builder.AddSignal(provider => new WebReuseEvaluator(provider.GetOptions<WebReuseOptions>(network)));
    }
}
