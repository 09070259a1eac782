using System.Text.RegularExpressions;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>Names as they were typed, out of what web pages and wrong encodings made of them.</summary>
internal static partial class TextCell
{
    /// <summary>The text without character references, tags and misread letters.</summary>
    internal static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') >= 0)
        {
            text = MisreadText.Restore(text);
        }

        if (text.AsSpan().ContainsAny('&', '<'))
        {
            // Twice: text that was encoded twice, and tags that were encoded.
            text = HtmlEntities.Decode(HtmlEntities.Decode(text));
            text = Tags().Replace(text, static tag => tag.ValueSpan.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : string.Empty);
        }

        return text;
    }

    [GeneratedRegex("</?(?:a|b|i|u|s|em|strong|span|font|p|br|div|small|big|sub|sup|mark|bdi|bdo|li|td|h[1-6])(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
