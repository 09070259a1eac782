namespace FakeProfileDetector.FaceTraining.Measuring;

/// <summary>The thresholds with the smallest sum of shares of mistakes over the groups of pictures.</summary>
internal static class ThresholdSearch
{
    internal static (int First, int Further) Best(IReadOnlyList<Measured> all)
    {
        const int Step = 1 << 15;
        var groups = all.GroupBy(item => item.Trial.Group.StartsWith("group", StringComparison.Ordinal) ? "groups" : item.Trial.Group).Select(group => group.ToArray()).ToArray();
        var best = (Cost: double.MaxValue, First: 0, Further: 0);
        for (var first = -16 * Step; first <= 24 * Step; first += Step)
        {
            for (var further = Math.Max(first - (8 * Step), -16 * Step); further <= 32 * Step; further += Step)
            {
                var cost = groups.Sum(group => Weight(group[0].Trial) * group.Count(item => !item.IsRight(first, further)) / group.Length);
                best = cost < best.Cost ? (cost, first, further) : best;
            }
        }

        return (best.First, best.Further);
    }

    // Groups of several people are fourfold: they are one line among many of portraits.
    private static double Weight(Trial trial) => trial.Expected switch { Expected.Many => 4, Expected.None => trial.Group == "drawn_people" ? 1.5 : 4, _ => 1 };
}
