using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Registry;

public sealed class StoredPhotoComparisonTests
{
    private static readonly Scene Original = Scene.Draw(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Match_SameFileAgain_IsTheSameAlteration()
    {
        var comparison = new StoredPhotoComparison(Original.Crop(0.15, 0.1, 0.75).Fingerprint());

        var first = comparison.Match(Original.Fingerprint(), Token);

        Assert.NotNull(first);
        Assert.Same(first, comparison.Match(Original.Fingerprint(), Token));
    }

    [Fact]
    public void Match_EqualHashesOfOtherPictures_AreComparedEach()
    {
        // The same hash, and other patches, is what a crafted copy has.
        var crop = Original.Crop(0.15, 0.1, 0.75).Fingerprint();
        var (original, stranger) = (Original.Fingerprint(), Scene.Draw(2).Fingerprint());
        var comparison = new StoredPhotoComparison(crop);

        Assert.NotNull(comparison.Match(original, Token));
        Assert.Null(comparison.Match(original.With(stranger.Patches), Token));
    }

    [Fact]
    public void IsUse_EqualFilesWhoseFacesDiffer_AreComparedEach()
    {
        // Another head on the same body: a template, unless the only face that is known is elsewhere and the same.
        var other = Original.With(Scene.Draw(2), 0.3, 0.2, 0.4, 0.4).Fingerprint();
        var elsewhere = new FaceBox(10, 280, 100, 100);
        var comparison = new StoredPhotoComparison(Original.Fingerprint());

        comparison.IsUse(other, default, out var unknown);
        comparison.IsUse(other.With(new PictureContent(320, 400, [elsewhere])), default, out var known);

        Assert.NotEqual(unknown?.Grade, known?.Grade);
    }

    [Fact]
    public void IsUse_WithoutPatches_IsNotDoubted()
    {
        var photo = Original.Fingerprint();

        Assert.True(new StoredPhotoComparison(photo).IsUse(Scene.Draw(2).Fingerprint().With(patches: null), default, out var alteration));
        Assert.Null(alteration);
    }
}
