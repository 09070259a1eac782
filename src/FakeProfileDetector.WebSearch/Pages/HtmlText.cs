using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>A page's text, by the encoding that its mark, its server or the page itself names, in this order, as browsers do.</summary>
/// <remarks>Source: WHATWG HTML, determining the character encoding; WHATWG Encoding, names and labels.</remarks>
internal static partial class HtmlText
{
    // Where browsers look for it.
    private const int DeclarationBytes = 1024;

    // A character that the end of what was read cuts through.
    private const int LongestTail = 3;

    internal static string Decode(ReadOnlySpan<byte> page, string? charset)
    {
        var (encoding, mark) = page switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (Find(charset) ?? Declared(page) ?? Guess(page), 0),
        };
        return encoding.GetString(page[mark..]);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        var start = Encoding.Latin1.GetString(page[..Math.Min(page.Length, DeclarationBytes)]);
        var declared = Find(Declaration().Match(start) is { Success: true } match ? match.Groups["name"].Value : null);

        // It was read in bytes of ASCII, so that it cannot be what it says.
        return declared is UnicodeEncoding ? Encoding.UTF8 : declared;
    }

    private static Encoding Guess(ReadOnlySpan<byte> page) =>
        Utf8.IsValid(page[..Math.Max(page.Length - LongestTail, 0)]) ? Encoding.UTF8 : WesternWindows;

    private static Encoding WesternWindows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding? Find(string? label)
    {
        var name = label?.Trim(' ', '"', '\'').ToLowerInvariant() switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "latin1" or "iso-8859-1" or "iso8859-1" or "ascii" or "us-ascii" or "cp1252" => "windows-1252",
            "cp1251" => "windows-1251",
            "windows-31j" or "x-sjis" or "sjis" or "shift-jis" or "ms_kanji" => "shift_jis",
            "x-euc-jp" => "euc-jp",
            "gbk" or "x-gbk" or "chinese" => "gb18030",
            "big5-hkscs" or "x-x-big5" => "big5",
            "iso-8859-9" or "latin5" => "windows-1254",
            "tis-620" or "iso-8859-11" => "windows-874",
            var other => other,
        };
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta\s[^>]*charset\s*=\s*["']?\s*(?<name>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
