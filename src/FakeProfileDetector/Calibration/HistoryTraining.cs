using System.Collections.Immutable;
using FakeProfileDetector.History;

namespace FakeProfileDetector.Calibration;

/// <summary>Learns what each range of each fact of a history weighs.</summary>
/// <remarks>
/// One logistic model over the steps between neighboring ranges. Every set of data counts alike and both labels of it
/// too, so that the sum is a likelihood ratio and not a share of some collection. A fact is centered where it is known, so
/// that being known says nothing; its steps go one way only; and they are drawn to those of the weights started from.
/// </remarks>
internal sealed class HistoryTraining
{
    // A fact that fewer accounts of a label show is not learned: its weights stay as they were.
    private const int MinimumKnown = 20;

    private readonly TrainingRow[] _rows;
    private readonly HistoryWeights _start;
    private readonly double _ridge;

    internal HistoryTraining(IReadOnlyList<LabeledProfile> profiles, DateTimeOffset now, HistoryWeights start, double ridge)
    {
        _rows = [.. profiles.Select(labeled => TrainingRow.Of(labeled, now))];
        _start = start;
        _ridge = ridge;
    }

    /// <summary>The weights by the given accounts.</summary>
    internal HistoryWeights Fit(IReadOnlyList<int> chosen, CancellationToken cancellationToken)
    {
        TrainingRow[] rows = [.. chosen.Select(i => _rows[i])];
        var weights = EqualWeights(rows);
        var columns = _start.Features.Select((feature, place) => Columns(feature, place, rows, weights)).ToArray();
        var terms = columns.SelectMany(column => column.Terms).ToArray();
        var steps = new RidgeLogistic([.. rows.Select(row => row.IsFake)], weights).Fit(terms, cancellationToken);

        var features = ImmutableArray.CreateBuilder<HistoryFeatureWeights>(columns.Length);
        var next = 0;
        foreach (var column in columns)
        {
            features.Add(column.Terms.Length == 0 ? column.Start : column.WeightsOf(steps.AsSpan(next, column.Terms.Length)));
            next += column.Terms.Length;
        }

        return new(features.DrainToImmutable());
    }

    private static double[] EqualWeights(TrainingRow[] rows)
    {
        var counts = rows.CountBy(row => (row.DataSet, row.IsFake)).ToDictionary();
        var share = (double)rows.Length / counts.Count;
        return [.. rows.Select(row => share / counts[(row.DataSet, row.IsFake)])];
    }

    private FeatureColumns Columns(HistoryFeatureWeights start, int place, TrainingRow[] rows, double[] weights)
    {
        var ranges = rows.Select(row => row.Values[place] is { } value ? start.RangeOf(value) : -1).ToArray();
        var known = weights.Where((_, i) => ranges[i] >= 0).Sum();
        var fakes = Count(ranges, rows, isFake: true, start.Nats.Length);
        var genuine = Count(ranges, rows, isFake: false, start.Nats.Length);
        if (fakes.Sum() < MinimumKnown || genuine.Sum() < MinimumKnown)
        {
            return new(start, [], []);
        }

        var (minimum, maximum) = start.Feature.Trend == HistoryTrend.MoreIsGenuine ? (double.NegativeInfinity, 0.0) : (0.0, double.PositiveInfinity);
        var means = new double[start.UpperEdges.Length];
        var terms = new LogisticTerm[means.Length];
        for (var edge = 0; edge < terms.Length; edge++)
        {
            var mean = weights.Where((_, i) => ranges[i] > edge).Sum() / known;
            means[edge] = mean;
            terms[edge] = new(
                [.. ranges.Select(range => range < 0 ? 0 : range > edge ? 1 - mean : -mean)],
                _ridge,
                start.Nats[edge + 1] - start.Nats[edge],
                minimum,
                maximum);
        }

        return new(start with { Fakes = fakes, Genuine = genuine }, terms, means);
    }

    private static ImmutableArray<int> Count(int[] ranges, TrainingRow[] rows, bool isFake, int count)
    {
        var counts = new int[count];
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] >= 0 && rows[i].IsFake == isFake)
            {
                counts[ranges[i]]++;
            }
        }

        return [.. counts];
    }

    /// <summary>The columns of one fact; none when it is not learned.</summary>
    private sealed record FeatureColumns(HistoryFeatureWeights Start, LogisticTerm[] Terms, double[] Means)
    {
        internal HistoryFeatureWeights WeightsOf(ReadOnlySpan<double> steps)
        {
            var nats = new double[steps.Length + 1];
            for (var i = 0; i < steps.Length; i++)
            {
                nats[0] -= steps[i] * Means[i];
            }

            for (var i = 0; i < steps.Length; i++)
            {
                nats[i + 1] = nats[i] + steps[i];
            }

            // People read the file; a thousandth of a nat moves no verdict.
            return Start with { Nats = [.. nats.Select(weight => Math.Round(weight, 3))] };
        }
    }

    /// <summary>The facts of one labeled account, in the order of the features.</summary>
    private sealed record TrainingRow(double?[] Values, bool IsFake, string DataSet)
    {
        internal static TrainingRow Of(LabeledProfile labeled, DateTimeOffset now)
        {
            var history = AccountStanding.Usable(labeled.Profile.History, labeled.Profile.Photo is not null, now, out _);
            return new([.. HistoryFeatureCatalog.All.Select(feature => feature.Read(history, now))], labeled.IsFake, labeled.DataSet);
        }
    }
}
