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
    /// 1,000 – 400,000,000; the default is 40,000,000, where a JPEG or BMP takes 40 MB while it is decoded; what takes
    /// more has <see cref="MaximumWorkingBytes"/> as a limit too.
    /// </value>
    [Range(1000, 400_000_000)]
    public int MaximumPixels { get; set; } = 40_000_000;

    /// <summary>The most memory that decoding one photo may take, estimated from the header before pixels are allocated.</summary>
    /// <value>
    /// 1,048,576 – 2,147,483,647; the default is 268,435,456 (256 MB). Bytes a pixel: 1 for JPEG and BMP, 1 plus the
    /// coefficients (2 for gray, 3 with the usual halved colors, up to 8) for progressive JPEG, 5 for PNG and BMP with run
    /// lengths, 9 for GIF, WebP and interlaced PNG, 13 for animated WebP and interlaced PNG of 16 bits. The luma, 1 of
    /// them, is kept until the photo is hashed.
    /// </value>
    [Range(1 << 20, int.MaxValue)]
    public int MaximumWorkingBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>The most photos that are decoded at the same time; others wait, so that memory stays bounded by this many times <see cref="MaximumWorkingBytes"/>.</summary>
    /// <value>1–1,024; the default is the number of processors.</value>
    [Range(1, 1024)]
    public int MaximumConcurrency { get; set; } = Environment.ProcessorCount;

    /// <summary>What a change after the check cannot reach.</summary>
    internal SkiaPhotoDecoderOptions Copy() => (SkiaPhotoDecoderOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="SkiaPhotoDecoderOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class SkiaPhotoDecoderOptionsValidator : IValidateOptions<SkiaPhotoDecoderOptions>;
