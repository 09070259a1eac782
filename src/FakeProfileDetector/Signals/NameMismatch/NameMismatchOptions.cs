using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Signals.NameMismatch;

/// <summary>Options of the name-mismatch signal.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class NameMismatchOptions
{
    /// <summary>What a handle that repeats the display name weighs, in bits: slightly towards genuine.</summary>
    /// <value>−2 to 0; the default is −0.1: forgers name their handles too. A handle that shares nothing weighs 0, as 39 % of
    /// real people's do.</value>
    [Range(-2.0, 0.0)]
    public double HandleAgreementBits { get; set; } = -0.1;

    /// <summary>What a handle or e-mail address weighs that spells out another person's name in full, in bits.</summary>
    /// <value>0–1; the default is 0.3: families share addresses, and people are called by names of which the network knows nothing.</value>
    [Range(0.0, 1.0)]
    public double OtherNameInHandleBits { get; set; } = 0.3;

    /// <summary>What a name in another field of the profile weighs that contradicts the display name, in bits.</summary>
    /// <value>0–1.5; the default is 0.5.</value>
    [Range(0.0, 1.5)]
    public double OtherNameInFieldBits { get; set; } = 0.5;

    /// <summary>What a display name weighs that mixes letters of two scripts that look alike, in bits.</summary>
    /// <value>0–2; the default is 0.7: hardly anyone types so by accident, but decoration and broken keyboards do.</value>
    [Range(0.0, 2.0)]
    public double LookAlikeLettersBits { get; set; } = 0.7;
}

/// <summary>Rules of <see cref="NameMismatchOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class NameMismatchOptionsValidator : IValidateOptions<NameMismatchOptions>;
