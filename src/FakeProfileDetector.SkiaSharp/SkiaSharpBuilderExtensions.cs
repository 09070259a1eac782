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
    /// <remarks><c>ConfigurePhotoLimits</c> sets the limits and <c>ConfigureJpeg</c> how JPEG photos are decoded, before or after this call.</remarks>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder UseSkiaSharp(this IFakeProfileDetectorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IPhotoDecoder>(static provider =>
        {
            var gate = provider.GetRequiredService<DecodingGate>();
            return JpegPhotoDecoder.Behind(
                gate, SkiaPhotoDecoder.Behind(gate), provider.GetRequiredService<IOptions<JpegPhotoDecoderOptions>>().Value);
        }));
        return builder;
    }
}
