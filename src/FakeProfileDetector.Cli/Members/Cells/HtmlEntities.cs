using System.Net;
using System.Text.RegularExpressions;
using FakeProfileDetector.Cli.Tables;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>Character references of HTML in text: &amp;amp; &amp;eacute; &amp;#x142; and, beyond the framework's, the Latin letters of HTML 5.</summary>
internal static partial class HtmlEntities
{
    internal static string Decode(string text) => text.AsSpan().ContainsAny('&', ';') && text.Contains('&', StringComparison.Ordinal)
        ? Letter().Replace(WebUtility.HtmlDecode(text), static match => Letter(match) ?? match.Value)
        : text;

    private static string? Letter(Match match) => (match.Groups["letter"].Value[0], match.Groups["mark"].Value) switch
    {
        ('d', "strok") => "đ",
        ('D', "strok") => "Đ",
        ('h', "strok") => "ħ",
        ('H', "strok") => "Ħ",
        ('l', "strok") => "ł",
        ('L', "strok") => "Ł",
        ('t', "strok") => "ŧ",
        ('T', "strok") => "Ŧ",
        ('i', "nodot") => "ı",
        (var letter, var mark) when Mark(mark) is { } combining => ComposedText.Compose(letter, combining)?.ToString(),
        _ => null,
    };

    private static char? Mark(string name) => name switch
    {
        "grave" => '\u0300',
        "acute" => '\u0301',
        "circ" => '\u0302',
        "macr" => '\u0304',
        "breve" => '\u0306',
        "dot" => '\u0307',
        "uml" => '\u0308',
        "ring" => '\u030A',
        "dblac" => '\u030B',
        "caron" => '\u030C',
        "cedil" => '\u0327',
        "ogon" => '\u0328',
        _ => null,
    };

    [GeneratedRegex("&(?<letter>[A-Za-z])(?<mark>grave|acute|circ|macr|breve|dot|uml|ring|dblac|caron|cedil|ogon|strok|nodot);", RegexOptions.ExplicitCapture)]
    private static partial Regex Letter();
}
