using FakeProfileDetector.Names;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>One profile that holds the photo.</summary>
internal sealed class Holder(PersonName name, AccountHistory? history, PhotoFingerprint? photo, DateTimeOffset now)
{
    internal PersonName Name { get; } = name;

    /// <summary>Log-odds of fake by history, limited.</summary>
    internal double Standing { get; } = Math.Clamp(
        AccountStanding.Of(history, hasPhoto: true, now).Nats,
        SharedPhotoWeights.MinimumStanding,
        SharedPhotoWeights.MaximumStanding);

    internal bool IsVerified { get; } = history?.IsVerified == true;

    internal double? LogConnections { get; } =
        history?.Connections is { } count and >= 0 ? Math.Log(count + SharedPhotoWeights.ConnectionsOffset) : null;

    internal bool? HasColour { get; } = photo?.HasColour;

    internal long? Pixels { get; } = photo is { Width: { } width, Height: { } height } ? (long)width * height : null;
}

/// <summary>Holders whose names are compatible: one person. The best established account speaks for it.</summary>
internal sealed class Person(IReadOnlyCollection<Holder> holders)
{
    internal double Standing { get; } = holders.Min(holder => holder.Standing);

    internal bool IsVerified { get; } = holders.Any(holder => holder.IsVerified);

    internal double? LogConnections { get; } = holders.Max(holder => holder.LogConnections);

    /// <summary>Whether any of its copies has colours; null when none tells.</summary>
    internal bool? HasColour { get; } = holders.Any(holder => holder.HasColour == true) ? true : holders.Min(holder => holder.HasColour);

    internal long? Pixels { get; } = holders.Max(holder => holder.Pixels);
}

/// <summary>Holders grouped by compatible names.</summary>
internal sealed class SharedPhotoGroup
{
    private SharedPhotoGroup(IReadOnlyList<Person> people, bool hasComparableNames, NameComparison conflict)
    {
        People = people;
        HasComparableNames = hasComparableNames;
        Conflict = conflict;
    }

    /// <summary>The people, the first holder's first; holders whose names compare with nobody's are in none.</summary>
    internal IReadOnlyList<Person> People { get; }

    /// <summary>Whether the first holder's name could be compared with any other.</summary>
    internal bool HasComparableNames { get; }

    /// <summary>
    /// How the first holder's name relates to the one, of other people, that contradicts it most; not comparable when
    /// none could be compared.
    /// </summary>
    internal NameComparison Conflict { get; }

    internal static SharedPhotoGroup ByCompatibleNames(IReadOnlyList<Holder> holders)
    {
        var leaders = Enumerable.Range(0, holders.Count).ToArray();
        var comparable = new bool[holders.Count];
        var toFirst = new NameComparison[holders.Count];
        for (var i = 0; i < holders.Count; i++)
        {
            for (var j = i + 1; j < holders.Count; j++)
            {
                var comparison = NameComparer.Compare(holders[i].Name, holders[j].Name);
                if (comparison.Relation == NameRelation.NotComparable)
                {
                    continue;
                }

                comparable[i] = comparable[j] = true;
                if (comparison.Relation.IsCompatible())
                {
                    Join(leaders, i, j);
                }

                if (i == 0)
                {
                    toFirst[j] = comparison;
                }
            }
        }

        var people = Enumerable.Range(0, holders.Count)
            .Where(i => comparable[i])
            .GroupBy(i => Leader(leaders, i))
            .Select(person => new Person([.. person.Select(i => holders[i])]))
            .ToArray();

        // Looked at only now: a name compatible with two that contradict each other ("A. Roux") has joined them.
        var conflict = Enumerable.Range(1, holders.Count - 1)
            .Where(i => Leader(leaders, i) != 0)
            .Select(i => toFirst[i])
            .DefaultIfEmpty()
            .MaxBy(comparison => comparison.Relation == NameRelation.NotComparable ? double.NegativeInfinity : comparison.WeightBits);
        return new(people, comparable[0], conflict);
    }

    private static int Leader(int[] leaders, int i)
    {
        while (leaders[i] != i)
        {
            i = leaders[i] = leaders[leaders[i]];
        }

        return i;
    }

    private static void Join(int[] leaders, int i, int j)
    {
        var (a, b) = (Leader(leaders, i), Leader(leaders, j));
        leaders[Math.Max(a, b)] = Math.Min(a, b);
    }
}
