using FakeProfileDetector.Accuracy.Calibrating;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Accuracy.Histories;

/// <summary>Weights of histories that never saw the accounts that they judge.</summary>
/// <remarks>
/// The shipped weights were learned on these very sets, so learning starts from none: the ranges stay, what they weigh does
/// not, but for facts that no set shows.
/// </remarks>
internal sealed class HistoryLearning(LabeledProfile[] all)
{
    // The calibrator's own figures are not what is asked for here.
    private const int MinimumFolds = 2;

    private readonly int[] _folds = Folds.Of(all);
    private readonly Dictionary<(string? Set, int? Fold), DetectorWeights> _learned = [];

    /// <summary>The ways to come by weights: each with its name and what it learns for the accounts of a set that lie in a fold.</summary>
    internal (string Name, Func<string, int, Task<DetectorWeights>> WeightsFor)[] Ways =>
    [
        ("shipped", (_, _) => Task.FromResult(DetectorWeights.Default)),
        ($"learned on the other folds of all sets, {Folds.Count} folds", (_, fold) => LearnAsync((null, fold), (_, other) => other != fold)),
        ("learned on the other three sets", (set, _) => WithoutAsync(set)),
        ("learned on the other three sets, then on the other folds of the set", async (set, fold) =>
            await LearnAsync((set, fold), (account, other) => account.DataSet == set && other != fold, await WithoutAsync(set))),
    ];

    /// <summary>The scores of a set's accounts, each by the weights for its fold.</summary>
    internal async Task<(LabeledProfile Account, HistoryScore Score)[]> ScoresAsync(string set, Func<string, int, Task<DetectorWeights>> weightsFor)
    {
        var scores = new List<(LabeledProfile, HistoryScore)>();
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var accounts = all.Where((account, i) => account.DataSet == set && _folds[i] == fold).ToArray();
            scores.AddRange(accounts.Zip(await HistoryScore.OfAllAsync(accounts, await weightsFor(set, fold))));
        }

        return [.. scores];
    }

    private Task<DetectorWeights> WithoutAsync(string set) => LearnAsync((set, null), (account, _) => account.DataSet != set);

    private async Task<DetectorWeights> LearnAsync((string?, int?) key, Func<LabeledProfile, int, bool> isChosen, DetectorWeights? start = null)
    {
        if (!_learned.TryGetValue(key, out var weights))
        {
            var calibrator = new DetectorCalibrator(new() { Folds = MinimumFolds, Start = start ?? DetectorWeights.Default.Unlearned() });
            _learned[key] = weights = await calibrator.FitHistoriesAsync([.. all.Where((account, i) => isChosen(account, _folds[i]))]);
        }

        return weights;
    }
}
