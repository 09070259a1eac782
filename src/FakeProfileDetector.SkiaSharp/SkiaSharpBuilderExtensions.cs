using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SkiaSharp decoder.</summary>
public static class SkiaSharpBuilderExtensions
{
    /// <summary>Decodes JPEG photos with <see cref="JpegPhotoDecoder"/> and all others with SkiaSharp, in place of any decoder set before.</summary>
    /// <remarks>The limits hold for both.</remarks>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <param name="configure">Sets limits, which are validated at start; it outranks the configuration's section <c>SkiaSharp</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder UseSkiaSharp(
        this IFakeProfileDetectorBuilder builder, Action<SkiaPhotoDecoderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SkiaPhotoDecoderOptions>>(new SkiaPhotoDecoderOptionsValidator()));
        builder.AddOptions<SkiaPhotoDecoderOptions>("SkiaSharp", static (section, options) => section.Bind(options))
            .Configure(configure ?? (static _ => { }))
            .ValidateOnStart();
        var network = builder.Name;
        return builder.UsePhotoDecoder(provider =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<SkiaPhotoDecoderOptions>>().Get(network);
            return new JpegPhotoDecoder(
                new SkiaPhotoDecoder(options), new() { MaximumBytes = options.MaximumBytes, MaximumPixels = options.MaximumPixels });
        });
    }
}
