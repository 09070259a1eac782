namespace FakeProfileDetector.Scoring.Calibration;

/// <summary>Labelled accounts that nothing can be learnt from; the message says what is lacking and the remedy.</summary>
/// <param name="message">What is lacking and the remedy.</param>
public sealed class CalibrationException(string message) : Exception(message);
