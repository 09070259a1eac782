using System.Collections.Immutable;

namespace FakeProfileDetector.Evaluation;

/// <summary>Every trade between hits and false alarms that a score offers: the receiver operating characteristic.</summary>
/// <remarks>
/// The same points, read as precision and recall, are the precision-recall curve. Equal scores are one point, so that the
/// order of the cases never matters.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class RocCurve
{
    // A limit of 5 % of 20 cases is one case, whatever the product rounds to.
    private const double Rounding = 1e-9;

    private RocCurve(ImmutableArray<OperatingPoint> points) => Points = points;

    /// <summary>The points from the strictest threshold, which flags nothing, to the one that flags every case.</summary>
    public ImmutableArray<OperatingPoint> Points { get; }

    /// <summary>Cases of the class that the detector looks for.</summary>
    public int Positives => Points[^1].Counts.TruePositives;

    /// <summary>Cases of the other class.</summary>
    public int Negatives => Points[^1].Counts.FalsePositives;

    /// <summary>
    /// The area under the curve, 0 to 1: how often a positive case scores above a negative one, ties counting half. Null
    /// where a class is absent.
    /// </summary>
    /// <remarks>
    /// The interval is Hanley and McNeil's (Radiology 143(1), 1982), solved for its ends as Wilson's is (R. G. Newcombe,
    /// Statistics in Medicine 25(4), 2006, method 5): it stays within 0 to 1 and does not vanish where the classes separate
    /// fully. It takes the cases for independent.
    /// </remarks>
    public Estimate? Area =>
        Positives == 0 || Negatives == 0 ? null : AreaInterval.Around(TrapezoidArea(), Positives, Negatives);

    /// <summary>
    /// The area under the precision-recall curve by steps, 0 to 1; a score without value gives the share of positives. Null
    /// where no case is positive.
    /// </summary>
    /// <remarks>Steps and not lines: between two points precision does not move in a line (Davis and Goadrich, ICML 2006).</remarks>
    public double? AveragePrecision => Positives == 0
        ? null
        : Steps().Sum(step => (step.To.TruePositives - step.From.TruePositives) * Ratio(step.To.TruePositives, step.To.TruePositives + step.To.FalsePositives))
            / Positives;

    /// <summary>Sorts the cases into a curve.</summary>
    /// <param name="cases">The cases, in any order; none is allowed.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException">The cases are null.</exception>
    /// <exception cref="ArgumentException">A score is not a number.</exception>
    public static RocCurve From(IEnumerable<ScoredLabel> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var sorted = cases.ToArray();
        if (sorted.Any(item => double.IsNaN(item.Score)))
        {
            throw new ArgumentException("A score is not a number; leave out cases that were not scored.", nameof(cases));
        }

        Array.Sort(sorted, static (a, b) => b.Score.CompareTo(a.Score));
        var positives = sorted.Count(item => item.IsPositive);
        var negatives = sorted.Length - positives;
        var points = ImmutableArray.CreateBuilder<OperatingPoint>();
        points.Add(At(double.PositiveInfinity, 0, 0));
        var (hits, alarms) = (0, 0);
        for (var i = 0; i < sorted.Length; i++)
        {
            hits += sorted[i].IsPositive ? 1 : 0;
            alarms += sorted[i].IsPositive ? 0 : 1;
            if (i + 1 == sorted.Length || sorted[i + 1].Score < sorted[i].Score)
            {
                points.Add(At(sorted[i].Score, hits, alarms));
            }
        }

        return new(points.DrainToImmutable());

        OperatingPoint At(double threshold, int hits, int alarms) => new(threshold, new(hits, alarms, negatives - alarms, positives - hits));
    }

    /// <summary>The point that flags as many cases as it can without more negatives than allowed.</summary>
    /// <param name="maximum">The greatest share of negative cases that may be flagged, 0 to 1, inclusive.</param>
    /// <returns>The point; it may flag nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not 0 to 1.</exception>
    public OperatingPoint AtFalsePositiveRate(double maximum)
    {
        if (!(maximum >= 0 && maximum <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "A share must be 0 to 1.");
        }

        return Points.Last(point => point.Counts.FalsePositives <= (maximum * Negatives) + Rounding);
    }

    // In doubles from the first factor on: a million profiles make more pairs than an int can count.
    private double TrapezoidArea() =>
        Steps().Sum(step => 0.5 * (step.To.FalsePositives - step.From.FalsePositives) * (step.To.TruePositives + step.From.TruePositives))
            / ((double)Positives * Negatives);

    private IEnumerable<(ConfusionCounts From, ConfusionCounts To)> Steps() =>
        Points.Zip(Points.Skip(1), (from, to) => (from.Counts, to.Counts));

    private static double Ratio(int part, int whole) => (double)part / whole;
}
