using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Signals.ImageReuse;

/// <summary>Options of the image re-use signal.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class ImageReuseOptions
{
    /// <summary>What a photo that nobody else uses weighs, in bits: a little towards genuine, for it is no proof.</summary>
    /// <value>−3 to 0; the default is −0.5.</value>
    [Range(-3.0, 0.0)]
    public double UniquePhotoBits { get; set; } = -0.5;

    /// <summary>The most matches that a report lists; the nearest ones are kept.</summary>
    /// <value>1–1,000; the default is 20.</value>
    [Range(1, 1000)]
    public int MaximumMatches { get; set; } = 20;
}

/// <summary>Rules of <see cref="ImageReuseOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class ImageReuseOptionsValidator : IValidateOptions<ImageReuseOptions>;
