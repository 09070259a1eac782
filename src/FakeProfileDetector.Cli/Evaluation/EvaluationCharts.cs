using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>The three curves of an evaluation.</summary>
internal static class EvaluationCharts
{
    private const string Chance = "chance";
    private const string Curve = "curve";

    /// <summary>Hits against false accusations.</summary>
    internal static SvgChart Roc(EvaluationResult result)
    {
        var chart = new SvgChart("ROC curve: recall against false accusations", "false accusations", "recall")
            .Line(Chance, [(0, 0), (1, 1)])
            .Line(Curve, CurvePoints.Of(result.Curve).Select(point => (Share(point.Counts.FalsePositiveRate), Share(point.Counts.Recall))));
        return WithVerdicts(chart, result, counts => Share(counts.FalsePositiveRate), counts => Share(counts.Recall));
    }

    /// <summary>Precision against hits, at the share of fakes in the files; in steps, because between two points precision does not move in a line.</summary>
    internal static SvgChart PrecisionRecall(EvaluationResult result)
    {
        var fakes = (double)result.Curve.Positives / (result.Curve.Positives + result.Curve.Negatives);
        var points = CurvePoints.Of(result.Curve).Select(point => point.Counts).ToArray();
        var steps = points.Zip(points.Skip(1)).SelectMany(pair => new[]
        {
            (Share(pair.First.Recall), Share(pair.Second.Precision)),
            (Share(pair.Second.Recall), Share(pair.Second.Precision)),
        });
        var chart = new SvgChart("Precision-recall curve", "recall", "precision").Line(Chance, [(0, fakes), (1, fakes)]).Line(Curve, steps);
        return WithVerdicts(chart, result, counts => Share(counts.Recall), counts => Share(counts.Precision));
    }

    /// <summary>Shares of fakes in fact against those claimed.</summary>
    internal static SvgChart Reliability(ReliabilityTable table)
    {
        var chart = new SvgChart("Reliability: share of fakes in fact against the probability stated", "probability stated", "fake in fact")
            .Line(Chance, [(0, 0), (1, 1)])
            .Line(Curve, table.Bins.Select(bin => (bin.Mean, bin.Observed.Value)));
        foreach (var bin in table.Bins)
        {
            chart.Interval(bin.Mean, bin.Observed.Lower, bin.Observed.Upper)
                .Mark("bin", bin.Mean, bin.Observed.Value, $"{bin.Count} profiles: {Figures.Percent(bin.Mean)} stated, {Figures.PercentWithInterval(bin.Observed)} in fact");
        }

        return chart;
    }

    private static SvgChart WithVerdicts(SvgChart chart, EvaluationResult result, Func<ConfusionCounts, double> across, Func<ConfusionCounts, double> up)
    {
        foreach (var (kind, name, counts) in new[] { ("flagged", EvaluationDetails.FlaggedName, result.Flagged), ("likely", nameof(AuthenticityVerdict.LikelyFake), result.LikelyFake) })
        {
            // Where nothing is called there is no precision to mark.
            if (counts.Precision.Total > 0)
            {
                chart.Mark(kind, across(counts), up(counts), $"{name}: recall {Figures.Percent(counts.Recall)}, precision {Figures.Percent(counts.Precision)}, false accusations {Figures.Percent(counts.FalsePositiveRate)}");
            }
        }

        return chart;
    }

    private static double Share(Proportion proportion) => proportion.Share?.Value ?? 0;
}
