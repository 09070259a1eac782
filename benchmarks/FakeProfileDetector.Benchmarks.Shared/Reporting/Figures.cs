using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Benchmarks.Shared.Reporting;

/// <summary>Figures with their 95 % intervals, for people.</summary>
internal static class Figures
{
    internal const string NotAvailable = "n/a";

    internal static string Percent(Proportion proportion, int digits = 1) => proportion.Share is { } share
        ? $"{Number(100 * share.Value, digits)} % ({Number(100 * share.Lower, digits)}–{Number(100 * share.Upper, digits)})"
        : NotAvailable;

    /// <summary>Without its interval, where a table has many.</summary>
    internal static string Share(Proportion proportion, int digits = 1) =>
        proportion.Share is { } share ? $"{Number(100 * share.Value, digits)}" : NotAvailable;

    internal static string Area(RocCurve curve) => curve.Area is { } area ? Area(area) : NotAvailable;

    internal static string Area(Estimate area) => $"{Number(area.Value, 4)} ({Number(area.Lower, 4)}–{Number(area.Upper, 4)})";

    private static string Number(double value, int digits) => Math.Round(value, digits).ToString($"F{digits}");
}
