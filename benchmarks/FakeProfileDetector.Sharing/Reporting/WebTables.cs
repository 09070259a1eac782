using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Web;
using FakeProfileDetector.Sharing.Web.Cases;
using FakeProfileDetector.Sharing.Web.Running;
using static FakeProfileDetector.AuthenticityVerdict;

namespace FakeProfileDetector.Sharing.Reporting;

/// <summary>The verdicts on the made-up web, in Markdown.</summary>
internal static class WebTables
{
    private static readonly (WebFamily Family, string Title)[] Families =
    [
        (WebFamily.Theft, "Thieves: the photo is on two sites or more under another's name"),
        (WebFamily.DoubtfulTheft, "Thieves of whom the web tells less"),
        (WebFamily.Owner, "Genuine members with pages of their own, or none"),
        (WebFamily.SharedPicture, "Genuine members whose picture is on others' pages in good faith"),
        (WebFamily.Robbed, "Genuine members with pages of their own, whose photo thieves use elsewhere"),
        (WebFamily.Hopeless, "Genuine members of whom the web shows only other names"),
        (WebFamily.FailedSearch, "Genuine members for whom the search failed"),
    ];

    internal static void Print(WebOutcome[] outcomes)
    {
        PrintGoals(outcomes);
        foreach (var (family, title) in Families)
        {
            PrintCases(title, [.. outcomes.Where(outcome => outcome.Account.Case.Family == family)]);
        }

        PrintKinds(outcomes);
        PrintFates(outcomes);
        PrintReasons(outcomes);
    }

    private static void PrintGoals(WebOutcome[] outcomes)
    {
        var table = new Table("Goals", "goal", "accounts", "reached");
        var thefts = Of(outcomes, WebFamily.Theft);
        var owners = Of(outcomes, WebFamily.Owner);
        var shared = Of(outcomes, WebFamily.SharedPicture);
        var failed = Of(outcomes, WebFamily.FailedSearch).Where(outcome => outcome.Without is NoAdverseEvidence).ToArray();
        Goal("thefts LikelyFake: 95 % or more", thefts, outcome => outcome.With == LikelyFake);
        Goal("of these, without those whose copies give no family name", [.. thefts.Where(outcome => !outcome.Account.Case.GivenNamesOnly)], outcome => outcome.With == LikelyFake);
        Goal("owners made LikelyFake by the web: 0", owners, outcome => outcome.With == LikelyFake && outcome.Without != LikelyFake);
        Goal("owners made Suspicious by the web: 1 % or less", owners, outcome => outcome.With == Suspicious && outcome.Without < Suspicious);
        Goal("pictures shared in good faith, made LikelyFake: 0", shared, outcome => outcome.With == LikelyFake && outcome.Without != LikelyFake);
        Goal("pictures shared in good faith, made Suspicious: 1 % or less", shared, outcome => outcome.With == Suspicious && outcome.Without < Suspicious);
        Goal("failed search, nothing against them: InsufficientEvidence and named, all", failed, outcome => outcome.With == InsufficientEvidence && IsNamed(outcome));
        table.Print();

        void Goal(string name, WebOutcome[] own, Func<WebOutcome, bool> counts) => table.Add(name, $"{own.Length}", Figures.Percent(Proportion.Of(own, counts)));
    }

    private static bool IsNamed(WebOutcome outcome) => outcome.Codes.Any(code => code.StartsWith("web-search-", StringComparison.Ordinal));

    private static void PrintCases(string title, WebOutcome[] outcomes)
    {
        if (outcomes.Length == 0)
        {
            return;
        }

        var table = new Table(
            title, "case", "accounts", "LikelyFake", "Suspicious", "NoAdverse", "Insufficient", "never searched: LikelyFake", "never searched: Suspicious", "made worse", "made better");
        foreach (var own in outcomes.GroupBy(outcome => outcome.Account.Case))
        {
            AddRow(table, own.Key.Name, [.. own]);
        }

        AddRow(table, "all", outcomes);
        table.Print();
    }

    private static void AddRow(Table table, string name, WebOutcome[] own) => table.Add(
        name,
        $"{own.Length}",
        Share(own, outcome => outcome.With == LikelyFake),
        Share(own, outcome => outcome.With == Suspicious),
        Share(own, outcome => outcome.With == NoAdverseEvidence),
        Share(own, outcome => outcome.With == InsufficientEvidence),
        Count(own, outcome => outcome.Without == LikelyFake),
        Count(own, outcome => outcome.Without == Suspicious),
        Count(own, outcome => outcome.With >= Suspicious && outcome.With > outcome.Without),
        Count(own, outcome => outcome.Without >= Suspicious && outcome.With < outcome.Without));

