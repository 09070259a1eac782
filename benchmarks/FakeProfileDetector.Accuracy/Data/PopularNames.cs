using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>Popular given and family names of a country, in its own script.</summary>
internal static class PopularNames
{
    private const int Seed = 1;

    /// <summary>Pairs of different people of one country, who share neither the given nor the family name.</summary>
    /// <param name="data">The data.</param>
    /// <param name="perCountry">Pairs of each country and script that has both kinds of names.</param>
    internal static IEnumerable<NamePair> DifferentPairs(DataFolder data, int perCountry)
    {
        var given = Read(data, "popular_forenames_by_country.tsv");
        var family = Read(data, "popular_surnames_by_country.tsv");
        foreach (var (country, script) in given.Select(group => group.Key).Order())
        {
            Name[] givenNames = [.. given[(country, script)]];
            Name[] familyNames = [.. family[(country, script)]];
            var random = new Random(Seed);
            for (var made = 0; made < perCountry && familyNames.Length > 0; made++)
            {
                var (givenA, givenB) = Draw(random, givenNames);
                var (familyA, familyB) = Draw(random, familyNames);
                yield return new("popular", Full(givenA, familyA, script), Full(givenB, familyB, script), IsSame: false, country);
            }
        }
    }

    private static ILookup<(string Country, string Script), Name> Read(DataFolder data, string file) =>
        data.Rows("names", file)
            .Select(row => (Key: (row["country"], Script.Of(row["localized"])), Name: new Name(row["group"], row["localized"], row["romanized"])))
            .Where(row => row.Key.Item2 is not (null or Script.Latin or Script.Several))
            .ToLookup(row => (row.Key.Item1, row.Key.Item2!), row => row.Name);

    /// <summary>Two names that are neither spellings of one nor sound alike.</summary>
    private static (Name First, Name Second) Draw(Random random, Name[] names)
    {
        while (true)
        {
            var first = names[random.Next(names.Length)];
            var second = names[random.Next(names.Length)];
            if (first.Group != second.Group && first.Native != second.Native && first.Romanized != second.Romanized)
            {
                return (first, second);
            }
        }
    }

    private static string Full(Name given, Name family, string script) =>
        script is "Han" or "Hangul" or "Kana" ? family.Native + given.Native : $"{given.Native} {family.Native}";

    private sealed record Name(string Group, string Native, string Romanized);
}
