using AnyAscii;

namespace FakeProfileDetector.Names;

/// <summary>Words as lower-case ASCII letters, the form in which tables hold them and names are compared.</summary>
internal static class AsciiLetters
{
    /// <summary>Letters of any script, by the AnyAscii tables; empty where none has a romanization.</summary>
    internal static string Of(string text) => Keep(text.Transliterate());

    /// <summary>What is left of romanized text without apostrophes, digits and spaces.</summary>
    internal static string Keep(string romanized) => string.Concat(romanized.ToLowerInvariant().Where(char.IsAsciiLetter));
}
