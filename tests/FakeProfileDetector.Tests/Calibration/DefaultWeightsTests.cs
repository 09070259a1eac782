using FakeProfileDetector.Calibration;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.History;
using FakeProfileDetector.Weights;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Calibration;

/// <summary>Where the shipped weights come from, and how well weights learned like them rank accounts that they never saw.</summary>
public sealed class DefaultWeightsTests(ITestOutputHelper output)
{
    private const double Ridge = 10;
    private const int Folds = 5;

    [Fact]
    public async Task Default_IsWhatTheCalibratorLearns()
    {
        var learned = await new DetectorCalibrator(new() { Start = DetectorWeights.Default.Unlearned() }, new Support.FixedTime(Now))
            .FitHistoriesAsync([.. LabeledSets.Names.SelectMany(LabeledSets.Read)], TestContext.Current.CancellationToken);

        Assert.All(DetectorWeights.Default.History.Features.Zip(learned.History.Features), pair =>
        {
            Assert.Equal(pair.First.Fakes, pair.Second.Fakes);
            Assert.Equal(pair.First.Genuine, pair.Second.Genuine);

            // Processors differ in the last digits, which rounding to thousandths may show.
            Assert.All(pair.First.Nats.Zip(pair.Second.Nats), nats => Assert.Equal(nats.First, nats.Second, tolerance: 0.0015));
        });
        Assert.Null(learned.PriorProbability);
        Assert.Equal(DetectorWeights.Default.Provenance.CrossValidation!.AreaUnderCurve, learned.Provenance.CrossValidation!.AreaUnderCurve, tolerance: 0.001);
    }

    [Theory]
    [InlineData("cresci2015_e13_int", 0.998, 0.995)]
    [InlineData("instafake_fake_v1", 0.982, 0.90)]
    [InlineData("kaggle_instagram", 0.970, 0.80)]
    [InlineData("vk_users_bots", 0.93, 0.75)]
    public void Fit_FoldsOfEverySet_RanksTheFoldLeftOut(string set, double areaUnderCurve, double caughtAtFivePercent)
    {
        var all = LabeledSets.Names.SelectMany(LabeledSets.Read).ToArray();
        var folds = all.GroupBy(labeled => labeled.DataSet).SelectMany(group => group.Select((_, i) => FoldOf(i))).ToArray();
        var byFold = Enumerable.Range(0, Folds).Select(fold => Fit(all, i => folds[i] != fold)).ToArray();

        var ranked = all.Index().Where(item => item.Item.DataSet == set)
            .Select(item => new ScoredLabel(NatsOf(item.Item, byFold[folds[item.Index]]), item.Item.IsFake)).ToArray();

        AssertRanks(ranked, areaUnderCurve, caughtAtFivePercent);
    }

    [Theory]
    [InlineData("cresci2015_e13_int")]
    [InlineData("instafake_fake_v1")]
    [InlineData("kaggle_instagram")]
    [InlineData("vk_users_bots")]
    public void Fit_WithoutASet_RanksThatSet(string set)
    {
        var others = LabeledSets.Names.Where(name => name != set).SelectMany(LabeledSets.Read).ToArray();
        var weights = Fit(others, _ => true);

        AssertRanks([.. LabeledSets.Read(set).Select(labeled => new ScoredLabel(NatsOf(labeled, weights), labeled.IsFake))], 0.90, 0.70);
    }

    [Theory]
    [InlineData("cresci2015_e13_int")]
    [InlineData("instafake_fake_v1")]
    [InlineData("kaggle_instagram")]
    [InlineData("vk_users_bots")]
    public void EvidenceBits_OfASet_RankAlmostAsTheSumsDo(string set)
    {
        // The allowance for newcomers, which Cresci's fakes share, and the bending cost next to nothing.
        var labeled = LabeledSets.Read(set);
        var sums = labeled.Select(item => new ScoredLabel(NatsOf(item, DetectorWeights.Default.History), item.IsFake));
        var bits = labeled.Select(item => new ScoredLabel(StandingOf(item, DetectorWeights.Default.History).EvidenceBits, item.IsFake));

        Assert.Equal(RocCurve.From(sums).Area!.Value.Value, RocCurve.From(bits).Area!.Value.Value, tolerance: 0.003);
    }

    private static HistoryWeights Fit(LabeledProfile[] all, Func<int, bool> chosen) =>
        new HistoryTraining(all, Now, DetectorWeights.Default.Unlearned().History, Ridge)
            .Fit([.. Enumerable.Range(0, all.Length).Where(chosen)], TestContext.Current.CancellationToken);

    /// <summary>A fold that does not depend on the order of the labels in the file.</summary>
    private static int FoldOf(int i) => (int)((uint)(i * 2654435761u) >> 16) % Folds;

    private static double NatsOf(LabeledProfile labeled, HistoryWeights weights) => StandingOf(labeled, weights).Nats;

    private static AccountStanding StandingOf(LabeledProfile labeled, HistoryWeights weights) =>
        AccountStanding.Of(labeled.Profile.History, hasPhoto: false, Now, weights);

    private void AssertRanks(ScoredLabel[] ranked, double areaUnderCurve, double caughtAtFivePercent)
    {
        var curve = RocCurve.From(ranked);
        var caught = curve.AtFalsePositiveRate(0.05).Counts.Recall.Share!.Value.Value;
        var area = curve.Area!.Value.Value;

        output.WriteLine($"AUC {area:0.0000}, TPR at 5 % FPR {caught:0.000}");
        Assert.True(area >= areaUnderCurve && caught >= caughtAtFivePercent, $"AUC {area:0.0000}, TPR at 5 % FPR {caught:0.000}");
    }
}
