using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Signals.NameMismatch;

/// <summary>Options of the name-mismatch signal.</summary>
public sealed class NameMismatchOptions
{
    /// <summary>What a handle that repeats the display name weighs, in bits: slightly towards genuine.</summary>
    /// <value>−2 to 0; the default is −0.1: forgers name their handles too. A handle that shares nothing weighs 0, as 39 % of
    /// real people's do.</value>
    [Range(-2.0, 0.0)]
    public double HandleAgreementBits { get; set; } = -0.1;
}

/// <summary>Rules of <see cref="NameMismatchOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class NameMismatchOptionsValidator : IValidateOptions<NameMismatchOptions>;
