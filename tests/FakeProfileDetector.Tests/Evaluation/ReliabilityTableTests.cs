using CsCheck;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Tests.Evaluation;

public sealed class ReliabilityTableTests
{
    // Probability, and whether it came true.
    private static readonly ScoredLabel[] Cases =
        [new(0.1, false), new(0.1, false), new(0.2, true), new(0.2, false), new(0.9, true), new(0.9, true), new(0.8, false), new(0.8, true)];

    [Fact]
    public void From_WorkedExample_BinsByMass()
    {
        var table = ReliabilityTable.From(Cases, bins: 2);

        Assert.Equal([(0.1, 0.2, 4), (0.8, 0.9, 4)], table.Bins.Select(bin => (bin.Lowest, bin.Highest, bin.Count)));
        Assert.Equal([0.15, 0.85], table.Bins.Select(bin => bin.Mean), Near);
        Assert.Equal([0.25, 0.75], table.Bins.Select(bin => bin.Observed.Value), Near);
        Assert.Equal([0.5, 0.5], table.Bins.Select(bin => bin.Mass), Near);
        Assert.Equal(new Proportion(1, 4).Share!.Value.Upper, table.Bins[0].Observed.Upper, precision: 12);
        Assert.Equal(0.1, table.ExpectedCalibrationError!.Value, precision: 12);
        Assert.Equal(0.5, table.Prevalence!.Value, precision: 12);
    }

    [Fact]
    public void BrierScore_WorkedExample_IsTheMeanSquare() =>
        Assert.Equal((0.01 + 0.01 + 0.64 + 0.04 + 0.01 + 0.01 + 0.64 + 0.04) / 8, ReliabilityTable.From(Cases).BrierScore!.Value, precision: 12);

    [Fact]
    public void From_EqualProbabilities_AreNeverParted()
    {
        var table = ReliabilityTable.From(Enumerable.Range(0, 30).Select(i => new ScoredLabel(0.5, i % 3 == 0)));

        Assert.Equal((0.5, 0.5, 30), (Assert.Single(table.Bins).Lowest, table.Bins[0].Highest, table.Bins[0].Count));
        Assert.Equal(0.5 - (1.0 / 3), table.ExpectedCalibrationError!.Value, precision: 12);
    }

    [Fact]
    public void From_LongRunOfEqualProbabilities_LeavesTheOthersTheirShare()
    {
        // Half of the cases are one bin; the other twelve share the three bins that are left.
        var cases = Enumerable.Repeat(0.01, 12).Concat(Enumerable.Range(1, 12).Select(i => 0.05 * i));

        Assert.Equal([12, 4, 4, 4], ReliabilityTable.From(cases.Select(score => new ScoredLabel(score, true)), bins: 4).Bins.Select(bin => bin.Count));
    }

    /// <summary>One case in ten is positive; at a prevalence of a half each positive counts nine times as much as a negative.</summary>
    [Fact]
    public void From_OtherPrevalence_WeighsAsIfCasesWereRepeated()
    {
        ScoredLabel[] few = [.. Enumerable.Range(0, 20).Select(i => new ScoredLabel(i < 4 ? 0.7 : 0.3, i is 0 or 10))];
        ScoredLabel[] repeated = [.. few.SelectMany(item => Enumerable.Repeat(item, item.IsPositive ? 9 : 1))];

        var weighted = ReliabilityTable.From(few, bins: 2, prevalence: 0.5);
        var plain = ReliabilityTable.From(repeated, bins: 2);

        Assert.Equal(plain.BrierScore!.Value, weighted.BrierScore!.Value, precision: 12);
        Assert.Equal(plain.ExpectedCalibrationError!.Value, weighted.ExpectedCalibrationError!.Value, precision: 12);
        Assert.Equal(plain.Bins.Select(bin => bin.Observed.Value), weighted.Bins.Select(bin => bin.Observed.Value), Near);
        Assert.Equal(plain.Bins.Select(bin => bin.Mean), weighted.Bins.Select(bin => bin.Mean), Near);
        Assert.Equal(0.5, weighted.Prevalence!.Value, precision: 12);
    }

    [Fact]
    public void From_AnyCases_FillsAtMostTheBinsAskedFor() =>
        Gen.Select(Gen.Select(Gen.Int[0, 20], Gen.Bool).Array[1, 60], Gen.Int[1, 12]).Sample((cases, bins) =>
        {
            var table = ReliabilityTable.From(cases.Select(item => new ScoredLabel(item.Item1 / 20.0, item.Item2)), bins);

            Assert.InRange(table.Bins.Length, 1, bins);
            Assert.Equal(cases.Length, table.Bins.Sum(bin => bin.Count));
            Assert.Equal(1, table.Bins.Sum(bin => bin.Mass), precision: 9);
            Assert.All(table.Bins, bin => Assert.InRange(bin.Mean, bin.Lowest - 1e-9, bin.Highest + 1e-9));
            Assert.All(table.Bins.Zip(table.Bins.Skip(1)), pair => Assert.True(pair.First.Highest < pair.Second.Lowest));
            Assert.InRange(table.ExpectedCalibrationError!.Value, 0, 1);
        });

    [Fact]
    public void From_NoCase_IsNotAvailable()
    {
        var table = ReliabilityTable.From([]);

        Assert.Empty(table.Bins);
        Assert.Equal((null, null, null), (table.BrierScore, table.ExpectedCalibrationError, table.Prevalence));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void From_NoProbability_IsRefused(double score) =>
        Assert.Throws<ArgumentException>(() => ReliabilityTable.From([new(score, true)]));

    [Fact]
    public void From_BadSettings_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityTable.From(Cases, bins: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityTable.From(Cases, prevalence: 0));
        Assert.Throws<ArgumentException>(() => ReliabilityTable.From([new(0.5, true)], prevalence: 0.5));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
