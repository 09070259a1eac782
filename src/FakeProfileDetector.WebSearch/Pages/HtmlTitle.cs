using System.Net;
using System.Text;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>The title of a page: that of its head, else the one that it gives to social networks.</summary>
internal static class HtmlTitle
{
    private const int MaximumLength = 500;

    /// <summary>The title in one line, without markup's escapes; null where there is none.</summary>
    internal static string? Read(ReadOnlySpan<char> html)
    {
        string? social = null;
        while (html.IndexOf('<') is var at && at >= 0)
        {
            html = html[at..];
            if (html.StartsWith("<!--"))
            {
                html = After(html, "-->");
            }
            else if (IsTag(html, "script", out var script))
            {
                html = After(script, "</script");
            }
            else if (IsTag(html, "style", out var style))
            {
                html = After(style, "</style");
            }
            else if (IsTag(html, "title", out var title))
            {
                var content = After(title, ">");
                var end = content.IndexOf("</title", StringComparison.OrdinalIgnoreCase);
                if (OneLine(end < 0 ? [] : content[..end]) is { } found)
                {
                    return found;
                }

                html = content;
            }
            else if (IsTag(html, "meta", out var meta))
            {
                html = HtmlAttributes.Read(meta, out var attributes);
                social ??= attributes.GetValueOrDefault("property", attributes.GetValueOrDefault("name", string.Empty)) is "og:title" or "twitter:title"
                    ? OneLine(attributes.GetValueOrDefault("content", string.Empty))
                    : null;
            }
            else if (IsTag(html, "body", out _))
            {
                break;
            }
            else
            {
                html = html[1..];
            }
        }

        return social;
    }

    private static bool IsTag(ReadOnlySpan<char> html, string name, out ReadOnlySpan<char> rest)
    {
        var isTag = html.Length > name.Length + 1
            && html[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (char.IsWhiteSpace(html[name.Length + 1]) || html[name.Length + 1] is '>' or '/');
        rest = isTag ? html[(name.Length + 1)..] : html;
        return isTag;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string end) =>
        html.IndexOf(end, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 ? html[(at + end.Length)..] : [];

    private static string? OneLine(ReadOnlySpan<char> content)
    {
        var line = new StringBuilder();
        foreach (var character in WebUtility.HtmlDecode(content.ToString()))
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                line.Append(character);
            }
            else if (line is { Length: > 0 } && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        var title = line.ToString().Trim();
        if (title.Length > MaximumLength)
        {
            title = title[..(char.IsHighSurrogate(title[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)];
        }

        return title.Length > 0 ? title : null;
    }
}
