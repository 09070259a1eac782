using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>
/// Dates as exports write them: ISO 8601, year first; Excel's day numbers; Unix seconds and milliseconds; day, month and year in
/// figures; the month in words. Without a zone they are UTC.
/// </summary>
internal static partial class DateCell
{
    internal const string Expected = "a date such as 2026-01-31";
    internal const string Remedy = "write dates as 2026-01-31";

    /// <summary>Before 1990 there were no networks: earlier dates stand for nothing known, such as zero in Unix time.</summary>
    internal static DateTimeOffset Earliest { get; } = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,T:Z");
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The date; null where the text is none.</summary>
    /// <param name="text">A trimmed cell.</param>
    /// <param name="order">How 03/04/2026 is meant; null where it may mean two days.</param>
    internal static DateTimeOffset? Read(string text, DateOrder? order = null) =>
        text is "0" || text.StartsWith("0000-", StringComparison.Ordinal) ? DateTimeOffset.MinValue
        : text.Length < 5 || !text.AsSpan().ContainsAnyInRange('0', '9') ? null
        : StartsWithYear(text) ? YearFirst(text)
        : Figures().Match(text) is { Success: true } figures ? InFigures(figures, order)
        : text.AsSpan().IndexOfAnyExcept(OfNumbers) < 0 ? Number(text)
        : InWords(text);

    /// <summary>The first two figures of a date that means one day by either order, or two; null for other texts.</summary>
    internal static (int First, int Second)? Ambiguous(string text) =>
        text.Length >= 8 && (text[1] is '/' or '-' || text[2] is '/' or '-')
        && Figures().Match(text) is { Success: true } match && match.Groups["by"].Value != "."
            ? (Int(match.Groups["first"]), Int(match.Groups["second"])) : null;

    private static bool StartsWithYear(string text) =>
        text.Length > 4 && text[4] is '-' or '/' or '.' or '年' && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9');

    private static DateTimeOffset? YearFirst(string text)
    {
        var plain = text[4] == '年' ? text.Replace('年', '-').Replace('月', '-').Replace("日", string.Empty, StringComparison.Ordinal) : text;

        // 2026.5 is a number.
        return (plain[4] != '.' || plain.AsSpan(5).Contains('.')) && DateTimeOffset.TryParse(
            WithoutZoneName(plain), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null;
    }

    private static DateTimeOffset? InFigures(Match match, DateOrder? order)
    {
        var (first, second) = (Int(match.Groups["first"]), Int(match.Groups["second"]));
        if (match.Groups["by"].Value == ".")
        {
            order = DateOrder.DayFirst;
        }
        else if (order is null && first == second)
        {
            order = DateOrder.DayFirst;
        }

        return order switch
        {
            DateOrder.DayFirst => Day(match.Groups["year"], second, first, match.Groups["time"].Value),
            DateOrder.MonthFirst => Day(match.Groups["year"], first, second, match.Groups["time"].Value),
            _ => null,
        };
    }

    private static DateTimeOffset? InWords(string text)
    {
        var time = TimeOfDay().Match(text);
        var day = DayMonthYear().Match(time.Success ? text.Remove(time.Index, time.Length) : text);
        return day.Success && MonthNames.Find(day.Groups["month"].Value) is { } month
            ? Day(day.Groups["year"], month, Int(day.Groups["day"]), time.Value) : null;
    }

    private static DateTimeOffset? Day(Group year, int month, int day, string time)
    {
        time = WithoutZoneName(time.Trim().Replace(".m.", "m", StringComparison.OrdinalIgnoreCase));
        var number = Int(year) + (year.Length == 2 ? 2000 : 0);
        return number is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(number, month)
            && DateTimeOffset.TryParse(
                string.Create(CultureInfo.InvariantCulture, $"{number:0000}-{month:00}-{day:00} {time}"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var value) ? value : null;
    }

    private static DateTimeOffset? Number(string text)
    {
        if (text.Contains('T', StringComparison.Ordinal) || (text.Length is 8 or 14 && text.All(char.IsAsciiDigit)))
        {
            string[] basic = ["yyyyMMdd", "yyyyMMddHHmmss", "yyyyMMdd'T'HHmm", "yyyyMMdd'T'HHmmK", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmss.FFFFFFFK"];
            return DateTimeOffset.TryParseExact(text, basic, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
        }

        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // A number means what lies within the time of networks; the ranges of the units do not meet.
        var excel = new DateTimeOffset(1899, 12, 30, 0, 0, 0, TimeSpan.Zero);
        ReadOnlySpan<(DateTimeOffset Origin, double PerDay)> units =
        [
            (excel, 1), (DateTimeOffset.UnixEpoch, 86400), (DateTimeOffset.UnixEpoch, 86400e3), (DateTimeOffset.UnixEpoch, 86400e6), (DateTimeOffset.UnixEpoch, 86400e9),
        ];
        foreach (var (origin, perDay) in units)
        {
            if (number >= (Earliest - origin).TotalDays * perDay && number < (Latest - origin).TotalDays * perDay)
            {
                return origin.AddMilliseconds(Math.Round(number / perDay * 86400e3));
            }
        }

        return null;
    }

    // A zone in brackets only repeats the offset before it.
    private static string WithoutZoneName(string text) => text.Length > 0 && text[^1] is not (']' or 'C' or 'c' or 'T' or 't')
        ? text
        : Zone().Replace(text, static zone => zone.Value.EndsWith(']') ? string.Empty : "Z");

    private static int Int(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Years of two digits only after points: 01/02/03 may mean anything.
    [GeneratedRegex(@"^(?<first>\d{1,2})(?<by>[./-])\s?(?<second>\d{1,2})\k<by>\s?(?<year>\d{4}|(?<=\.\s?)\d{2})(?:[,T]?\s*(?<time>\d{1,2}:.*))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\s*(?:UTC|GMT|\[[\w/]+\])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"(?<=[\sT])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    // Weekday, day and month in either order, year: "Mon, 5 Jan 2026", "January 5th, 2026", "05-Jan-26", "5 de enero de 2026", "Mon Jan 05 2026".
    [GeneratedRegex(
        @"^(?:\p{L}{2,9}\.?,?\s+)?(?:(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:of\s|de\s)?\s*(?<month>\p{L}{3,12})\.?|(?<month>\p{L}{3,12})\.?[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th)?),?[\s-]*(?:de\s|del\s)?\s*(?<year>\d{4}|(?<=-)\d{2})(?:,|\s+at|\s+um|\s+à)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DayMonthYear();
}
