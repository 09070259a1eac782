using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Limits of the JPEG decoder; they bound memory and time a photo.</summary>
public sealed class JpegPhotoDecoderOptions
{
    /// <summary>A <see cref="FullSizeSide"/> above every photo's: 65,535.</summary>
    public const int NeverReduce = 65_535;

    /// <summary>The most bytes a file may have.</summary>
    /// <value>1,024 – 1,073,741,824; the default is 20,971,520 (20 MB).</value>
    [Range(1024, 1 << 30)]
    public int MaximumBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>The most pixels the header may state; read before anything is allocated.</summary>
    /// <value>
    /// 1,000 – 400,000,000; the default is 40,000,000. Decoding takes a byte a pixel at full size and a sixteenth or less where
    /// the photo is reduced, twice that where EXIF turns it, two bytes a pixel more for a progressive file, and as much as the
    /// file has bytes. Buffers of up to 16 MB come from the shared pool, which hands out up to twice what is asked for.
    /// A photo much longer than wide is not reduced, so that any number of pixels may be decoded at full size.
    /// </value>
    [Range(1000, 400_000_000)]
    public int MaximumPixels { get; set; } = 40_000_000;

    /// <summary>The longest side, in pixels, of photos that are decoded at full size; larger ones may be reduced.</summary>
    /// <value>
    /// 512 – <see cref="NeverReduce"/>; the default is 1,024. Reducing changes the hash of a photo by few bits: the table in the
    /// README tells how many.
    /// </value>
    [Range(512, NeverReduce)]
    public int FullSizeSide { get; set; } = 1024;

    /// <summary>What a change after the check cannot reach.</summary>
    internal JpegPhotoDecoderOptions Copy() => (JpegPhotoDecoderOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="JpegPhotoDecoderOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class JpegPhotoDecoderOptionsValidator : IValidateOptions<JpegPhotoDecoderOptions>;
