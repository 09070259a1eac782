using CsCheck;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Tests.Evaluation;

public sealed class RocCurveTests
{
    /// <summary>
    /// Ratings of 109 CT images, definitely normal to definitely abnormal: area .893, standard error .032 (J. A. Hanley and
    /// B. J. McNeil, Radiology 143(1), 1982, tables I and II).
    /// </summary>
    [Fact]
    public void Area_HanleyAndMcNeilsRatings_IsTheirs()
    {
        int[] normal = [33, 6, 6, 11, 2];
        int[] abnormal = [3, 2, 2, 11, 33];
        var curve = RocCurve.From(Ratings(normal, isPositive: false).Concat(Ratings(abnormal, isPositive: true)));

        var area = curve.Area!.Value;
        Assert.Equal(0.893, area.Value, precision: 3);
        Assert.Equal(0.032, Math.Sqrt(AreaInterval.Variance(area.Value, curve.Positives, curve.Negatives)), precision: 3);
        Assert.InRange(area.Lower, 0.81, 0.82);
        Assert.InRange(area.Upper, 0.93, 0.95);
    }

    [Fact]
    public void Area_IntervalEnds_AreAsFarAsTheirOwnErrors()
    {
        var area = AreaInterval.Around(0.9, 40, 60);

        Assert.Equal(0.9 - area.Lower, 1.959964 * Math.Sqrt(AreaInterval.Variance(area.Lower, 40, 60)), precision: 5);
        Assert.Equal(area.Upper - 0.9, 1.959964 * Math.Sqrt(AreaInterval.Variance(area.Upper, 40, 60)), precision: 5);
    }

    [Fact]
    public void Area_FullSeparation_StillHasAnInterval()
    {
        var area = RocCurve.From(Scores(positive: [3, 4, 5], negative: [0, 1, 2])).Area!.Value;

        Assert.Equal((1, 1), (area.Value, area.Upper));
        Assert.InRange(area.Lower, 0.3, 0.9);
    }

    [Fact]
    public void Area_AnyScores_IsTheShareOfPairsInOrder() =>
        Gen.Select(Gen.Int[0, 5].Array[1, 20], Gen.Int[0, 5].Array[1, 20]).Sample((positive, negative) =>
        {
            var wins = positive.Sum(p => negative.Sum(n => p > n ? 1 : p == n ? 0.5 : 0));
            var area = RocCurve.From(Scores([.. positive], [.. negative])).Area!.Value;

            Assert.Equal(wins / (positive.Length * negative.Length), area.Value, precision: 12);
            Assert.InRange(area.Value, area.Lower, area.Upper);
        });

    [Fact]
    public void Area_MorePairsThanAnIntHolds_IsExact()
    {
        // A fifth of the positives lies above the one crowd that all others are in: 1/5 + 4/5 × 1/2.
        double[] positive = [.. Enumerable.Repeat(2.0, 20_000), .. Enumerable.Repeat(1.0, 80_000)];
        var area = RocCurve.From(Scores(positive, [.. Enumerable.Repeat(1.0, 100_000)])).Area!.Value;

        Assert.Equal(0.6, area.Value, precision: 12);
        Assert.InRange(area.Lower, 0.59, 0.6);
    }

    [Fact]
    public void Points_EqualScores_AreOnePointWhateverTheOrder()
    {
        ScoredLabel[] cases = [new(1, true), new(1, false), new(2, true), new(double.NegativeInfinity, false)];

        OperatingPoint[] expected =
        [
            new(double.PositiveInfinity, new(0, 0, 2, 2)),
            new(2, new(1, 0, 2, 1)),
            new(1, new(2, 1, 1, 0)),
            new(double.NegativeInfinity, new(2, 2, 0, 0)),
        ];
        Assert.Equal(expected, RocCurve.From(cases).Points);
        Assert.Equal(expected, RocCurve.From(cases.Reverse()).Points);
    }

    [Fact]
    public void AveragePrecision_WorkedExample_SumsSteps()
    {
        // Hits at ranks 1, 3 and 4 of 5: (1 + 2/3 + 3/4) / 3.
        var curve = RocCurve.From([new(5, true), new(4, false), new(3, true), new(2, true), new(1, false)]);

        Assert.Equal((1 + (2.0 / 3) + (3.0 / 4)) / 3, curve.AveragePrecision!.Value, precision: 12);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0.05, 3)]
    [InlineData(0.0999, 3)]
    [InlineData(0.1, 4)]
    [InlineData(1, 5)]
    public void AtFalsePositiveRate_Limit_FlagsTheMostWithinIt(double most, int hits)
    {
        // Of 20 negatives one lies above the third positive, another above the fourth and the rest above the fifth.
        double[] negatives = [7, 5, .. Enumerable.Repeat(3.0, 18)];
        var point = RocCurve.From(Scores([9, 8, 6, 4, 2], negatives)).AtFalsePositiveRate(most);

        Assert.Equal(hits, point.Counts.TruePositives);
        Assert.True(point.Counts.FalsePositives <= most * 20);
    }

    [Fact]
    public void AtFalsePositiveRate_TiesTooDear_FlagsNothing()
    {
        var point = RocCurve.From(Scores([1], [1, 1])).AtFalsePositiveRate(0.4);

        Assert.Equal(new(double.PositiveInfinity, new(0, 0, 2, 1)), point);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void AtFalsePositiveRate_NoShare_IsRefused(double most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RocCurve.From([]).AtFalsePositiveRate(most));

    [Fact]
    public void From_OneClassOrNone_HasNoArea()
    {
        Assert.Null(RocCurve.From([]).Area);
        Assert.Null(RocCurve.From([]).AveragePrecision);
        Assert.Null(RocCurve.From([new(1, true)]).Area);
        Assert.Null(RocCurve.From([new(1, false)]).Area);
        Assert.Null(RocCurve.From([new(1, false)]).AveragePrecision);
    }

    [Fact]
    public void From_NotANumber_IsRefused() => Assert.Throws<ArgumentException>(() => RocCurve.From([new(double.NaN, true)]));

    private static IEnumerable<ScoredLabel> Ratings(int[] counts, bool isPositive) =>
        counts.SelectMany((count, rating) => Enumerable.Repeat(new ScoredLabel(rating, isPositive), count));

    private static IEnumerable<ScoredLabel> Scores(double[] positive, double[] negative) =>
        positive.Select(score => new ScoredLabel(score, true)).Concat(negative.Select(score => new ScoredLabel(score, false)));
}
