namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>Fake or genuine, as people and programs write it.</summary>
internal static class Label
{
    /// <summary>Whether a profile is fake; null for what is no label.</summary>
    internal static bool? Read(string text) => text.Trim().ToUpperInvariant() switch
    {
        "FAKE" or "1" or "1.0" or "TRUE" or "YES" or "Y" => true,
        "GENUINE" or "REAL" or "AUTHENTIC" or "0" or "0.0" or "FALSE" or "NO" or "N" => false,
        _ => null,
    };
}
