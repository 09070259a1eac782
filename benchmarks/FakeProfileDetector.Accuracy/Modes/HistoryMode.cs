using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Histories;
using FakeProfileDetector.Accuracy.Measuring;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.IndexScale.Reporting;

namespace FakeProfileDetector.Accuracy.Modes;

/// <summary>How well an account's history alone tells fake from genuine, on four public sets.</summary>
internal static class HistoryMode
{
    private const double Price = 0.05;

    private static readonly (string Name, string File)[] Sets =
    [
        ("Cresci 2015 (Twitter)", "cresci2015_e13_int.tsv"),
        ("instafake (Instagram)", "instafake_fake_v1.tsv"),
        ("Kaggle (Instagram)", "kaggle_instagram.tsv"),
        ("VK, readable", "vk_users_bots.tsv"),
    ];

    private static readonly IHistoryScorer[] Scorers = [new SignalScorer(capped: true), new SignalScorer(capped: false)];

    internal static void Run(DataFolder data)
    {
        var table = new Table(
            "History alone",
            ["set", "fake, genuine", .. Scorers.SelectMany(scorer => new[] { $"{scorer.Name}: AUC", "recall at ≤ 5 % false accusations", "false accusations there" })]);
        foreach (var (name, file) in Sets)
        {
            var accounts = LabelledAccount.Read(data, file);
            table.Add(
            [
                name,
                $"{accounts.Count(account => account.IsFake):N0}, {accounts.Count(account => !account.IsFake):N0}",
                .. Scorers.SelectMany(scorer => Cells(RocCurve.From(accounts.Select(account => new ScoredLabel(scorer.Score(account.Profile), account.IsFake))))),
            ]);
        }

        table.Print();
        Console.WriteLine();
        Console.WriteLine("Areas: Hanley and McNeil's interval in Newcombe's form; shares: Wilson's. The accounts are taken for independent.");
    }

    private static string[] Cells(RocCurve curve)
    {
        var counts = curve.AtFalsePositiveRate(Price).Counts;
        return [Figures.Area(curve), Figures.Percent(counts.Recall), Figures.Percent(counts.FalsePositiveRate)];
    }
}
