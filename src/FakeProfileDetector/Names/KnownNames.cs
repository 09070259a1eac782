using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Whether words are names that the tables know: of two readings of a text the one that holds them is the likelier.</summary>
internal static class KnownNames
{
    internal static bool Has(string word) =>
        AsciiLetters.Of(word) is { Length: > 0 } name && (TokenFrequency.BitsOf(name) < TokenFrequency.MaximumBits || Nicknames.EntriesOf(name).Length > 0);

    /// <summary>How many words between spaces are known.</summary>
    internal static int Count(string text) => text.Split(' ').Count(Has);
}
