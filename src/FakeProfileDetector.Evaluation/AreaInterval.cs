namespace FakeProfileDetector.Evaluation;

/// <summary>The 95 % interval of an area under a ROC curve.</summary>
internal static class AreaInterval
{
    // Halvings of an interval of at most 1: more than a double can tell apart.
    private const int Steps = 60;

    internal static Estimate Around(double area, int positives, int negatives) =>
        new(area, End(area, 0, positives, negatives), End(area, 1, positives, negatives));

    /// <summary>Hanley and McNeil's variance of the measured area, were this the true one, with both classes at their mean size.</summary>
    internal static double Variance(double area, int positives, int negatives)
    {
        var others = ((positives + negatives) / 2.0) - 1;
        return area * (1 - area) / ((double)positives * negatives)
            * (1 + (others * (1 - area) / (2 - area)) + (others * area / (1 + area)));
    }

    /// <summary>The area furthest towards a limit that still lies within 1.96 of its own standard errors of the one measured.</summary>
    private static double End(double area, double limit, int positives, int negatives)
    {
        var (near, far) = (area, limit);
        for (var step = 0; step < Steps; step++)
        {
            var middle = (near + far) / 2;
            var isWithin = Math.Abs(middle - area) <= Proportion.Z95 * Math.Sqrt(Variance(middle, positives, negatives));
            (near, far) = isWithin ? (middle, far) : (near, middle);
        }

        return near;
    }
}
