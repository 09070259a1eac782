using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Photos;

/// <summary>Limits that all decoders share; they bound the memory and time that a photo can take.</summary>
/// <remarks>
/// <para>
/// With dependency injection, <c>ConfigurePhotoLimits</c> sets them for every decoder; they are validated at start. Without it,
/// hand them to a decoder's constructor. A decoder copies them, so that later changes do not reach it.
/// </para>
/// <para>A photo over a limit is a <see cref="PhotoUnusable"/> and never an exception.</para>
/// </remarks>
/// <threadsafety>Not safe to change while it is read.</threadsafety>
public sealed class PhotoLimits
{
    /// <summary>Maximum size of a file in bytes. More: <see cref="PhotoUnusableReason.TooManyBytes"/>.</summary>
    /// <value>1,024 – 1,073,741,824; the default is 67,108,864 (64 MB): what phones of 200 megapixels write.</value>
    [Range(1024, 1 << 30)]
    public int MaximumBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Maximum number of pixels that a header may state; read before pixels are allocated. More:
    /// <see cref="PhotoUnusableReason.TooManyPixels"/>.
    /// </summary>
    /// <value>
    /// 1,000 – 400,000,000; the default is 220,000,000. Large JPEG photos are decoded to an eighth of their sides; what takes
    /// more than a byte a pixel meets <see cref="MaximumWorkingBytes"/> first.
    /// </value>
    [Range(1000, 400_000_000)]
    public int MaximumPixels { get; set; } = 220_000_000;

    /// <summary>
    /// Maximum memory in bytes that decoding one photo may take, estimated from its header before pixels are allocated. More:
    /// <see cref="PhotoUnusableReason.TooManyPixels"/>.
    /// </summary>
    /// <value>
    /// 1,048,576 – 2,147,483,647; the default is 268,435,456 (256 MB). Bytes a pixel: JPEG 1 at full size and a sixteenth or
    /// less where it is reduced, as much again where EXIF turns it, and 4 for a progressive file at full size; with SkiaSharp 1 for BMP, 5
    /// for PNG and BMP with run lengths, 9 for GIF, WebP and interlaced PNG, 13 for animated WebP and interlaced PNG of 16 bits,
    /// and up to 9 for the rare JPEG files that it is asked for. A JPEG also takes as much as its file has bytes. Buffers of
    /// up to 16 MB come from the shared pool, which hands out up to twice what is asked for. The luma, 1 byte a pixel at full
    /// size, is kept until the photo is hashed.
    /// </value>
    [Range(1 << 20, int.MaxValue)]
    public int MaximumWorkingBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// Maximum number of photos that are decoded at the same time; others wait, so that memory stays bounded by this many times
    /// <see cref="MaximumWorkingBytes"/>. All decoders of a detector count together.
    /// </summary>
    /// <value>1–1,024; the default is the number of processors.</value>
    [Range(1, 1024)]
    public int MaximumConcurrency { get; set; } = Environment.ProcessorCount;

    internal PhotoLimits Copy() => (PhotoLimits)MemberwiseClone();
}

/// <summary>Rules of <see cref="PhotoLimits"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class PhotoLimitsValidator : IValidateOptions<PhotoLimits>;
