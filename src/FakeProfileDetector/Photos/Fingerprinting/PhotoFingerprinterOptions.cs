using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Photos.Fingerprinting;

/// <summary>What a fingerprint holds.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class PhotoFingerprinterOptions
{
    /// <summary>Maximum number of patches of a photo, by which its cropped, framed and slightly turned copies are found.</summary>
    /// <value>
    /// 0, or 16–64; the default is 32. 0 computes the hashes of the whole photo only, in a fraction of the time. With more
    /// patches smaller crops are found, and each takes about 100 bytes of memory in a registry, the thumbnail 800.
    /// </value>
    [Range(0, PhotoPatches.MaximumCount)]
    public int MaximumPatches { get; set; } = 32;

    /// <summary>Whether faces are located, which tells a portrait from group pictures and pictures of nobody.</summary>
    /// <value>The default is true. Without, nobody is called a likely fake for a shared photo, unless the application states what it shows.</value>
    public bool LocateFaces { get; set; } = true;

    internal PhotoFingerprinterOptions Copy() => (PhotoFingerprinterOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="PhotoFingerprinterOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class PhotoFingerprinterOptionsAttributes : IValidateOptions<PhotoFingerprinterOptions>;

/// <summary>Rules of <see cref="PhotoFingerprinterOptions"/>: its attributes, and that a few patches are none.</summary>
internal sealed class PhotoFingerprinterOptionsValidator : IValidateOptions<PhotoFingerprinterOptions>
{
    private readonly PhotoFingerprinterOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, PhotoFingerprinterOptions options)
    {
        var ranges = _attributes.Validate(name, options);
        return ranges.Failed || options.MaximumPatches is 0 or >= PhotoPatches.MinimumCount
            ? ranges
            : ValidateOptionsResult.Fail(
                $"MaximumPatches ({options.MaximumPatches}) must be 0 or at least {PhotoPatches.MinimumCount}: fewer find hardly any copy.");
    }
}
