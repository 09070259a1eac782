using System.Collections.Frozen;

namespace FakeProfileDetector.Connections;

/// <summary>Compares names of companies by their words, without the legal form.</summary>
internal static class CompanyNames
{
    // Legal forms as they look folded, and what joins them ("GmbH & Co. KG"). Only at the end of a name.
    private static readonly FrozenSet<string> LegalForms = FrozenSet.ToFrozenSet(
        [
            "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp", "lp", "plc", "pllc",
            "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev", "eg", "se", "sa", "sas", "sarl", "sasu", "srl", "spa", "sl", "slu",
            "bv", "nv", "cv", "vof", "oy", "oyj", "ab", "as", "asa", "aps", "pty", "pte", "pvt", "private", "bhd", "sdn", "kk", "doo",
            "dd", "zrt", "kft", "sro", "oo", "ooo", "oao", "zao", "pao", "ltda", "eireli", "saic", "sab",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a company is the target or a part of it: its name begins with the target's words.</summary>
    internal static bool Matches(string? company, string target) => Core(company).StartsWith(Core(target));

    /// <summary>Whether a headline names the target.</summary>
    internal static bool IsNamedIn(string? headline, string target) => FoldedWords.Of(headline).Without("and").Without("the").Holds(Core(target));

    // "Smith & Sons" and "Smith and Sons" are one, and so are "The Contoso Company" and "Contoso".
    private static FoldedWords Core(string? company) => FoldedWords.Of(company).Without("and").Without("the").WithoutLast(LegalForms);
}
