using System.Globalization;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>Figures for people; what there is no data for is n/a and never a number.</summary>
internal static class Figures
{
    internal const string NotAvailable = "n/a";

    internal static string Percent(double share, int digits = 1) => $"{Number(100 * share, digits)} %";

    internal static string Percent(Proportion proportion) => proportion.Share is { } share ? Percent(share.Value) : NotAvailable;

    /// <summary>The interval in per cent, such as <c>9.5–90.5</c>.</summary>
    internal static string Interval(Proportion proportion) =>
        proportion.Share is { } share ? $"{Number(100 * share.Lower, 1)}–{Number(100 * share.Upper, 1)}" : NotAvailable;

    internal static string PercentWithInterval(Estimate? estimate) => estimate is { } known
        ? $"{Percent(known.Value)} ({Number(100 * known.Lower, 1)}–{Number(100 * known.Upper, 1)})"
        : NotAvailable;

    internal static string Area(Estimate? estimate) => estimate is { } known
        ? $"{Number(known.Value, 3)} ({Number(known.Lower, 3)}–{Number(known.Upper, 3)})"
        : NotAvailable;

    internal static string Score(double? score) => score is { } known ? Number(known, 3) : NotAvailable;

    internal static string Number(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
