using System.Globalization;

namespace FakeProfileDetector.Cli.Reports;

/// <summary>Probabilities for people: never "100 %", which would claim certainty.</summary>
internal static class Percent
{
    internal static string Of(double probability) => probability switch
    {
        > 0.99 => "> 99 %",
        < 0.01 => "< 1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * probability:0} %"),
    };
}
