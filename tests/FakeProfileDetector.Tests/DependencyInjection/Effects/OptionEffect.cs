namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

/// <summary>What an option changes of what the detector does.</summary>
/// <param name="Value">The value that is set, as a configuration writes it.</param>
/// <param name="Default">What is observed where it is not set.</param>
/// <param name="Expected">What is observed where it is.</param>
/// <param name="Observe">Uses the detector as an application does.</param>
internal sealed record OptionEffect(string Value, object? Default, object? Expected, Func<ObservedDetector, Task<object?>> Observe);
