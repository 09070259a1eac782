using System.ComponentModel.DataAnnotations;
using FakeProfileDetector.Photos.Pdq;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Registry;

/// <summary>When a registry looks for altered copies.</summary>
public enum AlteredCopySearch
{
    /// <summary>Never; patches are not kept.</summary>
    Off,

    /// <summary>For every photo but known benign ones, whatever the hash of the whole photo finds: a second account of the taker must not hide the owner.</summary>
    Always,
}

/// <summary>How the registry compares photos.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class ProfileRegistryOptions
{
    /// <summary>The greatest distance, in bits, at which two photos count as copies.</summary>
    /// <value>0–64; the default is 31, PDQ's own. Portraits of strangers begin to match from about 36 on.</value>
    [Range(0, 64)]
    public int MatchRadius { get; set; } = PdqHasher.DefaultMatchRadius;

    /// <summary>The least PDQ quality at which a photo is compared at all.</summary>
    /// <value>0–100; the default is 50, PDQ's own. Hashes of flatter pictures match each other by chance.</value>
    [Range(0, 100)]
    public int MinimumQuality { get; set; } = PdqHasher.MinimumQuality;

    /// <summary>
    /// The greatest distance, in bits, at which two photos count as copies when the second hash confirms it: small
    /// renditions lie a little beyond PDQ's radius. Turned and mirrored photos have no second hash and are not confirmed.
    /// </summary>
    /// <value>0–64, not below <see cref="MatchRadius"/>; the default is 40.</value>
    [Range(0, 64)]
    public int ConfirmedMatchRadius { get; set; } = 40;

    /// <summary>The greatest distance, in bits of 64, of second hashes that confirm each other.</summary>
    /// <value>0–64; the default is 4. Among 465,000 pairs of real portraits of different people none matched so.</value>
    [Range(0, 64)]
    public int ConfirmingSecondHashDistance { get; set; } = 4;

    /// <summary>The greatest distance, in bits of 64, of the second hash; a match beyond it looks crafted and is dropped.</summary>
    /// <value>0–64; the default is 20. Strangers are around 32; real copies within PDQ's radius were at 8 or less.</value>
    [Range(0, 64)]
    public int MaximumSecondHashDistance { get; set; } = 20;

    /// <summary>The most uses of one photo that a search returns; the nearest ones are kept.</summary>
    /// <value>1–10,000; the default is 100.</value>
    [Range(1, 10_000)]
    public int MaximumUses { get; set; } = 100;

    /// <summary>When altered copies (cropped, framed, slightly turned) are looked for by their patches.</summary>
    /// <value>
    /// The default is <see cref="AlteredCopySearch.Always"/>: at most 64 photos are verified for each photo asked about, beside those that the
    /// hash of the whole photo finds. Photos without patches are compared as wholes only.
    /// </value>
    [EnumDataType(typeof(AlteredCopySearch))]
    public AlteredCopySearch AlteredCopies { get; set; } = AlteredCopySearch.Always;

    /// <summary>Whether the small thumbnails, by which altered copies are verified, are stored with the patches.</summary>
    /// <value>
    /// The default is true. Without them a copy needs many more patches in common, so that fewer are found, and none is
    /// called the same picture for sure.
    /// </value>
    public bool KeepThumbnails { get; set; } = true;

    internal ProfileRegistryOptions Copy() => (ProfileRegistryOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="ProfileRegistryOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class ProfileRegistryOptionsAttributes : IValidateOptions<ProfileRegistryOptions>;

/// <summary>Rules of <see cref="ProfileRegistryOptions"/>: its attributes, and that the radii are in order.</summary>
internal sealed class ProfileRegistryOptionsValidator : IValidateOptions<ProfileRegistryOptions>
{
    private readonly ProfileRegistryOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, ProfileRegistryOptions options)
    {
        var ranges = _attributes.Validate(name, options);
        return ranges.Failed || options.ConfirmedMatchRadius >= options.MatchRadius
            ? ranges
            : ValidateOptionsResult.Fail(
                $"ConfirmedMatchRadius ({options.ConfirmedMatchRadius}) must not be below MatchRadius ({options.MatchRadius}).");
    }
}
