using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Signals.WebReuse;

/// <summary>Is the photo on the web, and under whose names? It speaks where the checker has an <see cref="Web.IWebPhotoSearch"/>.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class WebReuseSignal
{
    /// <summary>The signal's name in reports: <c>web-reuse</c>.</summary>
    public const string SignalName = "web-reuse";

    /// <summary>Creates the signal for use without dependency injection.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <returns>The signal.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public static IProfileSignal Create(WebReuseOptions? options = null) =>
        new WebReuseEvaluator(OptionsGuard.Checked(options, new WebReuseOptionsValidator()).Copy());
}
