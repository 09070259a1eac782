namespace FakeProfileDetector.CopyAccuracy.Measuring;

/// <summary>So many of so many, and what that says of the true share.</summary>
internal readonly record struct Proportion(int Count, int Of)
{
    // Two-sided 95 %.
    private const double Z = 1.959964;

    internal double Share => Of == 0 ? double.NaN : (double)Count / Of;

    internal string Percent => Of == 0 ? "-" : $"{Share * 100:F1}";

    /// <summary>Wilson's interval, which stays sensible near 0 and 1.</summary>
    internal string Wilson
    {
        get
        {
            if (Of == 0)
            {
                return "-";
            }

            var centre = (Share + (Z * Z / (2 * Of))) / (1 + (Z * Z / Of));
            var half = Z / (1 + (Z * Z / Of)) * Math.Sqrt((Share * (1 - Share) / Of) + (Z * Z / (4.0 * Of * Of)));
            return $"{Math.Max(0, centre - half) * 100:F1}–{Math.Min(1, centre + half) * 100:F1}";
        }
    }

    internal static Proportion Among<T>(IReadOnlyCollection<T> items, Func<T, bool> counts) => new(items.Count(counts), items.Count);
}
