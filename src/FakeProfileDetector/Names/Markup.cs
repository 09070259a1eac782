using System.Globalization;
using System.Net;
using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Takes off what other programs leave in names: HTML's tags and entities, percent signs of addresses, escapes of JSON.</summary>
internal static class Markup
{
    // "&amp;eacute;" was written out twice.
    private const int Layers = 3;

    internal static string Strip(string text)
    {
        for (var layer = 0; layer < Layers; layer++)
        {
            var stripped = text.Contains('&') && text.Contains(';') ? WebUtility.HtmlDecode(text) : text;
            stripped = stripped.Contains('%') ? Uri.UnescapeDataString(stripped) : stripped;
            stripped = stripped.Contains("\\u", StringComparison.Ordinal) ? Unescape(stripped) : stripped;
            if (stripped == text)
            {
                break;
            }

            text = stripped;
        }

        return text.Contains('<') && text.Contains('>') ? WithoutTags(text) : text;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i) is ['\\', 'u', _, _, _, _, ..]
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                i += 5;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary>"&lt;b&gt;Nora&lt;/b&gt;": a tag begins with a letter or a slash; "&lt;3" is none.</summary>
    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isTag = text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!');
            var end = isTag ? text.IndexOf('>', i) : -1;
            if (end < 0)
            {
                plain.Append(text[i]);
                continue;
            }

            // Tags for breaks part words, those for fonts do not.
            var isBreak = text[i..end].TrimStart('<', '/') is ['b', 'r', ..] or ['p', ..] or ['d', 'i', 'v', ..] or ['t', ..] or ['l', 'i', ..];
            plain.Append(isBreak ? " " : string.Empty);
            i = end;
        }

        return plain.ToString();
    }
}
