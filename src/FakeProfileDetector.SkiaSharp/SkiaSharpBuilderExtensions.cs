using FakeProfileDetector.DependencyInjection;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Registers the SkiaSharp decoder.</summary>
public static class SkiaSharpBuilderExtensions
{
    /// <summary>Decodes JPEG photos with <see cref="JpegPhotoDecoder"/> and all others with SkiaSharp, in place of any decoder set before.</summary>
    /// <remarks>The limits hold for both.</remarks>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <param name="configure">Sets limits; they are validated at start.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder UseSkiaSharp(
        this IFakeProfileDetectorBuilder builder, Action<SkiaPhotoDecoderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SkiaPhotoDecoderOptions>>(new SkiaPhotoDecoderOptionsValidator()));
        builder.Services.AddOptions<SkiaPhotoDecoderOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.Replace(ServiceDescriptor.Singleton<IPhotoDecoder>(static provider =>
        {
            var options = provider.GetRequiredService<IOptions<SkiaPhotoDecoderOptions>>().Value;
            return new JpegPhotoDecoder(
                new SkiaPhotoDecoder(options), new() { MaximumBytes = options.MaximumBytes, MaximumPixels = options.MaximumPixels });
        }));
        return builder;
    }
}
