using FakeProfileDetector.Calibration;

namespace FakeProfileDetector.Accuracy.Calibrating;

/// <summary>Parts of labeled accounts, each to be judged by weights that were learned on the others.</summary>
internal static class Folds
{
    internal const int Count = 5;
    internal const int Seed = 20260101;

    /// <summary>
    /// The part of each account, 0 to <see cref="Count"/> - 1. Groups are shuffled and never split; those of each set, and
    /// among them those with fakes and those without, are dealt out in turn.
    /// </summary>
    internal static int[] Of(IReadOnlyList<LabeledProfile> accounts)
    {
        var random = new Random(Seed);
        var folds = new int[accounts.Count];
        var groups = accounts.Index().GroupBy(item => (item.Item.DataSet, item.Item.Group ?? $"#{item.Index}"));
        foreach (var stratum in groups.GroupBy(group => (group.Key.DataSet, group.Any(item => item.Item.IsFake))))
        {
            var shuffled = stratum.ToArray();
            random.Shuffle(shuffled);

            // Large groups first, so that the parts come out alike.
            foreach (var (turn, group) in shuffled.OrderByDescending(Enumerable.Count).Index())
            {
                foreach (var (index, _) in group)
                {
                    folds[index] = turn % Count;
                }
            }
        }

        return folds;
    }
}
