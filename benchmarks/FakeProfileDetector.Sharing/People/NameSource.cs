namespace FakeProfileDetector.Sharing.People;

/// <summary>Invented names, none twice in a network.</summary>
internal sealed class NameSource
{
    private static readonly string[] Slogans = ["OPEN DOORS", "NEW WAYS", "ONE TOWN", "FAIR WORK", "CLEAN RIVERS", "GOOD SCHOOLS"];

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    internal static string Slogan(Random random) => Any(Slogans, random);

    /// <summary>People of whom no two share a given or a family name.</summary>
    internal PersonDraft[] People(int count, Random random) => People(count, random, NameTables.Given, NameTables.Family);

    /// <summary>People for whom a condition holds.</summary>
    internal PersonDraft[] PeopleWhere(Func<PersonDraft[], bool> condition, int count, Random random)
    {
        const int Attempts = 10_000;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            PersonDraft[] people = [.. Enumerable.Range(0, count).Select(_ => new PersonDraft(Any(NameTables.Given, random), Any(NameTables.Family, random)))];
            if (people.DistinctBy(person => person.Given).Count() == count && people.DistinctBy(person => person.Family).Count() == count
                && condition(people) && !people.Any(person => _used.Contains(person.Name)))
            {
                _used.UnionWith(people.Select(person => person.Name));
                return people;
            }
        }

        throw new InvalidOperationException("The tables have too few names for what is asked.");
    }

    /// <summary>People whose names begin with the same two letters, and share no name.</summary>
    internal PersonDraft[] PeopleOfOneInitials(int count, Random random)
    {
        const int Attempts = 200;
        return Enumerable.Range(0, Attempts)
            .Select(_ => TryPeople(count, random, Letter(NameTables.Given, count, random), Letter(NameTables.Family, count, random)))
            .FirstOrDefault(people => people is not null) ?? throw new InvalidOperationException("The tables have too few names of the same letters.");
    }

    /// <summary>Other people of one family name.</summary>
    internal PersonDraft[] Family(int count, Random random)
    {
        var family = NameTables.Family[random.Next(NameTables.Family.Length)];
        return [.. Shuffled(NameTables.Given, random).Select(given => new PersonDraft(given, family)).Where(person => _used.Add(person.Name)).Take(count)];
    }

    /// <summary>Companies of which no two share a word.</summary>
    internal string[] Companies(int count, Random random) =>
        [.. Shuffled(NameTables.CompanyNames, random).Zip(Shuffled(NameTables.Businesses, random), (name, business) => $"{name} {business}").Take(count)];

    private static string Any(string[] texts, Random random) => texts[random.Next(texts.Length)];

    private static string[] Letter(string[] names, int count, Random random)
    {
        var letters = names.GroupBy(name => name[0]).Where(group => group.Count() >= count).ToArray();
        return [.. letters[random.Next(letters.Length)]];
    }

    private static string[] Shuffled(string[] names, Random random)
    {
        string[] shuffled = [.. names];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private PersonDraft[] People(int count, Random random, string[] given, string[] family) =>
        TryPeople(count, random, given, family) ?? throw new InvalidOperationException("The tables have too few names for a network of this size.");

    /// <summary>Gives each given name the first family name that neither the group nor the network has with it; null where there are too few.</summary>
    private PersonDraft[]? TryPeople(int count, Random random, string[] given, string[] family)
    {
        List<string> families = [.. Shuffled(family, random)];
        var people = new List<PersonDraft>();
        foreach (var name in Shuffled(given, random))
        {
            if (people.Count < count && families.Find(last => !_used.Contains($"{name} {last}")) is { } free)
            {
                families.Remove(free);
                people.Add(new(name, free));
            }
        }

        if (people.Count < count)
        {
            return null;
        }

        _used.UnionWith(people.Select(person => person.Name));
        return [.. people];
    }
}
