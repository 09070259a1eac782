using System.Buffers;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>The attributes of a tag.</summary>
internal static class HtmlAttributes
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("= \t\r\n\f/>");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\f>");

    /// <summary>Reads them up to the tag's end.</summary>
    /// <param name="tag">What follows the tag's name.</param>
    /// <param name="attributes">Names in lower case with values as they are written; of a name that is given twice, the first.</param>
    /// <returns>What follows the tag.</returns>
    internal static ReadOnlySpan<char> Read(ReadOnlySpan<char> tag, out Dictionary<string, string> attributes)
    {
        attributes = new(StringComparer.Ordinal);
        while (true)
        {
            tag = tag.TrimStart(" \t\r\n\f/");
            if (tag.IsEmpty || tag[0] == '>')
            {
                return tag.IsEmpty ? [] : tag[1..];
            }

            var name = Take(ref tag, tag.IndexOfAny(NameEnds));
            if (name.IsEmpty)
            {
                // An equals sign without a name.
                tag = tag[1..];
                continue;
            }

            var value = tag.TrimStart(" \t\r\n\f") is ['=', .. var rest] ? Value(rest.TrimStart(" \t\r\n\f"), ref tag) : [];
            attributes.TryAdd(name.ToString().ToLowerInvariant(), value.ToString());
        }
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text, ref ReadOnlySpan<char> tag)
    {
        tag = text;
        if (text is not ['"' or '\'', ..])
        {
            return Take(ref tag, text.IndexOfAny(ValueEnds));
        }

        tag = text[1..];
        var value = Take(ref tag, tag.IndexOf(text[0]));
        tag = tag.IsEmpty ? tag : tag[1..];
        return value;
    }

    /// <summary>What is before a position, or all where there is none.</summary>
    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, int end)
    {
        var taken = end < 0 ? text : text[..end];
        text = text[taken.Length..];
        return taken;
    }
}
