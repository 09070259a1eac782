namespace FakeProfileDetector.Evaluation;

/// <summary>So many of so many, and what that says of the true share.</summary>
/// <remarks>
/// The interval is Wilson's, which keeps its coverage near 0 and 1, where most figures of a detector lie. Source:
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22(158), 1927. It takes
/// the cases for independent; where they come in groups, such as clones of one campaign, it is too narrow.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct Proportion
{
    // Two-sided quantiles of the normal distribution.
    internal const double Z95 = 1.959963984540054;
    internal const double Z97Point5 = 2.241402727604947;

    /// <summary>States a count among a total.</summary>
    /// <param name="count">Cases that count, 0 to <paramref name="total"/>.</param>
    /// <param name="total">All cases, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the count exceeds the total.</exception>
    public Proportion(int count, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        Count = count;
        Total = total;
    }

    /// <summary>Cases that count.</summary>
    public int Count { get; }

    /// <summary>All cases.</summary>
    public int Total { get; }

    /// <summary>The share, 0 to 1, with its 95 % interval; null where there is no case at all.</summary>
    public Estimate? Share => Within(Z95);

    /// <summary>Counts the items for which a condition holds.</summary>
    /// <typeparam name="T">The kind of item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="counts">The condition.</param>
    /// <returns>Those that count among all.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Proportion Of<T>(IReadOnlyCollection<T> items, Func<T, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(counts);
        return new(items.Count(counts), items.Count);
    }

    /// <summary>The share with the interval that belongs to a quantile of the normal distribution.</summary>
    internal Estimate? Within(double z)
    {
        if (Total == 0)
        {
            return null;
        }

        var share = (double)Count / Total;
        var scale = 1 + (z * z / Total);
        var center = (share + (z * z / (2.0 * Total))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / Total) + (z * z / (4.0 * Total * Total)));

        // At the ends the formula is exact but for rounding.
        return new(share, Count == 0 ? 0 : center - half, Count == Total ? 1 : center + half);
    }
}
