using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>How <see cref="JpegPhotoDecoder"/> decodes; what it refuses is up to <see cref="PhotoLimits"/>.</summary>
/// <threadsafety>Not safe to change while it is read.</threadsafety>
public sealed class JpegPhotoDecoderOptions
{
    /// <summary>A <see cref="FullSizeSide"/> above every photo's: 65,535.</summary>
    public const int NeverReduce = 65_535;

    /// <summary>The longest side, in pixels, of photos that are decoded at full size; larger ones may be reduced.</summary>
    /// <value>
    /// 512 – <see cref="NeverReduce"/>; the default is 1,024. Reducing changes the hash of a photo by few bits: the table in the
    /// README tells how many. A photo much longer than wide is never reduced, whatever the limit.
    /// </value>
    [Range(512, NeverReduce)]
    public int FullSizeSide { get; set; } = 1024;

    /// <summary>What a change after the check cannot reach.</summary>
    internal JpegPhotoDecoderOptions Copy() => (JpegPhotoDecoderOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="JpegPhotoDecoderOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class JpegPhotoDecoderOptionsValidator : IValidateOptions<JpegPhotoDecoderOptions>;
