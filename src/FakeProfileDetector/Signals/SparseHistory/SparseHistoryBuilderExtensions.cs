using FakeProfileDetector.Signals.SparseHistory;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the sparse-history signal.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class SparseHistoryBuilderExtensions
{
    /// <summary>Adds the sparse-history signal, where it is not there yet, and configures it; <c>AddFakeProfileDetector</c> has added it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets its options, which are validated at start; it outranks the configuration's section <c>SparseHistory</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IFakeProfileDetectorBuilder AddSparseHistory(
        this IFakeProfileDetectorBuilder builder, Action<SparseHistoryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOptions<SparseHistoryOptions, SparseHistoryOptionsValidator>("SparseHistory", static (section, options) => section.Bind(options), configure);
        var network = builder.Name;
        return builder.AddSignal(provider => new SparseHistoryEvaluator(provider.GetOptions<SparseHistoryOptions>(network)));
    }
}
