using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>A signal that is taken out of a network, if it is among the first so many that were added.</summary>
internal sealed record SignalRemoval(string? Network, string Signal, int AmongFirst);

/// <summary>The signals that are registered for a network.</summary>
internal static class SignalRegistrations
{
    internal static ServiceDescriptor[] Of(IServiceCollection services, string? network) =>
        [.. services.Where(service => service.ServiceType == typeof(IProfileSignal) && Equals(service.ServiceKey, network))];

    /// <summary>The signals that were not taken out, in the order in which they were added.</summary>
    internal static IProfileSignal[] Resolve(IServiceProvider provider, string? network)
    {
        IProfileSignal[] all = [.. network is null ? provider.GetServices<IProfileSignal>() : provider.GetKeyedServices<IProfileSignal>(network)];
        var removed = new HashSet<IProfileSignal>();
        foreach (var removal in provider.GetServices<SignalRemoval>().Where(removal => removal.Network == network))
        {
            var named = all.Take(removal.AmongFirst).Where(signal => signal.Name == removal.Signal).ToArray();
            if (named.Length == 0)
            {
                var known = string.Join(", ", all.Take(removal.AmongFirst).Select(signal => signal.Name));
                throw new InvalidOperationException(
                    $"RemoveSignal(\"{removal.Signal}\") finds no signal of that name among those added before it ({known}); correct the name or call it later.");
            }

            removed.UnionWith(named);
        }

        return [.. all.Where(signal => !removed.Contains(signal))];
    }
}
