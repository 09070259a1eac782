using System.Globalization;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.NameTables;

/// <summary>Each source of statistics as words in ASCII with the share of people whose name contains them.</summary>
internal static class ShareSources
{
    /// <summary>Words in a name on average, to turn the sum of all words' counts into a number of people.</summary>
    private const double WordsPerName = 2.2;

    /// <summary>Fewer people with a word in a sample of some ten thousand say nothing of its share.</summary>
    private const int MinimumPeople = 5;

    /// <summary>Counts of words in the names of notable people; spellings that are one in ASCII add up.</summary>
    internal static IEnumerable<(string Word, double Share)> NotablePeople(string path)
    {
        var counts = Rows(path).Select(cells => (Text: cells[0], Count: int.Parse(cells[1], CultureInfo.InvariantCulture))).ToList();
        var people = counts.Sum(entry => entry.Count) / WordsPerName;
        return from entry in counts
               from word in WordsOf(entry.Text)
               group entry.Count by word into same
               select (same.Key, same.Sum() / people);
    }

    /// <summary>Full names, one person a row.</summary>
    internal static IEnumerable<(string Word, double Share)> FullNames(string path)
    {
        var names = Rows(path).Select(cells => cells[0]).ToList();
        return from word in names.SelectMany(name => WordsOf(name).Distinct())
               group word by word into same
               where same.Count() >= MinimumPeople
               select (same.Key, (double)same.Count() / names.Count);
    }

    /// <summary>The commonest names of countries, whose rank is the last number of their group.</summary>
    /// <param name="path">Columns: country, group, spelling, romanized spelling.</param>
    /// <param name="shareOf">The share of the world's people with the name of a rank in a country.</param>
    internal static IEnumerable<(string Word, double Share)> Ranked(string path, Func<string, int, double> shareOf) =>
        from cells in Rows(path)
        let rank = int.TryParse(cells[1][(cells[1].LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out var number) ? number : 0
        where rank > 0
        from spelling in new[] { cells[2], cells[3] }.Distinct()
        from word in WordsOf(spelling)
        group shareOf(cells[0], rank) by (word, Country: cells[0]) into inCountry
        group inCountry.Max() by inCountry.Key.word into inWorld
        select (inWorld.Key, inWorld.Sum());

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split('\t'));

    /// <summary>Words as the library reads them: apart at what is no letter, apostrophes dropped, in lower-case ASCII letters.</summary>
    private static IEnumerable<string> WordsOf(string name) =>
        name.Replace("'", string.Empty, StringComparison.Ordinal).Replace("’", string.Empty, StringComparison.Ordinal)
            .Split([' ', '-', '.', ',', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => AsciiLetters.Of(word))
            .Where(word => word.Length > 0);
}
