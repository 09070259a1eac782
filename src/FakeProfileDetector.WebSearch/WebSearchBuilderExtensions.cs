using FakeProfileDetector.WebSearch;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers searches for photos on the web.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class WebSearchBuilderExtensions
{
    /// <summary>Lets the network's photos be searched for on the web, in place of any search set before.</summary>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <param name="configure">Chooses the provider: <c>web => web.UseGoogleVision(options => options.ApiKey = key)</c>.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Photos leave the application: see the package's README for what is sent. <see cref="FakeProfileDetector.Web.IWebPhotoSearch"/> is registered
    /// under the network's name. Answers are kept in memory, and so is the count of searches unless <see cref="WebSearchOptions.LedgerPath"/> names a file.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IFakeProfileDetectorBuilder AddWebSearch(this IFakeProfileDetectorBuilder builder, Action<WebSearchBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddOptions<WebSearchOptions, WebSearchOptionsValidator>("WebSearch", WebSearchSections.Bind);
        configure(new(builder));
        return builder;
    }
}
