using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures what <c>AddFakeProfileDetector</c> has registered; signal, decoder and store packages extend it.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public interface IFakeProfileDetectorBuilder
{
    /// <summary>The services that are being configured.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The network that is being configured: the key of its services and the name of its options; null for the one whose
    /// services have no key.
    /// </summary>
    string? Name { get; }

    /// <summary>The section of the configuration that was given to <c>AddFakeProfileDetector</c>, or null.</summary>
    IConfiguration? Configuration { get; }
}
