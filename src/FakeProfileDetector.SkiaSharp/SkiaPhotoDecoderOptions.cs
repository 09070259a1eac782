using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Limits of the decoder; they bound memory and time a photo.</summary>
public sealed class SkiaPhotoDecoderOptions
{
    /// <summary>The most bytes a file may have.</summary>
    /// <value>1,024 – 1,073,741,824; the default is 20,971,520 (20 MB).</value>
    [Range(1024, 1 << 30)]
    public int MaximumBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>The most pixels the header may state; read before anything is allocated.</summary>
    /// <value>
    /// 1,000 – 400,000,000; the default is 40,000,000. Decoding takes five bytes a pixel while it lasts; the codecs of
    /// interlaced PNG and progressive JPEG keep the whole picture too, which makes it up to twelve.
    /// </value>
    [Range(1000, 400_000_000)]
    public int MaximumPixels { get; set; } = 40_000_000;

    /// <summary>The most photos that are decoded at the same time; others wait, so that memory stays bounded.</summary>
    /// <value>1–1,024; the default is the number of processors.</value>
    [Range(1, 1024)]
    public int MaximumConcurrency { get; set; } = Environment.ProcessorCount;
}

/// <summary>Rules of <see cref="SkiaPhotoDecoderOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class SkiaPhotoDecoderOptionsValidator : IValidateOptions<SkiaPhotoDecoderOptions>;
