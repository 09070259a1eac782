using FakeProfileDetector.Accuracy.Calibrating;
using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Networks;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Accuracy.Modes;

/// <summary>The whole detector on a network of real portraits and invented names.</summary>
internal static class NetworkMode
{
    internal static void Run(DataFolder data) => RunAsync(data).GetAwaiter().GetResult();

    private static async Task RunAsync(DataFolder data)
    {
        await using var network = await LabeledNetwork.EnrollAsync(NetworkMember.Read(data));
        var shipped = await network.CheckAsync();
        var calibrated = await network.CheckCalibratedAsync();
        Print("shipped weights", shipped);
        Print("calibrated weights, out of fold", calibrated);

        var own = Proportion.Of(shipped, outcome => outcome.Member.IsFake).Share!.Value.Value;
        var probabilities = new ProbabilityTable();
        probabilities.Add("shipped", shipped);
        probabilities.Add("shipped", shipped, WeightOfEvidence.ToProbability(shipped[0].Report.PriorBits));
        probabilities.Add("calibrated, out of fold", calibrated);
        probabilities.Add("calibrated on all, as calibrate reports", (await network.CalibrateAsync()).CrossValidation!, own);
        probabilities.Print();
        Console.WriteLine();
        Console.WriteLine(
            $"Folds: {Folds.Count}, grouped by the owner of the photo, seed {Folds.Seed}; a member is judged by weights calibrated on the other folds. "
            + "With so few members the calibration error is above 0 even for perfect probabilities.");
    }

    private static void Print(string weights, Outcome[] outcomes)
    {
        PrintGroups(weights, outcomes);
        PrintCases(weights, outcomes);
    }

    private static void PrintGroups(string weights, Outcome[] outcomes)
    {
        var table = NewTable($"What is asked of the detector, {weights}");
        Add(table, "fakes with a re-used photo, crops aside", outcomes.Where(outcome => outcome.ReusesPhoto && !outcome.IsCropped));
        Add(table, "fakes with a re-used photo, cropped", outcomes.Where(outcome => outcome.ReusesPhoto && outcome.IsCropped));
        Add(table, "fakes with a photo of their own", outcomes.Where(outcome => outcome.Member.IsFake && !outcome.ReusesPhoto));
        Add(table, "genuine", outcomes.Where(outcome => !outcome.Member.IsFake));
        table.Print();
    }

    private static void PrintCases(string weights, Outcome[] outcomes)
    {
        var table = NewTable($"By case, {weights}");
        foreach (var group in outcomes.GroupBy(outcome => (outcome.Member.IsFake, outcome.Member.Case)).OrderBy(group => !group.Key.IsFake).ThenBy(group => group.Key.Case, StringComparer.Ordinal))
        {
            Add(table, $"{(group.Key.IsFake ? "fake" : "genuine")}: {group.Key.Case}", group);
        }

        table.Print();
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
