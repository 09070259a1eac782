using System.Text;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.NameTables;

/// <summary>Compiles token-frequencies.txt: the commonest words of names in classes of how common they are.</summary>
internal static class FrequencyTable
{
    private const int Words = 7500;
    private const int CommonestClass = 4;
    private const int RarestClass = 15;

    private const string Head =
        """
        # How common a word of a name is: a class, a colon, and the words of that class. A class is -log2 of the share of people
        # whose name contains the word, rounded: class 7 is one person in 128. A word that is not here is rarer than class 15.
        # Compiled by benchmarks/FakeProfileDetector.NameTables, which says how: from counts of words in names of notable people and
        # of academics, and from each country's commonest names by rank; the largest share counts. Given and family names
        # together, in lower-case ASCII; no single letters, no titles.

        """;

    internal static string Compile(string folder)
    {
        var shares = Shares(folder);
        var classes = shares
            .Where(entry => entry.Key.Length > 1 && !NameWordTable.Titles.Contains(entry.Key) && !NameWordTable.GenerationMarks.ContainsKey(entry.Key))
            .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(Words)
            .GroupBy(entry => Math.Clamp((int)Math.Round(-Math.Log2(entry.Value)), CommonestClass, RarestClass), entry => entry.Key)
            .OrderBy(group => group.Key);
        var table = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var group in classes)
        {
            table.Append(group.Key).Append(" : ").AppendJoin(' ', group.Order(StringComparer.Ordinal)).Append('\n');
        }

        return table.ToString();
    }

    /// <summary>
    /// The largest share of the sources: notable people are mostly European, academics are not, and a word that is common
    /// anywhere proves little.
    /// </summary>
    private static Dictionary<string, double> Shares(string folder)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var sources = ShareSources.NotablePeople(Path.Combine(folder, "token_frequency_wikidata.tsv"))
            .Concat(ShareSources.FullNames(Path.Combine(folder, "fullnames_csrankings.tsv")))
            .Concat(ShareSources.Ranked(Path.Combine(folder, "popular_forenames_by_country.tsv"), Countries.GivenNameShare))
            .Concat(ShareSources.Ranked(Path.Combine(folder, "popular_surnames_by_country.tsv"), Countries.FamilyNameShare));
        foreach (var (word, share) in sources)
        {
            shares[word] = Math.Max(share, shares.GetValueOrDefault(word));
        }

        return shares;
    }
}
