namespace FakeProfileDetector.Calibration;

/// <summary>Labeled accounts that nothing can be learned from; the message says what is lacking and the remedy.</summary>
/// <param name="message">What is lacking and the remedy.</param>
public sealed class CalibrationException(string message) : Exception(message);
