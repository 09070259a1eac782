using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>One word of a name as written in Latin and in another script.</summary>
/// <param name="Script">The other script, as the data names it.</param>
/// <param name="Latin">The word in Latin letters.</param>
/// <param name="Native">The word in the other script.</param>
/// <param name="Count">How many people's entries hold the pair.</param>
internal sealed record WordPair(string Script, string Latin, string Native, int Count)
{
    internal static WordPair[] Read(DataFolder data) =>
    [
        .. data.Rows("names", "token_translit_wikidata.tsv")
            .Select(row => new WordPair(row["script"], row["latin"], row["native"], int.Parse(row["count"]))),
    ];
}
