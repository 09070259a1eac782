using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.CopyAccuracy.Measuring;

/// <summary>Shares for tables, in per cent.</summary>
internal static class ProportionText
{
    private const string NotAvailable = "-";

    extension(Proportion proportion)
    {
        internal string Percent => proportion.Share is { } share ? $"{share.Value * 100:F1}" : NotAvailable;

        internal string Interval => proportion.Share is { } share ? $"{share.Lower * 100:F1}–{share.Upper * 100:F1}" : NotAvailable;
    }
}
