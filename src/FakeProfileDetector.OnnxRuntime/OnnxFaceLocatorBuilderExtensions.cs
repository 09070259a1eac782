using FakeProfileDetector.OnnxRuntime;
using FakeProfileDetector.Photos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the face locator on ONNX Runtime.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class OnnxFaceLocatorBuilderExtensions
{
    /// <summary>Finds the faces in photos by a face detection model, in place of the built-in locator or any set before; section <c>OnnxFaceLocator</c>.</summary>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <param name="modelPath">The model's file. It is loaded once, when a host starts or else when the first photo needs it, and freed with the container.</param>
    /// <param name="configure">Sets the options; it outranks the configuration's section.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A file that is missing or no model that can be used gives an <see cref="OnnxFaceModelException"/> when it is loaded.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="modelPath"/> is null, empty or white space.</exception>
    public static IFakeProfileDetectorBuilder UseOnnxFaceLocator(
        this IFakeProfileDetectorBuilder builder, string modelPath, Action<OnnxFaceLocatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(modelPath);
        builder.AddOptions<OnnxFaceLocatorOptions, OnnxFaceLocatorOptionsValidator>("OnnxFaceLocator", static (section, options) => section.Bind(options), configure);
        var network = builder.Name;
        builder.Services.Replace(ServiceDescriptor.DescribeKeyed(
            typeof(IFaceLocator),
            network,
            (provider, _) => new OnnxFaceLocator(modelPath, provider.GetOptions<OnnxFaceLocatorOptions>(network)),
            ServiceLifetime.Singleton));
        builder.Services.AddOptions<ModelAtStart>(network ?? Options.Options.DefaultName)
            .Validate<IServiceProvider>((_, provider) => IsLoaded(provider, network))
            .ValidateOnStart();
        return builder;
    }

    private static bool IsLoaded(IServiceProvider provider, string? network)
    {
        try
        {
            _ = network is null ? provider.GetService<IFaceLocator>() : provider.GetKeyedService<IFaceLocator>(network);
        }
        catch (OptionsValidationException)
        {
            // The options have a check of their own at start, which says it once.
        }

        return true;
    }
}