    /// <summary>Newcomers and thin accounts fare differently from full ones.</summary>
    private static void PrintKinds(WebOutcome[] outcomes)
    {
        var table = new Table("By kind of account", "accounts", "count", "LikelyFake", "Suspicious", "never searched: LikelyFake", "never searched: Suspicious", "made worse");
        foreach (var (family, title) in Families)
        {
            foreach (var own in Of(outcomes, family).GroupBy(outcome => outcome.Account.Kind).OrderBy(own => own.Key))
            {
                WebOutcome[] all = [.. own];
                table.Add(
                    $"{title}: {Name(own.Key)}",
                    $"{all.Length}",
                    Share(all, outcome => outcome.With == LikelyFake),
                    Share(all, outcome => outcome.With == Suspicious),
                    Count(all, outcome => outcome.Without == LikelyFake),
                    Count(all, outcome => outcome.Without == Suspicious),
                    Count(all, outcome => outcome.With >= Suspicious && outcome.With > outcome.Without));
            }
        }

        table.Print();
    }

    /// <summary>A page is lost where its name is not read, its picture not recognized, or its handle the member's own.</summary>
    private static void PrintFates(WebOutcome[] outcomes)
    {
        var table = new Table(
            "Fetched pages that show the photo and name one person: the robbed one, or the member by the very name", "case", "pages", "counted", "handle is the member's", "no name read", "not taken for a copy");
        foreach (var own in outcomes.Where(outcome => outcome.Fates.Length > 0 && outcome.Account.Case.Family != WebFamily.FailedSearch).GroupBy(outcome => outcome.Account.Case))
        {
            AddFates(table, own.Key.Name, [.. own.SelectMany(outcome => outcome.Fates)]);
        }

        AddFates(table, "all", [.. outcomes.SelectMany(outcome => outcome.Fates)]);
        table.Print();
    }

    private static void AddFates(Table table, string name, PageFate[] fates) => table.Add(
        name,
        $"{fates.Length}",
        Figures.Percent(Proportion.Of(fates, fate => fate == PageFate.Counted)),
        Figures.Percent(Proportion.Of(fates, fate => fate == PageFate.OwnHandle)),
        Figures.Percent(Proportion.Of(fates, fate => fate == PageFate.NoNameRead)),
        Figures.Percent(Proportion.Of(fates, fate => fate == PageFate.NotTheSamePicture)));

    /// <summary>Why: what the signal says and weighs where a thief is missed, or a member is judged worse for the web.</summary>
    private static void PrintReasons(WebOutcome[] outcomes)
    {
        var table = new Table("What the web re-use signal says where a goal is missed, or a member judged worse", "case", "verdicts: never searched, searched", "bits", "codes", "accounts");
        var missed = outcomes.Where(outcome => outcome.Account.Member.IsFake
            ? outcome.Account.Case.Family == WebFamily.Theft && outcome.With != LikelyFake
            : outcome.With >= Suspicious && outcome.With > outcome.Without);
        foreach (var own in missed
            .GroupBy(outcome => (outcome.Account.Case, outcome.Without, outcome.With, Codes: string.Join(", ", outcome.Codes.Order(StringComparer.Ordinal))))
            .OrderBy(own => Array.IndexOf(WebCaseCatalog.All, own.Key.Case)).ThenByDescending(own => own.Count()))
        {
            var (least, most) = (Math.Round(own.Min(outcome => outcome.Bits)), Math.Round(own.Max(outcome => outcome.Bits)));
            table.Add(own.Key.Case.Name, $"{own.Key.Without}, {own.Key.With}", least < most ? $"{least}–{most}" : $"{least}", own.Key.Codes, $"{own.Count()}");
        }

        table.Print();
    }

    private static WebOutcome[] Of(WebOutcome[] outcomes, WebFamily family) => [.. outcomes.Where(outcome => outcome.Account.Case.Family == family)];

    private static string Name(AccountKind kind) => kind switch
    {
        AccountKind.NewFake => "new fake",
        AccountKind.OldFake => "thin fake",
        AccountKind.New => "new",
        AccountKind.Quiet => "quiet",
        _ => "established",
    };

    private static string Share(WebOutcome[] outcomes, Func<WebOutcome, bool> counts) => Figures.Percent(Proportion.Of(outcomes, counts));

    private static string Count(WebOutcome[] outcomes, Func<WebOutcome, bool> counts) => $"{outcomes.Count(counts)}";
}
