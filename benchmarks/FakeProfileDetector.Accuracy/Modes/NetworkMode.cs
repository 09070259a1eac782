using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Measuring;
using FakeProfileDetector.Accuracy.Networks;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.IndexScale.Reporting;

namespace FakeProfileDetector.Accuracy.Modes;

/// <summary>The whole detector on a network of real portraits and invented names.</summary>
internal static class NetworkMode
{
    internal static void Run(DataFolder data)
    {
        var members = NetworkMember.Read(data);
        var reports = NetworkReports.CheckAllAsync(members).GetAwaiter().GetResult();
        Outcome[] outcomes = [.. members.Zip(reports, (member, report) => new Outcome(member, report))];
        PrintGroups(outcomes);
        PrintCases(outcomes);
        PrintProbabilities(outcomes);
    }

    private static void PrintGroups(Outcome[] outcomes)
    {
        var table = NewTable("What is asked of the detector");
        Add(table, "fakes with a re-used photo, crops aside", outcomes.Where(outcome => outcome.ReusesPhoto && !outcome.IsCropped));
        Add(table, "fakes with a re-used photo, cropped", outcomes.Where(outcome => outcome.ReusesPhoto && outcome.IsCropped));
        Add(table, "fakes with a photo of their own", outcomes.Where(outcome => outcome.Member.IsFake && !outcome.ReusesPhoto));
        Add(table, "genuine", outcomes.Where(outcome => !outcome.Member.IsFake));
        table.Print();
    }

    private static void PrintCases(Outcome[] outcomes)
    {
        var table = NewTable("By case");
        foreach (var group in outcomes.GroupBy(outcome => (outcome.Member.IsFake, outcome.Member.Case)).OrderBy(group => !group.Key.IsFake).ThenBy(group => group.Key.Case, StringComparer.Ordinal))
        {
            Add(table, $"{(group.Key.IsFake ? "fake" : "genuine")}: {group.Key.Case}", group);
        }

        table.Print();
    }

    private static void PrintProbabilities(Outcome[] outcomes)
    {
        ScoredLabel[] cases = [.. outcomes.Select(outcome => new ScoredLabel(outcome.Report.Probability, outcome.Member.IsFake))];
        var prior = WeightOfEvidence.ToProbability(outcomes[0].Report.PriorBits);
        var table = new Table("Probabilities", "measured at", "share of fakes", "AUC", "Brier score", "expected calibration error");
        Add("the network's own share of fakes", ReliabilityTable.From(cases));
        Add("the prior of the detector", ReliabilityTable.From(cases, prevalence: prior));
        table.Print();

        void Add(string name, ReliabilityTable measured) => table.Add(
            name, $"{100 * measured.Prevalence:F1} %", Figures.Area(RocCurve.From(cases)), $"{measured.BrierScore:F3}", $"{measured.ExpectedCalibrationError:F3}");
    }

    private static Table NewTable(string title) => new(title, "members", "count", "LikelyFake", "Suspicious or LikelyFake");

    private static void Add(Table table, string name, IEnumerable<Outcome> members)
    {
        Outcome[] group = [.. members];
        table.Add(
            name,
            $"{group.Length}",
            Figures.Percent(Proportion.Of(group, outcome => outcome.IsLikelyFake)),
            Figures.Percent(Proportion.Of(group, outcome => outcome.IsFlagged)));
    }
}
