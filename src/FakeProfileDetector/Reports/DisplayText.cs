using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Reports;

/// <summary>Makes text safe to show to people, on a terminal as on a page: what is written is what they see.</summary>
/// <remarks>
/// Members choose their names and often their identifiers. Characters that drive a terminal, turn the direction of writing,
/// break lines or cannot be seen are shown as escapes such as <c>⟨U+202E⟩</c>. HTML is encoded besides, by whoever writes it.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal static class DisplayText
{
    // Characters that are letters or marks to Unicode and yet have no shape of their own.
    private const string Shapeless = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The text with every character visible.</summary>
    /// <param name="text">Any text, also with lone surrogates.</param>
    /// <returns>One line; the same string where nothing is to be shown otherwise.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : Escape(text);
    }

    /// <summary>A probability for people: never "100 %" or "0 %", which would claim certainty.</summary>
    /// <param name="probability">0–1; not a number where it is not known or not shown.</param>
    /// <returns>Such as "87 %", "&gt; 99 %", "&lt; 1 %" or "unknown".</returns>
    public static string Percent(double probability) => probability switch
    {
        > 0.99 => "> 99 %",
        < 0.01 => "< 1 %",
        double.NaN => "unknown",
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * probability:0} %"),
    };

    private static string Escape(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        var previous = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                AppendEscape(shown, text[i]);
                previous = default;
                i++;
                continue;
            }

            if (IsVisible(rune) || (Binds(rune) && Takes(previous)))
            {
                shown.Append(rune.ToString());
            }
            else
            {
                AppendEscape(shown, rune.Value);
            }

            previous = rune;
            i += rune.Utf16SequenceLength;
        }

        return shown.ToString();
    }

    private static void AppendEscape(StringBuilder shown, int value) => shown.Append(CultureInfo.InvariantCulture, $"⟨U+{value:X4}⟩");

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        _ => !IsVariationSelector(rune) && !(rune.IsBmp && Shapeless.Contains((char)rune.Value, StringComparison.Ordinal)),
    };

    /// <summary>Joiners and variation selectors shape what stands before them: Persian, Indic and Han letters, and emoji.</summary>
    private static bool Binds(Rune rune) => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner || IsVariationSelector(rune);

    /// <summary>No letter of the Latin, Greek or Cyrillic script is shaped so: there they only make two equal names differ.</summary>
    private static bool Takes(Rune previous) => previous.Value >= 0x0590 && IsVisible(previous);

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
