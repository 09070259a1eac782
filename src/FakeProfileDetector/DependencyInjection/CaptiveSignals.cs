using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>
/// Refuses a signal that serves all checks but takes a service that is meant for one request: the container would hand it one for
/// good, unnoticed unless scopes are validated. What a function makes cannot be looked into.
/// </summary>
internal sealed class CaptiveSignals(IServiceCollection services) : IValidateOptions<FakeProfileDetectorOptions>
{
    public ValidateOptionsResult Validate(string? name, FakeProfileDetectorOptions options)
    {
        string[] failures = [.. SignalRegistrations.Of(services, string.IsNullOrEmpty(name) ? null : name)
            .Where(signal => signal.Lifetime == ServiceLifetime.Singleton)
            .Select(signal => (Type: ImplementationOf(signal), Path: ScopedBelow(signal, [])))
            .Where(signal => signal.Path is not null)
            .Select(signal =>
                $"The signal {signal.Type!.Name} serves all checks but takes {signal.Path}, which is scoped; "
                + $"add it with AddSignal<{signal.Type.Name}>(ServiceLifetime.Scoped), so that each check has one of its own.")];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static Type? ImplementationOf(ServiceDescriptor service) => service.IsKeyedService ? service.KeyedImplementationType : service.ImplementationType;

    /// <summary>How a scoped service is reached through constructors, such as "Repository, which takes Context"; null for none.</summary>
    private string? ScopedBelow(ServiceDescriptor service, HashSet<ServiceDescriptor> seen)
    {
        if (!seen.Add(service))
        {
            return null;
        }

        // The container takes the longest constructor that it can fill.
        var constructor = (service.IsKeyedService ? service.KeyedImplementationType?.GetConstructors() : service.ImplementationType?.GetConstructors())?
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault(candidate => Array.TrueForAll(candidate.GetParameters(), parameter => parameter.HasDefaultValue || Find(parameter.ParameterType) is not null));
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            if (Find(parameter.ParameterType) is not { } taken)
            {
                continue;
            }

            if (taken.Lifetime == ServiceLifetime.Scoped)
            {
                return parameter.ParameterType.Name;
            }

            if (ScopedBelow(taken, seen) is { } below)
            {
                return $"{parameter.ParameterType.Name}, which takes {below}";
            }
        }

        return null;
    }

    private ServiceDescriptor? Find(Type type) =>
        services.LastOrDefault(service => !service.IsKeyedService && service.ServiceType == type)
        ?? (type.IsConstructedGenericType
            ? services.LastOrDefault(service => !service.IsKeyedService && service.ServiceType == type.GetGenericTypeDefinition())
            : null);
}
