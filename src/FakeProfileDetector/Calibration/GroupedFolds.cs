namespace FakeProfileDetector.Calibration;

/// <summary>Splits accounts into folds of like size and share of fakes without splitting a group.</summary>
internal sealed class GroupedFolds
{
    private readonly int[] _parents;

    internal GroupedFolds(IReadOnlyList<LabeledProfile> profiles)
    {
        _parents = [.. Enumerable.Range(0, profiles.Count)];
        foreach (var group in profiles.Index().Where(item => item.Item.Group is not null).GroupBy(item => (item.Item.DataSet, item.Item.Group)))
        {
            foreach (var (index, _) in group)
            {
                Join(group.First().Index, index);
            }
        }
    }

    /// <summary>Number of groups; an account that shares with nobody is one.</summary>
    internal int GroupCount => Enumerable.Range(0, _parents.Length).Count(i => Find(i) == i);

    /// <summary>Groups that hold a fake, and groups that hold a genuine account.</summary>
    internal (int Fakes, int Genuine) CountByLabel(IReadOnlyList<LabeledProfile> profiles)
    {
        var roots = Enumerable.Range(0, profiles.Count).Select(i => (Root: Find(i), profiles[i].IsFake)).Distinct().ToArray();
        return (roots.Count(root => root.IsFake), roots.Count(root => !root.IsFake));
    }

    /// <summary>Makes one group of the groups of two accounts.</summary>
    internal void Join(int first, int second) => _parents[Find(second)] = Find(first);

    /// <summary>
    /// The fold of each account: the largest groups first, each into the fold that has the fewest of its kind. A group with
    /// both labels is of the kind that fewer groups have, so that no fold goes without it.
    /// </summary>
    internal int[] Assign(IReadOnlyList<LabeledProfile> profiles, int folds)
    {
        var groups = Enumerable.Range(0, profiles.Count).GroupBy(Find)
            .Select(group => (Members: group.ToArray(), Fakes: group.Count(i => profiles[i].IsFake)))
            .OrderByDescending(group => group.Members.Length).ThenBy(group => group.Members[0]);
        var isFakeRarer = CountByLabel(profiles) is var (fakeGroups, genuineGroups) && fakeGroups <= genuineGroups;
        var (fakes, genuine) = (new int[folds], new int[folds]);
        var assigned = new int[profiles.Count];
        foreach (var (members, fakeCount) in groups)
        {
            var isOfFakes = isFakeRarer ? fakeCount > 0 : fakeCount == members.Length;
            var fold = Enumerable.Range(0, folds).MinBy(fold => isOfFakes
                ? (fakes[fold], genuine[fold])
                : (genuine[fold], fakes[fold]));
            fakes[fold] += fakeCount;
            genuine[fold] += members.Length - fakeCount;
            foreach (var member in members)
            {
                assigned[member] = fold;
            }
        }

        return assigned;
    }

    private int Find(int index)
    {
        while (_parents[index] != index)
        {
            index = _parents[index] = _parents[_parents[index]];
        }

        return index;
    }
}
