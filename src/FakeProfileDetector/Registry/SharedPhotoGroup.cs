using FakeProfileDetector.Names;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>One profile that holds the photo.</summary>
internal sealed class Holder
{
    internal Holder(PersonName name, AccountHistory? history, PhotoFingerprint? photo, bool isCut, DateTimeOffset now, HistoryWeights weights)
    {
        IsCut = isCut;
        var standing = AccountStanding.Of(history, hasPhoto: true, now, weights);
        Name = name;
        Standing = Math.Clamp(standing.ComparableNats, SharedPhotoWeights.MinimumStanding, SharedPhotoWeights.MaximumStanding);
        IsKnown = standing.Findings.Length >= SharedPhotoWeights.FactsToCompare;
        IsVerified = history?.IsVerified == true;
        LogConnections = history?.Connections is { } count and >= 0 ? Math.Log(count + SharedPhotoWeights.ConnectionsOffset) : null;
        HasColour = photo?.HasColour;
        Pixels = photo is { Width: { } width, Height: { } height } ? (long)width * height : null;
    }

    internal PersonName Name { get; }

    /// <summary>Log-odds of fake by history, limited; a newcomer's empty history counts as little here as by itself.</summary>
    internal double Standing { get; }

    /// <summary>Whether enough of the history is known for the holder to be compared by it.</summary>
    internal bool IsKnown { get; }

    internal bool IsVerified { get; }

    internal double? LogConnections { get; }

    internal bool? HasColour { get; }

    internal long? Pixels { get; }

    /// <summary>Whether its copy shows a part only of what another one shows.</summary>
    internal bool IsCut { get; }
}

/// <summary>Holders whose names are compatible: one person. The best established account speaks for it.</summary>
internal sealed class Person(IReadOnlyCollection<Holder> holders)
{
    internal double Standing { get; } = holders.Min(holder => holder.Standing);

    internal bool IsKnown { get; } = holders.Any(holder => holder.IsKnown);

    internal bool IsVerified { get; } = holders.Any(holder => holder.IsVerified);

    internal double? LogConnections { get; } = holders.Max(holder => holder.LogConnections);

    /// <summary>Whether any of its copies has colours; null when none tells.</summary>
    internal bool? HasColour { get; } = holders.Any(holder => holder.HasColour == true) ? true : holders.Min(holder => holder.HasColour);

    internal long? Pixels { get; } = holders.Max(holder => holder.Pixels);

    /// <summary>Whether all of its copies are parts of others'.</summary>
    internal bool IsCut { get; } = holders.All(holder => holder.IsCut);
}

/// <summary>Holders grouped by compatible names.</summary>
internal sealed class SharedPhotoGroup
{
    private SharedPhotoGroup(IReadOnlyList<Person> people, NameComparison conflict)
    {
        People = people;
        Conflict = conflict;
    }

    /// <summary>
    /// The people, the first holder's first; holders whose names compare with nobody's are in none. Empty when the first
    /// holder's name is such a one.
    /// </summary>
    internal IReadOnlyList<Person> People { get; }

    /// <summary>
    /// How the first holder's name relates to the one, of other people, that contradicts it most; not comparable when
    /// none could be compared.
    /// </summary>
    internal NameComparison Conflict { get; }

    internal static SharedPhotoGroup ByCompatibleNames(IReadOnlyList<Holder> holders)
    {
        var relations = Relate(holders);
        var people = Group(holders.Count, relations);
        var first = people.FirstOrDefault(person => person.Contains(0));
        if (first is null)
        {
            return new([], conflict: default);
        }

        var conflict = Enumerable.Range(1, holders.Count - 1)
            .Where(i => !first.Contains(i))
            .Select(i => relations[0, i])
            .DefaultIfEmpty()
            .MaxBy(comparison => comparison.Relation == NameRelation.NotComparable ? double.NegativeInfinity : comparison.WeightBits);
        return new(
            [.. people.OrderBy(person => person != first).Select(person => new Person([.. person.Select(i => holders[i])]))],
            conflict);
    }

    private static NameComparison[,] Relate(IReadOnlyList<Holder> holders)
    {
        var relations = new NameComparison[holders.Count, holders.Count];
        for (var i = 0; i < holders.Count; i++)
        {
            for (var j = i + 1; j < holders.Count; j++)
            {
                relations[i, j] = relations[j, i] = NameComparer.Compare(holders[i].Name, holders[j].Name);
            }
        }

        return relations;
    }

    /// <summary>
    /// Complete linkage, the surest pairs first: nobody joins a person whom one of its names contradicts. Otherwise one
    /// name that fits two people ("J. Smith", or both names in one) would make them one and absolve the taker.
    /// </summary>
    private static List<List<int>> Group(int count, NameComparison[,] relations)
    {
        var comparable = Enumerable.Range(0, count)
            .Where(i => Enumerable.Range(0, count).Any(j => j != i && relations[i, j].Relation != NameRelation.NotComparable));
        var people = comparable.Select(i => new List<int> { i }).ToList();
        var pairs =
            from i in Enumerable.Range(0, count)
            from j in Enumerable.Range(i + 1, count - i - 1)
            where relations[i, j].Relation.IsCompatible()
            orderby relations[i, j].Relation, i, j
            select (i, j);
        foreach (var (i, j) in pairs)
        {
            var a = people.Find(person => person.Contains(i))!;
            var b = people.Find(person => person.Contains(j))!;
            if (a != b && a.TrueForAll(x => b.TrueForAll(y => MayBeOne(relations[x, y].Relation))))
            {
                a.AddRange(b);
                people.Remove(b);
            }
        }

        return people;
    }

    private static bool MayBeOne(NameRelation relation) => relation == NameRelation.NotComparable || relation.IsCompatible();
}
