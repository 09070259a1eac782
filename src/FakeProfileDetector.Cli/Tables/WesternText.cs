using System.Buffers;
using System.Text;

namespace FakeProfileDetector.Cli.Tables;

/// <summary>Tells windows-1252 from damaged UTF-8 and from the other code pages of one byte, whose letters it would turn into others.</summary>
internal static class WesternText
{
    /// <summary>How often each sign of an encoding was seen.</summary>
    private record struct Signs(int Utf8, int Western, int Other);

    /// <summary>Whether bytes that are not valid UTF-8 may be read as windows-1252.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> bytes)
    {
        var signs = default(Signs);
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
            }
            else if (Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == OperationStatus.Done)
            {
                signs.Utf8++;
                i += length;
            }
            else
            {
                var end = i + 1;
                while (end < bytes.Length && bytes[end] >= 0x80)
                {
                    end++;
                }

                Count(bytes, i, end, ref signs);
                i = end;
            }
        }

        // A few bytes that happen to be UTF-8 occur in any text; a few that are not occur in a damaged file.
        return signs.Western > 8 * signs.Utf8 && signs.Western > 8 * signs.Other;
    }

    /// <summary>Judges a run of bytes beyond ASCII by itself and by what stands around it.</summary>
    private static void Count(ReadOnlySpan<byte> bytes, int start, int end, ref Signs signs)
    {
        var follows = start > 0 && char.IsAsciiLetter((char)bytes[start - 1]);
        var precedes = end < bytes.Length && char.IsAsciiLetter((char)bytes[end]);
        var first = bytes[start];
        var isOther = end - start >= 3 // Cyrillic, Greek, Hebrew, Chinese: whole words beyond ASCII.
            || first is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D // Unassigned.

            // Central European letters stand where windows-1252 has signs: none of those stands within a word.
            || (follows && precedes && first is >= 0xA1 and <= 0xBF and not (0xAA or 0xAD or 0xB4 or 0xB7 or 0xBA))

            // Small letters of the Macintosh stand where windows-1252 has capitals and signs.
            || (follows && char.IsAsciiLetterLower((char)bytes[start - 1]) && first is 0x83 or (>= 0x86 and <= 0x8E) or 0x98 or 0x9B or 0x9F);
        signs.Other += isOther ? 1 : 0;
        signs.Western += isOther ? 0 : 1;
    }
}
