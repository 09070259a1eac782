using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>As many points of a curve as can be told apart: a million profiles make no larger page than a thousand.</summary>
internal static class CurvePoints
{
    private const double Step = 0.005;

    internal static IReadOnlyList<OperatingPoint> Of(RocCurve curve)
    {
        var kept = new List<OperatingPoint>();
        foreach (var point in curve.Points)
        {
            if (kept.Count == 0 || point.Threshold == curve.Points[^1].Threshold || Differ(kept[^1].Counts, point.Counts))
            {
                kept.Add(point);
            }
        }

        return kept;
    }

    private static bool Differ(ConfusionCounts a, ConfusionCounts b) =>
        Differ(a.Recall, b.Recall) || Differ(a.FalsePositiveRate, b.FalsePositiveRate) || Differ(a.Precision, b.Precision);

    private static bool Differ(Proportion a, Proportion b) => Math.Abs(Value(a) - Value(b)) >= Step;

    private static double Value(Proportion proportion) => proportion.Share?.Value ?? 0;
}
