using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>The labeled pairs of full names.</summary>
internal sealed class NamePairSets
{
    internal const string Random = "neg_random";
    internal const string SameSurname = "neg_same_surname";
    internal const string SameGiven = "neg_same_given";
    internal const string SameCountry = "neg_global_same_country";

    private readonly ILookup<string, NamePair> _different;

    internal NamePairSets(DataFolder data)
    {
        _different = NamePair.Read(data, "pairs_negatives.tsv").ToLookup(pair => pair.Group);
        Bibliographic = NamePair.Read(data, "pairs_dblp_alias.tsv");
        Sanctions = NamePair.Read(data, "pairs_nomenklatura_person.tsv");
        Congress = NamePair.Read(data, "pairs_us_congress.tsv");
        Developers = NamePair.Read(data, "pairs_mailmap.tsv");
        Misspelled = NamePair.Read(data, "pairs_un_treated.tsv");
    }

    /// <summary>Names under which one author published.</summary>
    internal NamePair[] Bibliographic { get; }

    /// <summary>Cases of a sanctions matcher: people of one and of different names.</summary>
    internal NamePair[] Sanctions { get; }

    /// <summary>Official, nickname and short forms of members of parliament and government.</summary>
    internal NamePair[] Congress { get; }

    /// <summary>Names under which one developer commits; most are handles.</summary>
    internal NamePair[] Developers { get; }

    /// <summary>Names from a sanctions list with typing errors and words in another order.</summary>
    internal NamePair[] Misspelled { get; }

    /// <summary>Names of different people.</summary>
    internal NamePair[] Different(params string[] groups) => [.. groups.SelectMany(group => _different[group])];
}
