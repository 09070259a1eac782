namespace FakeProfileDetector.Calibration;

/// <summary>Labeled accounts that nothing can be learned from; the message says what is lacking and the remedy.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class CalibrationException : Exception
{
    internal CalibrationException(string message)
        : base(message)
    {
    }
}
