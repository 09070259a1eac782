using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Signals.SparseHistory;

/// <summary>Does the account have a history? Thin is not fake: alone it reaches "suspicious" at most.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class SparseHistorySignal
{
    /// <summary>The signal's name in reports: <c>sparse-history</c>.</summary>
    public const string SignalName = "sparse-history";

    /// <summary>Creates the signal for use without dependency injection.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <returns>The signal.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public static IProfileSignal Create(SparseHistoryOptions? options = null) =>
        new SparseHistoryEvaluator(OptionsGuard.Checked(options, new SparseHistoryOptionsValidator()));
}
