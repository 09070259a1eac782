namespace FakeProfileDetector.Cli;

/// <summary>Something the user can put right; the message names the input and the remedy.</summary>
internal sealed class CliException(string message) : Exception(message);
