using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Signals.ImageReuse;

/// <summary>Is the photo in use on other profiles under other names? The pivotal signal.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class ImageReuseSignal
{
    /// <summary>The signal's name in reports: <c>image-reuse</c>.</summary>
    public const string SignalName = "image-reuse";

    /// <summary>Creates the signal for use without dependency injection.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <returns>The signal.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public static IProfileSignal Create(ImageReuseOptions? options = null) =>
        new ImageReuseEvaluator(OptionsGuard.Checked(options, new ImageReuseOptionsValidator()));
}
