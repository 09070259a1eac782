using FakeProfileDetector.Accuracy.Calibrating;
using FakeProfileDetector.Accuracy.Histories;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Evaluation;

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

    internal static void Run(DataFolder data) => RunAsync(data).GetAwaiter().GetResult();

    private static async Task RunAsync(DataFolder data)
    {
        LabeledProfile[] all = [.. Sets.SelectMany(set => LabeledAccounts.Read(data, set.File, set.Name))];
        var learning = new HistoryLearning(all);
        foreach (var (name, weightsFor) in learning.Ways)
        {
            await PrintAsync(name, set => learning.ScoresAsync(set, weightsFor));
        }

        Console.WriteLine();
        Console.WriteLine($"Folds: {Folds.Count}, by label within each set, seed {Folds.Seed}; an account is judged by weights learned without its fold.");
        Console.WriteLine("Areas: Hanley and McNeil's interval in Newcombe's form; shares: Wilson's. The accounts are taken for independent.");
    }

    private static async Task PrintAsync(string weights, Func<string, Task<(LabeledProfile Account, HistoryScore Score)[]>> scoresOf)
    {
        var table = new Table(
            $"History alone, weights {weights}",
            ["set", "fake, genuine", .. Columns("uncapped sum"), .. Columns("weight as reported")]);
        var areas = new List<(string Set, Estimate Area)>();
        foreach (var (set, _) in Sets)
        {
            var scores = await scoresOf(set);
            var sums = RocCurve.From(scores.Select(item => new ScoredLabel(item.Score.Sum, item.Account.IsFake)));
            var reported = RocCurve.From(scores.Select(item => new ScoredLabel(item.Score.Reported, item.Account.IsFake)));
            table.Add([set, $"{sums.Positives:N0}, {sums.Negatives:N0}", .. Cells(sums), .. Cells(reported)]);
            areas.Add((set, sums.Area!.Value));
        }

        table.Print();
        var worst = areas.MinBy(item => item.Area.Value);
        Console.WriteLine();
        Console.WriteLine($"Worst set by the uncapped sum: {worst.Set}, AUC {Figures.Area(worst.Area)}.");
    }

    private static string[] Columns(string score) => [$"{score}: AUC", "recall at ≤ 5 % false accusations", "false accusations there"];

    private static string[] Cells(RocCurve curve)
    {
        var counts = curve.AtFalsePositiveRate(Price).Counts;
        return [Figures.Area(curve), Figures.Percent(counts.Recall), Figures.Percent(counts.FalsePositiveRate)];
    }
}
