using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Tests.Evaluation;

public sealed class ConfusionCountsTests
{
    private static readonly ConfusionCounts Counts = new(truePositives: 80, falsePositives: 10, trueNegatives: 890, falseNegatives: 20);

    [Fact]
    public void Rates_Counts_AreOfTheRightWhole()
    {
        Assert.Equal(new Proportion(80, 90), Counts.Precision);
        Assert.Equal(new Proportion(80, 100), Counts.Recall);
        Assert.Equal(new Proportion(10, 900), Counts.FalsePositiveRate);
    }

    /// <summary>The example of the mammography problem: recall 80 %, 9.6 % false alarms, 1 % ill: 7.8 % (D. M. Eddy, 1982).</summary>
    [Fact]
    public void PrecisionAt_WorkedExample_IsBayesTheorem() =>
        Assert.Equal(0.078, new ConfusionCounts(800, 96, 904, 200).PrecisionAt(0.01)!.Value.Value, precision: 3);

    [Fact]
    public void PrecisionAt_OwnPrevalence_IsThePrecision() =>
        Assert.Equal(80.0 / 90, Counts.PrecisionAt(0.1)!.Value.Value, precision: 12);

    [Fact]
    public void PrecisionAt_Interval_PutsBothRatesAtTheirEnds()
    {
        // 97.5 % intervals by Wilson's formula: recall 0.69699–0.87430, false alarms 0.005566–0.02209.
        var precision = Counts.PrecisionAt(0.01)!.Value;

        Assert.Equal(0.69699 * 0.01 / ((0.69699 * 0.01) + (0.02209 * 0.99)), precision.Lower, precision: 3);
        Assert.Equal(0.87430 * 0.01 / ((0.87430 * 0.01) + (0.00556 * 0.99)), precision.Upper, precision: 3);
        Assert.True(precision.Lower < precision.Value && precision.Value < precision.Upper);
    }

    [Fact]
    public void PrecisionAt_NothingToDivideBy_IsNotAvailable()
    {
        Assert.Null(new ConfusionCounts(0, 0, 5, 5).PrecisionAt(0.01));
        Assert.Null(new ConfusionCounts(0, 1, 5, 0).PrecisionAt(0.01));
        Assert.Null(new ConfusionCounts(1, 0, 0, 5).PrecisionAt(0.01));
    }

    [Fact]
    public void PrecisionAt_NoFalseAlarmSeen_IsOneAtMostAndNotAtLeast()
    {
        var precision = new ConfusionCounts(50, 0, 100, 0).PrecisionAt(0.001)!.Value;

        Assert.Equal((1, 1), (precision.Value, precision.Upper));
        Assert.InRange(precision.Lower, 0.01, 0.03);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void PrecisionAt_NoPrevalence_IsRefused(double prevalence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Counts.PrecisionAt(prevalence));

    [Theory]
    [InlineData(-1, 0, 0, 0, "truePositives")]
    [InlineData(0, -1, 0, 0, "falsePositives")]
    [InlineData(0, 0, -1, 0, "trueNegatives")]
    [InlineData(0, 0, 0, -1, "falseNegatives")]
    public void Counts_Negative_AreRefusedByName(int truePositives, int falsePositives, int trueNegatives, int falseNegatives, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new ConfusionCounts(truePositives, falsePositives, trueNegatives, falseNegatives));
}
