using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Signals.NameMismatch;

/// <summary>Do names contradict: on the profiles that share the photo, or the display name and its own handle?</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class NameMismatchSignal
{
    /// <summary>The signal's name in reports: <c>name-mismatch</c>.</summary>
    public const string SignalName = "name-mismatch";

    /// <summary>Creates the signal for use without dependency injection.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <returns>The signal.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public static IProfileSignal Create(NameMismatchOptions? options = null) =>
        new NameMismatchEvaluator(OptionsGuard.Checked(options, new NameMismatchOptionsValidator()));
}
