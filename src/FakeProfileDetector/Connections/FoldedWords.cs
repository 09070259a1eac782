using System.Collections.Immutable;
using AnyAscii;

namespace FakeProfileDetector.Connections;

/// <summary>A name or title as words in small ASCII letters and digits, so that case, accents and script do not matter.</summary>
internal readonly record struct FoldedWords
{
    // Longer texts are no names; the limit bounds the work on what strangers type.
    private const int MaximumLength = 256;

    private FoldedWords(ImmutableArray<string> words) => Words = words;

    internal ImmutableArray<string> Words { get; }

    internal bool IsEmpty => Words.IsEmpty;

    internal static FoldedWords Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new([]);
        }

        // Dots and apostrophes belong to the word around them: "S.A.", "L'Atelier".
        var ascii = text.AsSpan(0, Math.Min(text.Length, MaximumLength)).ToString().Transliterate().ToLowerInvariant()
            .Replace(".", string.Empty, StringComparison.Ordinal).Replace("'", string.Empty, StringComparison.Ordinal);
        var letters = string.Concat(ascii.Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' '));
        return new([.. letters.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>The same without the last words that are in a set; at least one word is left.</summary>
    internal FoldedWords WithoutLast(IReadOnlySet<string> words)
    {
        var count = Words.Length;
        while (count > 1 && words.Contains(Words[count - 1]))
        {
            count--;
        }

        return new(Words[..count]);
    }

    /// <summary>The same without one word wherever it stands; at least one word is left.</summary>
    internal FoldedWords Without(string word) => Words.RemoveAll(word.Equals) is { IsEmpty: false } left ? new(left) : this;

    internal bool StartsWith(FoldedWords start) => !start.IsEmpty && HoldsAt(0, start);

    /// <summary>Whether the words of another one stand in this one in a row.</summary>
    internal bool Holds(FoldedWords part)
    {
        for (var i = 0; !part.IsEmpty && i + part.Words.Length <= Words.Length; i++)
        {
            if (HoldsAt(i, part))
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsAt(int index, FoldedWords part) =>
        index + part.Words.Length <= Words.Length && Words.AsSpan(index, part.Words.Length).SequenceEqual(part.Words.AsSpan());
}
