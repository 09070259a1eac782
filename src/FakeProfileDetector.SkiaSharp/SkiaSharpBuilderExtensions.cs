using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SkiaSharp decoder.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class SkiaSharpBuilderExtensions
{
    /// <summary>Decodes JPEG photos with <see cref="JpegPhotoDecoder"/> and all others with SkiaSharp, in place of any decoder set before.</summary>
    /// <remarks><c>ConfigurePhotoLimits</c> sets the limits and <c>ConfigureJpeg</c> how JPEG photos are decoded, before or after this call.</remarks>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder UseSkiaSharp(this IFakeProfileDetectorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var network = builder.Name;
        return builder.UsePhotoDecoder(provider =>
        {
            var gate = network is null ? provider.GetRequiredService<DecodingGate>() : provider.GetRequiredKeyedService<DecodingGate>(network);
            var options = provider.GetRequiredService<IOptionsMonitor<JpegPhotoDecoderOptions>>().Get(network);
            return JpegPhotoDecoder.Behind(gate, SkiaPhotoDecoder.Behind(gate), options);
        });
    }
}
