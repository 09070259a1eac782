using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch;
using FakeProfileDetector.WebSearch.GoogleVision;
using FakeProfileDetector.WebSearch.TinEye;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses who searches the web for a network's photos, and how. The last provider that is chosen is used.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public sealed class WebSearchBuilder
{
    private readonly IFakeProfileDetectorBuilder _network;

    internal WebSearchBuilder(IFakeProfileDetectorBuilder network) => _network = network;

    /// <summary>Configures what all providers have in common: budget, time-outs, what is kept and what is fetched; section <c>WebSearch</c>.</summary>
    /// <param name="configure">Sets the options; it outranks the configuration's section.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public WebSearchBuilder Configure(Action<WebSearchOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _network.Services.Configure(_network.Name ?? Options.Options.DefaultName, configure);
        return this;
    }

    /// <summary>Searches with Google Cloud Vision's Web Detection. Photos are sent to Google.</summary>
    /// <param name="configure">Sets the key; it outranks the configuration's section <c>GoogleVision</c>. Options are validated at start.</param>
    /// <returns>The same builder.</returns>
    public WebSearchBuilder UseGoogleVision(Action<GoogleVisionOptions>? configure = null)
    {
        _network.AddOptions<GoogleVisionOptions, GoogleVisionOptionsValidator>("GoogleVision", WebSearchSections.Bind, configure);
        WebSearchRegistration.UseProvider(
            _network,
            (provider, network) => GoogleVisionSearch.Access(provider.GetOptions<GoogleVisionOptions>(network)),
            [GoogleVisionSearch.KeyHeader, GoogleVisionSearch.TokenHeader],
            (client, provider, network) => new GoogleVisionSearch(
                client, provider.GetOptions<GoogleVisionOptions>(network), provider.GetOptions<WebSearchOptions>(network).MaximumPages));
        return this;
    }

    /// <summary>Searches with TinEye. Photos are sent to TinEye.</summary>
    /// <param name="configure">Sets the key; it outranks the configuration's section <c>TinEye</c>. Options are validated at start.</param>
    /// <returns>The same builder.</returns>
    public WebSearchBuilder UseTinEye(Action<TinEyeOptions>? configure = null)
    {
        _network.AddOptions<TinEyeOptions, TinEyeOptionsValidator>("TinEye", WebSearchSections.Bind, configure);
        WebSearchRegistration.UseProvider(
            _network,
            (provider, network) => TinEyeSearch.Access(provider.GetOptions<TinEyeOptions>(network)),
            [TinEyeSearch.KeyHeader],
            (client, provider, network) => new TinEyeSearch(
                client, provider.GetOptions<TinEyeOptions>(network), provider.GetOptions<WebSearchOptions>(network).MaximumPages));
        return this;
    }

    /// <summary>Answers from a file of results; nothing is sent, and <see cref="Configure"/> has no effect.</summary>
    /// <param name="path">The file, as <see cref="WebPhotoSearchJson"/> describes it. It is read once, when it is first needed.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    public WebSearchBuilder UseResultsFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WebSearchRegistration.Use(_network, _ => WebPhotoResultsFile.Load(path));
        return this;
    }
}
