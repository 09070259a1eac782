using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>
/// Counts as networks and spreadsheets show them: 500+, "500+ connections", 1,234, 1.234, 1 234, 12,34,567, 1.2K, 3M.
/// A lower bound counts as that number. Fractions of a whole are no counts.
/// </summary>
internal static partial class CountCell
{
    internal const string Expected = "a whole number";
    internal const string Remedy = "write whole numbers such as 1234";

    private static readonly (decimal Scale, string Units)[] Units =
    [
        (1e3m, "k тыс tsd tys tis mil thousand 千 천"),
        (1e4m, "万 萬 만"),
        (1e5m, "lakh lakhs"),
        (1e6m, "m mn mm mio mln млн million millions"),
        (1e7m, "crore"),
        (1e9m, "b bn mrd billion"),
    ];

    private static readonly FrozenDictionary<string, decimal> Scales = Units
        .SelectMany(static item => item.Units.Split(' ').Select(unit => (Unit: unit, item.Scale)))
        .ToFrozenDictionary(static item => item.Unit, static item => item.Scale, StringComparer.OrdinalIgnoreCase);

    /// <summary>The count; null where the text is none.</summary>
    /// <param name="text">A trimmed cell.</param>
    /// <param name="decimals">Which of "." and "," other cells of the column show to be decimal points.</param>
    internal static long? Read(string text, string decimals = "")
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        if (Shape().Match(AsciiDigits(text)) is not { Success: true } match)
        {
            return null;
        }

        var scale = match.Groups["scale"] is { Success: true, Value: var unit } ? Scales[unit] : 1;
        var number = Number(match.Groups["number"].Value.Trim(), isScaled: scale > 1, decimals) * scale;
        return number is not { } value || value > long.MaxValue || (scale == 1 && value != decimal.Truncate(value)) ? null
            : (match.Groups["minus"].Success ? -1 : 1) * (long)value;
    }

    /// <summary>Which of "." and "," a cell shows to be a decimal point: one that no group of three digits follows.</summary>
    internal static string DecimalsOf(string text) =>
        text.AsSpan().IndexOfAny('.', ',') >= 0 && Decimal().Match(text) is { Success: true } match ? match.Groups["point"].Value : string.Empty;

    private static decimal? Number(string digits, bool isScaled, string decimals)
    {
        var normal = PureSeparator().Replace(digits, "'");
        var point = DecimalPoint(normal, isScaled, decimals);
        var (whole, fraction) = point < 0 ? (normal, string.Empty) : (normal[..point], normal[(point + 1)..]);
        return Groups().IsMatch(whole) && fraction.All(char.IsAsciiDigit)
            && decimal.TryParse($"{string.Concat(whole.Where(char.IsAsciiDigit))}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : null;
    }

    /// <summary>
    /// Where the decimal point stands, or -1. Counts are whole, so a lone point or comma before three digits groups them,
    /// unless the count is abbreviated (1.234K) or the column shows the same character as a decimal point elsewhere.
    /// </summary>
    private static int DecimalPoint(string number, bool isScaled, string decimals)
    {
        var last = number.LastIndexOfAny(['.', ',', '٫']);
        if (last < 0 || number[..last].Contains(number[last], StringComparison.Ordinal))
        {
            return -1;
        }

        var isAlone = number.AsSpan(0, last).IndexOfAnyExceptInRange('0', '9') < 0;
        return isAlone && !isScaled && number[last] != '٫' && number.Length - last == 4 && last is >= 1 and <= 3 && number[0] != '0'
            && !decimals.Contains(number[last], StringComparison.Ordinal) ? -1 : last;
    }

    private static string AsciiDigits(string text) => text.All(static character => character < 0x600)
        ? text
        : string.Concat(text.Select(static character => char.IsDigit(character) ? (char)('0' + (int)char.GetNumericValue(character)) : character));

    [GeneratedRegex(
        """
        ^(?:>=?|≥|~|≈|\+|over\s|more\ than\s|at\ least\s|about\s|ca\.?\s|mehr\ als\s|über\s|plus\ de\s|más\ de\s|mais\ de\s)?\s*
        (?<minus>[-−])?(?<number>[0-9](?:[0-9.,٫٬'’_\s]*[0-9])?)\s*
        (?:(?<scale>k|тыс|tsd|tys|tis|mil|thousand|千|천|m|mn|mm|mio|mln|млн|millions?|b|bn|mrd|billion|lakhs?|crore|万|萬|만)\.?(?!\p{L}))?\s*
        (?:\+|plus\b|or\ more\b)?\s*
        (?:(?:connection|contact|friend|follow|post|tweet|member|people|subscri|char|section|face|kontakt|freund|beitr|seguid|abonn|relation|conex|contat|amig|ami)\p{L}*)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    // Digits alone, in threes, or as in India: in twos before the last three.
    [GeneratedRegex("^(?:[0-9]+|[0-9]{1,3}(?<by>[.,'])[0-9]{3}(?:\\k<by>[0-9]{3})*|[0-9]{1,2}(?<by>[.,'])(?:[0-9]{2}\\k<by>)+[0-9]{3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Groups();

    [GeneratedRegex("[\\s'’_٬]")]
    private static partial Regex PureSeparator();

    [GeneratedRegex("^[-+]?(?:[0-9]+(?<point>[.,])(?:[0-9]{1,2}|[0-9]{4,})|(?:0|[0-9]{4,})(?<point>[.,])[0-9]{3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();
}
