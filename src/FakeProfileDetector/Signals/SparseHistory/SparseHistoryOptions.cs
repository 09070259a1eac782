using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Signals.SparseHistory;

/// <summary>Options of the sparse-history signal.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class SparseHistoryOptions
{
    /// <summary>The least weight, in bits either way, at which a single fact gets a reason of its own.</summary>
    /// <value>0–5; the default is 0.5.</value>
    [Range(0.0, 5.0)]
    public double ReasonThresholdBits { get; set; } = 0.5;
}

/// <summary>Rules of <see cref="SparseHistoryOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class SparseHistoryOptionsValidator : IValidateOptions<SparseHistoryOptions>;
