using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>How a <see cref="MultiIndexHashIndex"/> uses the machine. No option changes what is found.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class MultiIndexHashOptions
{
    /// <summary>Threads that build an index from many entries at once.</summary>
    /// <value>0–1,024; the default is 0, all cores. Each needs eight bytes an entry while it builds; beyond eight no more is gained.</value>
    [Range(0, 1024)]
    public int BuildThreads { get; set; }
}

/// <summary>Rules of <see cref="MultiIndexHashOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class MultiIndexHashOptionsValidator : IValidateOptions<MultiIndexHashOptions>;
