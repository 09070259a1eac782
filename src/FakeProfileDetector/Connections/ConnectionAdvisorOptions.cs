using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Connections;

/// <summary>When a connection request is worth what.</summary>
/// <threadsafety>Not safe to change while another thread reads it; an advisor keeps a copy.</threadsafety>
public sealed class ConnectionAdvisorOptions
{
    /// <summary>
    /// Below so many connections of their own members are told that their network is small: active members have at least
    /// 500 to 1,000.
    /// </summary>
    /// <value>0–100,000; the default is 500.</value>
    [Range(0, 100_000)]
    public int ActiveNetworkSize { get; set; } = 500;

    /// <summary>From so many shared connections on they are named as a reason.</summary>
    /// <value>1–10,000; the default is 3.</value>
    [Range(1, 10_000)]
    public int ManySharedConnections { get; set; } = 3;

    internal ConnectionAdvisorOptions Copy() => (ConnectionAdvisorOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="ConnectionAdvisorOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class ConnectionAdvisorOptionsValidator : IValidateOptions<ConnectionAdvisorOptions>;
