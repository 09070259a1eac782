using FakeProfileDetector.Scoring.Calibration;

namespace FakeProfileDetector.Tests.Scoring.Calibration;

public sealed class CalibrationMeasuresTests
{
    private static readonly (double Probability, bool IsFake)[] Judged = [(0.9, true), (0.6, true), (0.6, false), (0.1, false)];

    [Fact]
    public void AreaUnderCurve_Ties_CountHalf() => Assert.Equal(3.5 / 4, CalibrationMeasures.AreaUnderCurve(Judged), precision: 12);

    [Fact]
    public void BrierScore_AtItsOwnPrevalence_IsTheMeanSquare() =>
        Assert.Equal((0.01 + 0.16 + 0.36 + 0.01) / 4, CalibrationMeasures.BrierScore(Judged, 0.5), precision: 12);

    [Fact]
    public void ExpectedCalibrationError_Bands_AreJudgedAsWholes() =>
        Assert.Equal((0.1 + Math.Abs(0.6 + 0.6 - 1) + 0.1) / 4, CalibrationMeasures.ExpectedCalibrationError(Judged, 0.5), precision: 12);

    [Fact]
    public void Of_AnotherPrevalence_WeighsTheLabels()
    {
        // Fakes count a fifth, genuine accounts nine fifths.
        Assert.Equal(((0.2 * (0.01 + 0.16)) + (1.8 * (0.36 + 0.01))) / 4, CalibrationMeasures.BrierScore(Judged, 0.1), precision: 12);
        Assert.Equal(
            ((0.2 * 0.1) + Math.Abs((0.2 * -0.4) + (1.8 * 0.6)) + (1.8 * 0.1)) / 4,
            CalibrationMeasures.ExpectedCalibrationError(Judged, 0.1),
            precision: 12);
    }

    [Fact]
    public void Of_NoPrevalence_JudgesTheRankingOnly()
    {
        var figures = CalibrationMeasures.Of(Judged, 3, prevalence: null);

        Assert.Equal((3, 0.875, null, null), (figures.Folds, figures.AreaUnderCurve, figures.BrierScore, figures.ExpectedCalibrationError));
    }
}
