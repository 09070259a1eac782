using System.Globalization;
using System.Net;
using System.Text;

namespace FakeProfileDetector.Web.Pages;

/// <summary>A title as people see it, and folded for comparing: both of one length, so that places in one are places in the other.</summary>
internal sealed class PageTitle
{
    internal const int MaximumLength = 4096;

    // "(4) ", "• (99+) ": what networks put before a title.
    private const int MaximumCounters = 3;
    private const int MaximumTag = 100;
    private const int MaximumEncodings = 2;

    // A French quotation mark is folded to a plain one: between spaces it is an arrow.
    private static readonly string[] PartMarks = [" - ", "|", " · ", ": ", " :", " \" ", " > ", " / ", " ~ "];

    private PageTitle(string text)
    {
        Text = text;
        Folded = string.Create(text.Length, text, static (folded, text) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = Fold(text[i]);
            }
        });
        IsCut = text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal);
    }

    /// <summary>Without markup, invisible characters, counters and superfluous spaces.</summary>
    internal string Text { get; }

    /// <summary>In lower case, with one kind of dash, bar, dot, quotation mark and bracket.</summary>
    internal string Folded { get; }

    /// <summary>Whether its end is missing.</summary>
    internal bool IsCut { get; }

    internal static PageTitle Of(string? title) => new(Clean(title));

    /// <summary>The parts of the title between bars, dashes, dots, colons and arrows.</summary>
    internal IEnumerable<Range> Parts()
    {
        var start = 0;
        while (start <= Folded.Length)
        {
            var (end, next) = (Folded.Length, Folded.Length + 1);
            foreach (var mark in PartMarks)
            {
                var at = Folded.IndexOf(mark, start, StringComparison.Ordinal);
                if (at >= 0 && at < end)
                {
                    (end, next) = (at, at + mark.Length);
                }
            }

            yield return start..end;
            start = next;
        }
    }

    /// <summary>One character as patterns compare it.</summary>
    internal static char Fold(char c) => c switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '－' => '-',
        '｜' or '│' or '∣' or '¦' or '❘' => '|',
        '•' or '·' or '∙' or '‧' or '⋅' or '・' or '●' => '·',
        '“' or '”' or '„' or '‟' or '«' or '»' or '「' or '」' or '『' or '』' or '＂' => '"',
        '’' or '‘' or 'ʼ' or '´' or '`' or '＇' => '\'',
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '＠' => '@',
        '／' => '/',
        'İ' => 'i',
        _ => char.ToLowerInvariant(c),
    };

    private static string Clean(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return string.Empty;
        }

        var text = title.Length <= MaximumLength ? title : title[..MaximumLength];
        for (var i = 0; i < MaximumEncodings && text.Contains('&', StringComparison.Ordinal); i++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return WithoutCounters(Visible(text));
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && TagLength(text, i) is > 0 and var length)
            {
                i += length - 1;
                continue;
            }

            var category = Rune.TryGetRuneAt(text, i, out var rune) ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
            if (category is UnicodeCategory.Format or UnicodeCategory.Surrogate || rune.Value is >= 0xFE00 and <= 0xFE0F)
            {
                i += rune.Utf16SequenceLength is 2 && category != UnicodeCategory.Surrogate ? 1 : 0;
                continue;
            }

            if (char.IsWhiteSpace(text[i]) || category == UnicodeCategory.Control)
            {
                space = visible.Length > 0;
                continue;
            }

            if (space)
            {
                visible.Append(' ');
                space = false;
            }

            if (IsDashBetweenSigns(text, i))
            {
                visible.Append(" - ");
                continue;
            }

            visible.Append(rune.ToString());
            i += rune.Utf16SequenceLength - 1;
        }

        return visible.ToString();
    }

    /// <summary>"许若岚-建海大学": Chinese and Japanese titles are parted without spaces, and no name there holds a dash.</summary>
    private static bool IsDashBetweenSigns(string text, int at) =>
        text[at] is '-' or '_' or '–' or '—' && at > 0 && at + 1 < text.Length && IsSign(text[at - 1]) && IsSign(text[at + 1]);

    private static bool IsSign(char c) => c is >= '\u3400' and <= '\u9FFF';

    /// <summary>The length of a tag of HTML that begins here; 0 where none does.</summary>
    private static int TagLength(string text, int start)
    {
        if (start + 2 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] == '/'))
        {
            return 0;
        }

        var end = text.AsSpan(start, Math.Min(MaximumTag, text.Length - start)).IndexOf('>');
        return end + 1;
    }

    private static string WithoutCounters(string text)
    {
        var rest = text.AsSpan();
        for (var i = 0; i < MaximumCounters; i++)
        {
            rest = rest.TrimStart(" •●");
            if (rest.Length < 3 || rest[0] is not ('(' or '[' or '（'))
            {
                break;
            }

            var digits = 1;
            while (digits < rest.Length && digits < 6 && (char.IsAsciiDigit(rest[digits]) || rest[digits] is '+' or '.' or ','))
            {
                digits++;
            }

            if (digits == 1 || digits == rest.Length || rest[digits] is not (')' or ']' or '）'))
            {
                break;
            }

            rest = rest[(digits + 1)..];
        }

        return rest.Trim().ToString();
    }
}
