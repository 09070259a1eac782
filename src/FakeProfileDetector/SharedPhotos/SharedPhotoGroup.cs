using System.Collections.Frozen;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>Holders grouped by compatible names.</summary>
internal sealed class SharedPhotoGroup
{
    private SharedPhotoGroup(
        IReadOnlyList<Person> people, NameComparison conflict, FrozenDictionary<string, int> personOf, bool isDecidedApart)
    {
        IsDecidedApart = isDecidedApart;
        People = people;
        Conflict = conflict;
        PersonOf = personOf;
    }

    /// <summary>
    /// The people, the first holder's first; holders whose names compare with nobody's are in none. Empty when the first
    /// holder's name is such a one.
    /// </summary>
    internal IReadOnlyList<Person> People { get; }

    /// <summary>
    /// How the first holder's name relates to the one, of other people, that contradicts it most; not comparable when
    /// none could be compared. Names of confirmed fakes count only where there are no others, and where they contradict.
    /// </summary>
    internal NameComparison Conflict { get; }

    /// <summary>Which of the people, by position, each profile is; profiles whose names compare with nobody's are left out.</summary>
    internal FrozenDictionary<string, int> PersonOf { get; }

    /// <summary>
    /// Whether a reviewer has said who is not the first holder's person: it is a confirmed fake itself, or all others are.
    /// </summary>
    internal bool IsDecidedByReview => IsDecidedApart || People[0].IsConfirmedFake || People.Skip(1).All(person => person.IsConfirmedFake);

    /// <summary>Whether a reviewer has decided that another holder is not the first holder's person.</summary>
    internal bool IsDecidedApart { get; }

    internal static SharedPhotoGroup ByCompatibleNames(IReadOnlyList<Holder> holders, NameRelations names, DecisionLookup decisions)
    {
        var relations = names.Between(holders);
        ShareNames(holders, decisions, relations);
        var people = Group(holders, decisions, relations);
        var first = people.FirstOrDefault(person => person.Contains(0));
        if (first is null)
        {
            return new([], conflict: default, FrozenDictionary<string, int>.Empty, isDecidedApart: false);
        }

        var others = people.Where(person => person != first).SelectMany(person => person).ToArray();
        var honest = holders[0].IsConfirmedFake ? [] : others.Where(i => !holders[i].IsConfirmedFake).ToArray();
        var conflict = (honest.Length > 0 ? honest : [.. others.Where(i => !MayBeOne(relations[0, i].Relation))])
            .Select(i => relations[0, i])
            .DefaultIfEmpty()
            .MaxBy(comparison => comparison.Relation == NameRelation.NotComparable ? double.NegativeInfinity : comparison.WeightBits);
        List<int>[] ordered = [.. people.OrderBy(person => person != first)];
        return new(
            [.. ordered.Select(person => new Person([.. person.Select(i => holders[i])]))],
            conflict,
            ordered.SelectMany((person, number) => person.Select(i => (holders[i].Id, number))).ToFrozenDictionary(entry => entry.Id, entry => entry.number, StringComparer.Ordinal),
            others.Any(i => decisions.AreDifferentPeople(holders[0].Id, holders[i].Id)));
    }

    /// <summary>
    /// Complete linkage, the surest pairs first: nobody joins a person whom one of its names contradicts. Otherwise one
    /// name that fits two people ("J. Smith", or both names in one) would make them one and absolve the taker.
    /// </summary>
    private static List<List<int>> Group(IReadOnlyList<Holder> holders, DecisionLookup decisions, NameComparison[,] relations)
    {
        var count = holders.Count;

        // Beside nobody but confirmed fakes the first one is judged whatever its name.
        var onlyFakes = holders.Skip(1).All(holder => holder.IsConfirmedFake);
        var comparable = Enumerable.Range(0, count)
            .Where(i => holders[i].IsConfirmedFake || (i == 0 && onlyFakes) || Enumerable.Range(0, count).Any(j => j != i
                && (AreSame(i, j) || AreApart(i, j) || (!holders[j].IsConfirmedFake && relations[i, j].Relation != NameRelation.NotComparable))));
        var people = comparable.Select(i => new List<int> { i }).ToList();
        var pairs = new List<(bool IsUndecided, NameRelation Relation, int I, int J)>();
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var isDecided = AreSame(i, j);
                if (isDecided || relations[i, j].Relation.IsCompatible())
                {
                    pairs.Add((!isDecided, relations[i, j].Relation, i, j));
                }
            }
        }

        foreach (var (_, _, i, j) in pairs.Order())
        {
            var a = people.Find(person => person.Contains(i));
            var b = people.Find(person => person.Contains(j));
            if (a is not null && b is not null && a != b && a.TrueForAll(x => b.TrueForAll(y => MayJoin(x, y))))
            {
                a.AddRange(b);
                people.Remove(b);
            }
        }

        return people;

        bool AreSame(int i, int j) => decisions.AreSamePerson(holders[i].Id, holders[j].Id);

        bool AreApart(int i, int j) => decisions.AreDifferentPeople(holders[i].Id, holders[j].Id);

        bool MayJoin(int i, int j) => AreSame(i, j)
            || (!AreApart(i, j) && !holders[i].IsConfirmedFake && !holders[j].IsConfirmedFake && MayBeOne(relations[i, j].Relation));
    }

    /// <summary>
    /// Profiles decided to be one person share their names: another one's name that fits any of them fits that person. It
    /// joins nobody to a third whose name contradicts its own.
    /// </summary>
    private static void ShareNames(IReadOnlyList<Holder> holders, DecisionLookup decisions, NameComparison[,] relations)
    {
        if (decisions == DecisionLookup.None)
        {
            return;
        }

        for (var i = 0; i < holders.Count; i++)
        {
            for (var same = 0; same < holders.Count; same++)
            {
                if (same == i || !decisions.AreSamePerson(holders[i].Id, holders[same].Id))
                {
                    continue;
                }

                for (var j = 0; j < holders.Count; j++)
                {
                    if (j != i && j != same && !decisions.AreSamePerson(holders[i].Id, holders[j].Id) && FitsBetter(relations[same, j], relations[i, j]))
                    {
                        relations[i, j] = relations[j, i] = relations[same, j];
                    }
                }
            }
        }

        static bool FitsBetter(NameComparison name, NameComparison known) => name.Relation != NameRelation.NotComparable
            && (known.Relation == NameRelation.NotComparable || name.Relation < known.Relation);
    }

    private static bool MayBeOne(NameRelation relation) => relation == NameRelation.NotComparable || relation.IsCompatible();
}
