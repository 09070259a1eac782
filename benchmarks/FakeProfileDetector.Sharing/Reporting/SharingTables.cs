using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Sharing.Cases;
using FakeProfileDetector.Sharing.Networks;

namespace FakeProfileDetector.Sharing.Reporting;

/// <summary>The results by case, in Markdown.</summary>
internal static class SharingTables
{
    private const string AllCases = "all";

    internal static void Print(Outcome[] outcomes, PairCount[] pairs)
    {
        PrintVerdicts("Genuine accounts that share a picture in good faith", CaseFamily.GoodFaith, outcomes);
        PrintVerdicts("Owners whose photo a thief shows", CaseFamily.Theft, [.. outcomes.Where(outcome => !outcome.Member.IsFake)]);
        PrintVerdicts("Thieves", CaseFamily.Theft, [.. outcomes.Where(outcome => outcome.Member.IsFake)]);
        PrintPairs(pairs);
    }

    private static void PrintVerdicts(string title, CaseFamily family, Outcome[] outcomes)
    {
        var table = new Table(title, "case", "groups", "accounts", "LikelyFake", "Suspicious", "NoAdverseEvidence: accepted", "not enough known", "groups with a LikelyFake");
        var all = new List<Outcome>();
        foreach (var plan in CaseCatalog.All.Where(plan => plan.Family == family))
        {
            Outcome[] own = [.. outcomes.Where(outcome => outcome.Member.Case == plan.Name)];
            if (own.Length > 0)
            {
                Add(table, plan.Name, own);
                all.AddRange(own);
            }
        }

        if (all.Count > 0)
        {
            Add(table, AllCases, [.. all]);
            table.Print();
        }
    }

    private static void Add(Table table, string name, Outcome[] outcomes)
    {
        var groups = outcomes.GroupBy(outcome => outcome.Member.Group, outcome => outcome.Verdict).ToArray();
        table.Add(
            name,
            $"{groups.Length}",
            $"{outcomes.Length}",
            Share(outcomes, AuthenticityVerdict.LikelyFake),
            Share(outcomes, AuthenticityVerdict.Suspicious),
            Share(outcomes, AuthenticityVerdict.NoAdverseEvidence),
            $"{outcomes.Count(outcome => outcome.Verdict == AuthenticityVerdict.InsufficientEvidence)}",
            Figures.Percent(Proportion.Of(groups, group => group.Contains(AuthenticityVerdict.LikelyFake))));
    }

    private static string Share(Outcome[] outcomes, AuthenticityVerdict verdict) =>
        Figures.Percent(Proportion.Of(outcomes, outcome => outcome.Verdict == verdict));

    private static void PrintPairs(PairCount[] pairs)
    {
        var table = new Table("Different pictures taken for the same", "case", "pairs", "taken for the same");
        foreach (var plan in CaseCatalog.All.Where(plan => plan.PicturesDiffer))
        {
            PairCount[] own = [.. pairs.Where(count => count.Case == plan.Name)];
            var all = own.Sum(count => count.Pairs);
            if (all > 0)
            {
                table.Add(plan.Name, $"{all}", Figures.Percent(new(own.Sum(count => count.Matched), all)));
            }
        }

        table.Print();
    }
}
