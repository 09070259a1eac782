using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>
/// UTF-8 that some program took for an encoding of one byte: "JosÃ©", "Jos√©". It is read anew only where the bytes of a word
/// are valid UTF-8 as a whole and all they say beyond ASCII is letters, which no name meets by chance.
/// </summary>
internal static class MisreadText
{
    private const string Signs = "€‚„…†‡ˆ‰‹›“”•˜™√";

    // As often as text passes through such a program; more than twice is hardly ever seen.
    private const int MaximumPasses = 3;

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Windows' Western, the Macintosh's, Windows' Central European and Cyrillic, DOS's Western ones.
    private static readonly Lazy<FrozenDictionary<char, byte>[]> Pages = new(static () => [.. new[] { 1252, 10000, 1250, 1251, 850, 437 }.Select(BytesOf)]);

    /// <summary>The text as it was meant; the same string where it is nothing of the kind.</summary>
    internal static string Restore(string text)
    {
        for (var pass = 0; pass < MaximumPasses && text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') >= 0; pass++)
        {
            var words = text.Split(' ');
            var restored = string.Join(' ', words.Select(Word));
            if (restored == text)
            {
                break;
            }

            text = restored;
        }

        return text;
    }

    private static string Word(string word)
    {
        // UTF-8 takes two bytes or more for what one-byte encodings have beyond ASCII.
        if (!HasTwoBeyondAscii(word))
        {
            return word;
        }

        // A word in capitals such as "RÕŽOV" may be UTF-8 by chance; what stands beside the commonest first bytes is not.
        if (word.All(char.IsUpper) && word.AsSpan().IndexOfAny('Ã', 'Â') < 0)
        {
            return word;
        }

        Span<byte> bytes = word.Length <= 256 ? stackalloc byte[word.Length] : new byte[word.Length];
        foreach (var page in Pages.Value)
        {
            if (TryEncode(word, page, bytes) && Decode(bytes) is { } restored)
            {
                return restored;
            }
        }

        return word;
    }

    private static bool HasTwoBeyondAscii(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i - 1] >= 0x80 && word[i] >= 0x80)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryEncode(string word, FrozenDictionary<char, byte> page, Span<byte> bytes)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] < 0x80)
            {
                bytes[i] = (byte)word[i];
            }
            else if (page.TryGetValue(word[i], out var value))
            {
                bytes[i] = value;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>UTF-8 that holds only what names are written with, or what would be misread text again; else null.</summary>
    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var isLatin = text.AsSpan().ContainsAny(AsciiLetters);
        return text.EnumerateRunes().All(rune => rune.IsAscii || (IsOfNames(rune) && (!isLatin || IsLatinOrSign(rune)))) ? text : null;
    }

    /// <summary>Letters of another script do not stand in one word with ASCII ones.</summary>
    private static bool IsLatinOrSign(Rune rune) => rune.Value < 0x370 || rune.Value is >= 0x1E00 and <= 0x1EFF || !Rune.IsLetter(rune);

    private static bool IsOfNames(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || rune.Value is 0x2018 or 0x2019 or 0x2013 or 0x2014 or 0x00B7 or 0x200C or 0x200D or 0x00A0

        // Signs that the second byte of a letter was taken for, in text misread twice.
        || rune.Value is >= 0x80 and <= 0xBF || (rune.IsBmp && Signs.Contains((char)rune.Value, StringComparison.Ordinal));

    private static FrozenDictionary<char, byte> BytesOf(int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var bytes = new Dictionary<char, byte>();
        for (var value = 0x80; value <= 0xFF; value++)
        {
            bytes[encoding.GetString([(byte)value])[0]] = (byte)value;

            // ISO 8859-1 has the controls of the bytes' own numbers.
            if (page == 1252 && value < 0xA0)
            {
                bytes[(char)value] = (byte)value;
            }
        }

        return bytes.ToFrozenDictionary();
    }
}
