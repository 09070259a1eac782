namespace FakeProfileDetector.Benchmarks.Shared.Reporting;

/// <summary>Figures for people.</summary>
internal static class Format
{
    internal static string Time(double seconds) => seconds switch
    {
        < 1e-3 => $"{seconds * 1e6:F1} µs",
        < 1 => $"{seconds * 1e3:F2} ms",
        _ => $"{seconds:F2} s",
    };

    internal static string Ratio(double ratio) => ratio switch
    {
        < 10 => $"{ratio:F2}",
        < 100 => $"{ratio:F1}",
        _ => $"{ratio:N0}",
    };

    internal static string Bytes(double bytes) => bytes < 1e9 ? $"{bytes / 1e6:F1} MB" : $"{bytes / 1e9:F2} GB";
}
