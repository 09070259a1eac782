using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>Configures what <c>AddFakeProfileDetector</c> has registered; decoder and store packages extend it.</summary>
public interface IFakeProfileDetectorBuilder
{
    /// <summary>The services that are being configured.</summary>
    IServiceCollection Services { get; }
}
