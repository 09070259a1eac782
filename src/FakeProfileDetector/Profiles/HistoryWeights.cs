using System.Collections.Immutable;

namespace FakeProfileDetector.Profiles;

/// <summary>What each range of each count says about an account: log-odds of fake against genuine, in one place.</summary>
/// <remarks>
/// Learnt as binned logistic weights (natural logarithm) on four public labelled sets of accounts of three networks
/// (Twitter followers bought in 2015, two Instagram sets, VK); the weights of age are halved, because one set alone
/// had it. Ranking carries over between networks, thresholds do not: calibrate before trusting the probabilities.
/// </remarks>
internal static class HistoryWeights
{
    /// <summary>ln 2: the weights are learnt in nats and reported in bits.</summary>
    internal static readonly double NatsPerBit = Math.Log(2);

    /// <summary>Sums below this (nats) say no more: a long history can be bought.</summary>
    internal const double MinimumNats = -1.5;

    /// <summary>Sums above this (nats) say no more: thin is not fake.</summary>
    internal const double MaximumNats = 3.0;

    /// <summary>Up to this age an account has had no time for a history: it is a newcomer, not a thin account.</summary>
    internal const int NewcomerDays = 60;

    /// <summary>From this age on a thin history counts in full; in between the limit rises evenly, without a cliff.</summary>
    internal const int FullWeightDays = 120;

    /// <summary>The most, in bits, that an empty history says against a newcomer.</summary>
    internal const double NewcomerMaximumBits = 0.5;

    internal static readonly HistoryFeature Photo = new(
        "photo", "no-photo", "has-photo", "no photo", "a photo",
        static (history, _) => ToNumber(history.HasPhoto),
        [0.5], [1.6, -0.3]);

    internal static readonly ImmutableArray<HistoryFeature> Features =
    [
        new("connections", "few-connections", "well-connected", "few connections", "many connections",
            static (history, _) => history.Connections,
            [10, 30, 100, 300, 1000], [1.8, 1.8, 0.6, -0.9, -0.9, -0.9]),
        new("posts", "few-posts", "posts-regularly", "few posts", "many posts",
            static (history, _) => history.Posts,
            [1, 5, 20, 50, 200], [2.3, 1.7, -0.2, -0.2, -1.2, -1.3]) { NoneCode = "never-posted", NonePhrase = "no posts" },
        new("connections ÷ following", "follows-many-followed-by-few", "followed-by-many", "few followers for those it follows",
            "many followers for those it follows",
            static (history, _) => history is { Connections: { } inbound, Following: { } outbound }
                ? (inbound + 1.0) / (outbound + 1.0)
                : null,
            [0.02, 0.1, 0.5, 2], [3.0, 3.0, -0.4, -1.4, -1.4]),
        new("age in days", "account-young", "account-old", "a short age", "a long age",
            static (history, now) => history.AgeInDays(now),
            [30, 90, 365, 730], [0.8, 0.5, 0.4, -0.4, -0.4]),
        Photo,
        new("bio length", "no-bio", "has-bio", "no self-description", "a self-description",
            static (history, _) => history.BioLength,
            [1, 20], [1.0, -0.4, -0.7]),
        new("link", "no-link", "has-link", "no link", "a link of its own",
            static (history, _) => ToNumber(history.HasUrl),
            [0.5], [0.2, -1.3]),
        new("sections filled ÷ offered", "few-sections-filled", "sections-filled", "few sections filled in", "many sections filled in",
            static (history, _) => history is { SectionsFilled: { } filled, SectionsOffered: { } offered and > 0 }
                ? (double)filled / offered
                : null,
            [0.06, 0.15, 0.3], [1.0, 0.7, -0.5, -0.7]),
    ];

    /// <summary>The most, in bits, that a thin history says against an account of this age.</summary>
    internal static double MaximumBits(int? ageInDays)
    {
        var full = MaximumNats / NatsPerBit;
        var grown = ((ageInDays ?? FullWeightDays) - NewcomerDays) / (double)(FullWeightDays - NewcomerDays);
        return NewcomerMaximumBits + (Math.Clamp(grown, 0, 1) * (full - NewcomerMaximumBits));
    }

    private static double? ToNumber(bool? value) => value is { } known ? (known ? 1 : 0) : null;
}

/// <summary>One fact of an account's history and what its ranges weigh.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="AdverseCode">Reason code where the weight speaks towards fake.</param>
/// <param name="SupportingCode">Reason code where it speaks towards genuine.</param>
/// <param name="AdversePhrase">The same in words.</param>
/// <param name="SupportingPhrase">The same in words.</param>
/// <param name="Read">The value, or null when unknown.</param>
/// <param name="UpperEdges">Exclusive upper edges of all ranges but the last.</param>
/// <param name="Nats">The weight of each range.</param>
internal sealed record HistoryFeature(
    string Name,
    string AdverseCode,
    string SupportingCode,
    string AdversePhrase,
    string SupportingPhrase,
    Func<AccountHistory, DateTimeOffset, double?> Read,
    ImmutableArray<double> UpperEdges,
    ImmutableArray<double> Nats)
{
    /// <summary>Reason code at zero, where that has a name of its own.</summary>
    internal string? NoneCode { get; init; }

    /// <summary>The same in words.</summary>
    internal string? NonePhrase { get; init; }

    internal double NatsOf(double value)
    {
        var range = 0;
        while (range < UpperEdges.Length && value >= UpperEdges[range])
        {
            range++;
        }

        return Nats[range];
    }
}
