using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.CopyAccuracy.Measuring;

/// <summary>How a registry found a photo.</summary>
internal enum FoundAs
{
    /// <summary>It did not.</summary>
    Nothing,

    /// <summary>By the hash of the whole photo.</summary>
    Whole,

    /// <summary>By patches, as the same picture.</summary>
    Exact,

    /// <summary>By patches, as a likeness.</summary>
    Similar,
}

internal static class FoundAsOf
{
    internal static FoundAs Use(PhotoUse? use) => use switch
    {
        null => FoundAs.Nothing,
        { Alteration: null } => FoundAs.Whole,
        { Alteration.Grade: PhotoCopyGrade.Exact } => FoundAs.Exact,
        _ => FoundAs.Similar,
    };

    /// <summary>How that profile's photo was found.</summary>
    internal static FoundAs Profile(PhotoUseResult uses, string profileId) =>
        Use(uses.Uses.FirstOrDefault(use => use.Holder.Id == profileId));
}
