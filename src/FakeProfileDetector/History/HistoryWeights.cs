using System.Collections.Immutable;

namespace FakeProfileDetector.History;

/// <summary>What each range of each fact says about an account: log-odds of fake against genuine.</summary>
/// <remarks>
/// The sum over the known facts is a joint logistic model; unknown facts add nothing. The shipped weights, with the data
/// and the method they were learned from, are in the file <c>default-weights.json</c>.
/// </remarks>
internal sealed class HistoryWeights(ImmutableArray<HistoryFeatureWeights> features)
{
    /// <summary>ln 2: the weights are learned in nats and reported in bits.</summary>
    internal static readonly double NatsPerBit = Math.Log(2);

    /// <summary>Sums approach this (nats) towards genuine and never pass it: a long history can be bought.</summary>
    internal const double MinimumNats = -1.5;

    /// <summary>Sums approach this (nats) towards fake and never pass it: thin is not fake.</summary>
    internal const double MaximumNats = 3.0;

    /// <summary>Up to this age an account has had no time for a history: it is a newcomer, not a thin account.</summary>
    internal const int NewcomerDays = 60;

    /// <summary>From this age on a thin history counts in full; in between the limit rises evenly, without a cliff.</summary>
    internal const int FullWeightDays = 120;

    /// <summary>The maximum, in bits, of what an empty history says against a newcomer.</summary>
    internal const double NewcomerMaximumBits = 0.5;

    // Up to this share of its limit a sum counts in full.
    private const double Knee = 2.0 / 3;

    /// <summary>One entry a feature, in the order of <see cref="HistoryFeatureCatalog.All"/>.</summary>
    internal ImmutableArray<HistoryFeatureWeights> Features { get; } = features;

    /// <summary>How much each feature can say, as a share of what all can, 0–1; all 0 where nothing weighs anything.</summary>
    internal ImmutableArray<double> Shares { get; } = SharesOf(features);

    /// <summary>A sum as evidence of its own, in bits, for an account of this age.</summary>
    /// <remarks>Bends towards its limit instead of stopping there, so that of two thin accounts the thinner one still ranks higher.</remarks>
    internal static double EvidenceBits(double nats, int? ageInDays) =>
        nats < 0 ? -Bend(-nats, -MinimumNats) / NatsPerBit : Bend(nats / NatsPerBit, MaximumBits(ageInDays));

    /// <summary>The maximum, in bits, of what a thin history says against an account of this age.</summary>
    private static double MaximumBits(int? ageInDays)
    {
        var full = MaximumNats / NatsPerBit;
        var grown = ((ageInDays ?? FullWeightDays) - NewcomerDays) / (double)(FullWeightDays - NewcomerDays);
        return NewcomerMaximumBits + (Math.Clamp(grown, 0, 1) * (full - NewcomerMaximumBits));
    }

    private static ImmutableArray<double> SharesOf(ImmutableArray<HistoryFeatureWeights> features)
    {
        var spans = features.Select(feature => feature.Nats.Max() - feature.Nats.Min()).ToArray();
        var all = spans.Sum();
        return [.. spans.Select(span => all > 0 ? span / all : 0)];
    }

    private static double Bend(double value, double limit)
    {
        var rest = (1 - Knee) * limit;
        var over = (value - (Knee * limit)) / rest;
        return over <= 0 ? value : limit - (rest / (1 + over));
    }
}

/// <summary>The ranges of one fact and what they weigh.</summary>
/// <param name="Feature">The fact.</param>
/// <param name="UpperEdges">Exclusive upper edges of all ranges but the last, rising.</param>
/// <param name="Nats">The weight of each range.</param>
internal sealed record HistoryFeatureWeights(HistoryFeature Feature, ImmutableArray<double> UpperEdges, ImmutableArray<double> Nats)
{
    /// <summary>Labeled fakes in each range that the weights were learned from; empty when they were assumed.</summary>
    internal ImmutableArray<int> Fakes { get; init; } = [];

    /// <summary>Labeled genuine accounts in each range that the weights were learned from; empty when they were assumed.</summary>
    internal ImmutableArray<int> Genuine { get; init; } = [];

    internal int RangeOf(double value)
    {
        var range = 0;
        while (range < UpperEdges.Length && value >= UpperEdges[range])
        {
            range++;
        }

        return range;
    }

    internal double NatsOf(double value) => Nats[RangeOf(value)];
}
