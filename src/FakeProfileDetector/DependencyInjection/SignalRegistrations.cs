using System.Collections.Immutable;
using FakeProfileDetector.Checking;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>A signal that is taken out of a network, if it is among the first so many that were added.</summary>
internal sealed record SignalRemoval(string? Network, string Signal, int AmongFirst);

/// <summary>The signals that are registered for a network.</summary>
internal static class SignalRegistrations
{
    internal static ServiceDescriptor[] Of(IServiceCollection services, string? network) =>
        [.. services.Where(service => service.ServiceType == typeof(IProfileSignal) && Equals(service.ServiceKey, network))];

    /// <summary>
    /// The signals that were not taken out, in the order in which they were added, and what makes them anew for each check;
    /// null where all are singletons.
    /// </summary>
    internal static (ImmutableArray<IProfileSignal> Signals, ISignalSource? Source) Resolve(
        IServiceCollection services, IServiceProvider provider, string? network)
    {
        var removals = provider.GetServices<SignalRemoval>().Where(removal => removal.Network == network).ToArray();
        if (Array.TrueForAll(Of(services, network), signal => signal.Lifetime == ServiceLifetime.Singleton))
        {
            var signals = All(provider, network);
            return (Pick(signals, Kept(signals, removals)), null);
        }

        // Made once to learn their names, and ended: what is asked in a check is made for it.
        var scopes = provider.GetRequiredService<IServiceScopeFactory>();
        var scope = scopes.CreateAsyncScope();
        try
        {
            var signals = All(scope.ServiceProvider, network);
            var kept = Kept(signals, removals);
            return (Pick(signals, kept), new ScopedSignals(scopes, network, kept));
        }
        finally
        {
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static IProfileSignal[] All(IServiceProvider provider, string? network) =>
        [.. network is null ? provider.GetServices<IProfileSignal>() : provider.GetKeyedServices<IProfileSignal>(network)];

    private static ImmutableArray<IProfileSignal> Pick(IProfileSignal[] signals, ImmutableArray<int> kept) => [.. kept.Select(i => signals[i])];

    private static ImmutableArray<int> Kept(IProfileSignal[] signals, SignalRemoval[] removals)
    {
        var kept = Enumerable.Range(0, signals.Length).ToList();
        foreach (var (_, name, first) in removals)
        {
            if (!signals.Take(first).Any(signal => signal.Name == name))
            {
                var known = string.Join(", ", signals.Take(first).Select(signal => signal.Name));
                throw new InvalidOperationException(
                    $"RemoveSignal(\"{name}\") finds no signal of that name among those added before it ({known}); correct the name or call it later.");
            }

            kept.RemoveAll(i => i < first && signals[i].Name == name);
        }

        return [.. kept];
    }

    private sealed class ScopedSignals(IServiceScopeFactory scopes, string? network, ImmutableArray<int> kept) : ISignalSource
    {
        public SignalLease Rent()
        {
            var scope = scopes.CreateAsyncScope();
            try
            {
                return new(Pick(All(scope.ServiceProvider, network), kept), scope);
            }
            catch
            {
                _ = scope.DisposeAsync().AsTask();
                throw;
            }
        }
    }
}
