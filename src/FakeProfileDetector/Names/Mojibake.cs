using System.Buffers;
using System.Text;
using System.Text.Unicode;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Undoes the reading of bytes in a wrong encoding: "JosÃ©", "Jos√©", "Èâàí", where only one reading gives a name.</summary>
internal static class Mojibake
{
    // "JosÃƒÂ©" went through it twice.
    private const int Layers = 3;

    // Names of Western Europe have one accented letter in ten; of a name in another alphabet read wrongly nearly all are.
    private const int MinimumAccented = 4;
    private const int AccentedInTen = 7;

    // What stands at 80–9F there; five places are empty and keep their control character.
    private const string Specials = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private const string Missing = "?";
    private const string Lost = "\uFFFD";

    private static readonly Encoding Windows1252 = Encoding(1252);

    // Old Macintosh, DOS, and Windows of the East.
    private static readonly Encoding[] Readers = [.. ((int[])[10000, 866, 850, 437, 1251, 1250]).Select(Encoding)];

    // Russian, Greek, Hebrew, Arabic, Chinese, Japanese, Korean.
    private static readonly Encoding[] Writers = [.. ((int[])[1251, 20866, 1253, 1255, 1256, 936, 932, 51932, 950, 949]).Select(Encoding)];

    /// <summary>The name as it was meant; the text itself where it may be meant as it is.</summary>
    /// <returns>The text, and whether some of it could not be restored.</returns>
    internal static (string Text, bool IsGarbled) Mend(string text)
    {
        for (var layer = 0; layer < Layers && text.AsSpan().ContainsAnyInRange('\u0080', '\uFFFF'); layer++)
        {
            var (read, left) = ReadUtf8(text);
            if (left > 0 && layer == 0 && IsNearlyAllAccented(text) && ReadOther(text) is { IsGarbled: false } other)
            {
                return other;
            }

            if (read == text)
            {
                read = ReadWhole(text) ?? text;
                left = 0;
            }

            if (read == text)
            {
                return layer == 0 && IsNearlyAllAccented(text) ? ReadOther(text) : (text, false);
            }

            text = read;
            if (left > 0)
            {
                return (text, true);
            }
        }

        return (text, false);
    }

    /// <summary>UTF-8 read as Windows-1252, the commonest case: every run of bytes that is UTF-8, and how many characters of others are left.</summary>
    private static (string Text, int Left) ReadUtf8(string text)
    {
        var read = new StringBuilder(text.Length);
        var (left, found) = (0, 0);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var length = LengthOf(ByteOf(text[i]));
            var taken = 0;
            for (; taken < length && i + taken < text.Length && ByteOf(text[i + taken]) is >= 0 and var value; taken++)
            {
                bytes[taken] = (byte)value;
            }

            if (length > 0 && taken == length && Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) == OperationStatus.Done
                && used == length && !Rune.IsControl(rune))
            {
                read.Append(rune);
                i += length - 1;
                found++;
            }
            else
            {
                read.Append(text[i]);
                left += text[i] >= '\u0080' ? 1 : 0;
            }
        }

        return found > 0 ? (read.ToString(), left) : (text, 0);
    }

    /// <summary>Bytes of a character of UTF-8, by its first; 0 where none begins so.</summary>
    private static int LengthOf(int first) => first switch { >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };

    private static int ByteOf(char character) => character switch
    {
        < '\u0080' => -1,
        >= '\u00A0' and <= '\u00FF' => character,
        _ => Specials.IndexOf(character) is >= 0 and var place ? 0x80 + place : character <= '\u009F' ? character : -1,
    };

    /// <summary>UTF-8 read in another encoding: only where all of it is UTF-8.</summary>
    private static string? ReadWhole(string text)
    {
        // A character of UTF-8 that is no ASCII has several bytes, and each was read as a character.
        if (HasLoneCharacter(text))
        {
            return null;
        }

        foreach (var reader in Readers)
        {
            if (Bytes(text, reader) is { } bytes && Utf8.IsValid(bytes) && System.Text.Encoding.UTF8.GetString(bytes) is var read
                && read.Length * 2 <= text.Length + text.Count(char.IsAscii) && !read.Any(char.IsControl))
            {
                return read;
            }
        }

        return null;
    }

    /// <summary>Whether a character that is no ASCII stands between such that are: "José", "Özil".</summary>
    private static bool HasLoneCharacter(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOfAnyInRange('\u0080', '\uFFFF') is >= 0 and var first;)
        {
            rest = rest[first..];
            var length = rest.IndexOfAnyInRange('\0', '\u007F') is >= 0 and var end ? end : rest.Length;
            if (length == 1)
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    private static bool IsNearlyAllAccented(string text)
    {
        var (accented, others) = (0, 0);
        foreach (var character in text)
        {
            accented += character is > '\u00A0' and <= '\u00FF' ? 1 : 0;
            others += character is ' ' or (> '\u00A0' and <= '\u00FF') ? 0 : 1;
        }

        return accented >= MinimumAccented && accented * (10 - AccentedInTen) >= others * AccentedInTen;
    }

    /// <summary>Another alphabet's bytes read as Windows-1252: in the encoding in which they are known names; lost where they are in none.</summary>
    private static (string Text, bool IsGarbled) ReadOther(string text)
    {
        var (best, most) = (text, 0);
        var bytes = Bytes(text, Windows1252);
        foreach (var writer in bytes is null ? [] : Writers)
        {
            if (Decode(bytes!, writer) is { } read && NamesIn(read) is var known && known > most)
            {
                (best, most) = (read, known);
            }
        }

        return (best, most == 0);
    }

    private static int NamesIn(string text)
    {
        if (!text.All(static character => char.IsLetter(character) || char.IsWhiteSpace(character) || character is '-' or '.' or '\'' or '・'))
        {
            return 0;
        }

        return text.Split(' ', '　').Count(static word => word.Length > 0 && IsSyllabic(word)
            ? FamilyNameTable.Of(word[..1]) is not null || JapaneseReadings.OfFamilyName(word[..Math.Min(2, word.Length)]).Length > 0
            : KnownNames.Has(word));
    }

    private static bool IsSyllabic(string word) => (ScriptDetection.Of(Rune.GetRuneAt(word, 0)) & (NameScripts.Han | NameScripts.Hangul)) != 0;

    // A sign in place of an exception: names without damage are the rule, and most of them fail here.
    private static Encoding Encoding(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderReplacementFallback(Missing), new DecoderReplacementFallback(Lost))!;

    private static byte[]? Bytes(string text, Encoding reader)
    {
        var bytes = reader.GetBytes(text);
        return bytes.AsSpan().Count((byte)Missing[0]) == text.AsSpan().Count(Missing[0]) ? bytes : null;
    }

    private static string? Decode(byte[] bytes, Encoding writer)
    {
        var text = writer.GetString(bytes);
        return text.Contains(Lost[0]) ? null : text;
    }
}
