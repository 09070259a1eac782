using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Sharing.Histories;

/// <summary>How full accounts are within their set, 0 to 1, by nothing that the detector weighs.</summary>
internal static class Fullness
{
    private static readonly Func<AccountHistory, long?>[] Counts =
    [
        static history => history.Connections,
        static history => history.Posts,
        static history => history.BioLength,
        static history => history.SectionsFilled,
    ];

    /// <summary>The rank of each history's average rank in its known counts.</summary>
    internal static double[] Of(AccountHistory[] histories)
    {
        var ranks = Counts.Select(count => Ranks([.. histories.Select(history => (double?)count(history))])).ToArray();
        double?[] average = [.. histories.Select((_, i) => ranks.Average(rank => rank[i]))];
        return [.. Ranks(average).Select(rank => rank ?? 0)];
    }

    /// <summary>The share of known values that are smaller, equal ones counting half.</summary>
    private static double?[] Ranks(double?[] values)
    {
        double[] known = [.. values.OfType<double>()];
        return [.. values.Select(value => value is { } own ? (double?)((known.Count(other => other < own) + (known.Count(other => other == own) / 2.0)) / known.Length) : null)];
    }
}
