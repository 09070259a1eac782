using CsCheck;
using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Tests.Evaluation;

public sealed class ProportionTests
{
    /// <summary>Worked examples of R. G. Newcombe, Statistics in Medicine 17(8), 1998, table I, method 3 (Wilson's score).</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Share_WorkedExamples_HasWilsonsInterval(int count, int total, double lower, double upper)
    {
        var share = new Proportion(count, total).Share!.Value;

        Assert.Equal((double)count / total, share.Value);
        Assert.Equal(lower, share.Lower, precision: 4);
        Assert.Equal(upper, share.Upper, precision: 4);
    }

    [Fact]
    public void Share_AllOrNone_EndsExactlyThere()
    {
        Assert.Equal(0, new Proportion(0, 7).Share!.Value.Lower);
        Assert.Equal(1, new Proportion(7, 7).Share!.Value.Upper);
    }

    [Fact]
    public void Share_AnyCounts_LiesInItsIntervalAndMirrors() => Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500]).Sample((count, others) =>
    {
        if (count + others == 0)
        {
            return;
        }

        var share = new Proportion(count, count + others).Share!.Value;
        var mirrored = new Proportion(others, count + others).Share!.Value;
        Assert.InRange(share.Value, share.Lower, share.Upper);
        Assert.InRange(share.Lower, 0, share.Upper);
        Assert.InRange(share.Upper, share.Lower, 1);
        Assert.Equal(1 - share.Lower, mirrored.Upper, precision: 12);
    });

    [Fact]
    public void Share_NoCase_IsNotAvailable() => Assert.Null(new Proportion(0, 0).Share);

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    [InlineData(0, -1)]
    public void Proportion_ImpossibleCounts_AreRefused(int count, int total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(count, total));

    [Fact]
    public void Of_Items_CountsThoseThatMeetTheCondition() =>
        Assert.Equal(new Proportion(2, 5), Proportion.Of([1, 2, 3, 4, 5], item => item % 2 == 0));
}
