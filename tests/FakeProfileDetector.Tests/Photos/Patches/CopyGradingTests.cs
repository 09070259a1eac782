using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>How sure it is that two aligned photos are one, at its limits.</summary>
public sealed class CopyGradingTests
{
    /// <summary>A smiling sticker is a face, and what it was put on is another drawing.</summary>
    [Theory]
    [InlineData(true, 0.12, PhotoCopyGrade.Exact)]
    [InlineData(true, 0.13, PhotoCopyGrade.SharedTemplate)]
    [InlineData(false, 0.13, PhotoCopyGrade.Exact)]
    public void OfPlaced_SameFace_IsACopyUnlessADrawingDiffersAroundIt(bool isDrawn, double opposed, PhotoCopyGrade grade)
    {
        var agreement = Agreement(FaceAgreement.Same, isDrawn, new(600, 0.97, 0.5, opposed, opposed));

        Assert.Equal(grade, CopyGrading.OfPlaced(agreement, votes: 8));
        Assert.Equal(grade, CopyGrading.OfWhole(agreement));
    }

    /// <summary>A face that is a little different is another shot's, but where everything is, and nothing much.</summary>
    [Theory]
    [InlineData(12, 0.90, 0.0, PhotoCopyGrade.Exact)]
    [InlineData(11, 0.90, 0.0, PhotoCopyGrade.Similar)]
    [InlineData(12, 0.89, 0.0, PhotoCopyGrade.Similar)]
    [InlineData(12, 0.90, 0.01, PhotoCopyGrade.Similar)]
    public void OfPlaced_FaceAlike_IsACopyOnlyIfNothingMoved(int votes, double lowest, double unlike, PhotoCopyGrade grade) =>
        Assert.Equal(grade, CopyGrading.OfPlaced(Agreement(FaceAgreement.Alike, isDrawn: false, new(600, 0.97, lowest, unlike, 0)), votes));

    private static Agreement Agreement(FaceAgreement faces, bool isDrawn, ScoreSummary scores) =>
        new(new(1, 0, 0, 0, 1, 0), OfQuery: 1, OfStored: 1, scores, Inner: 0, faces, isDrawn);
}
