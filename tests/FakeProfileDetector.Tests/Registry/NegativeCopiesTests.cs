using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Registry;

public sealed class NegativeCopiesTests
{
    private static readonly Scene Original = Scene.Draw(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "colors inverted")]
    [InlineData(true, "colors inverted, mirrored")]
    public async Task FindPhotoUsesAsync_Negative_IsTheSamePicture(bool isMirrored, string text)
    {
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter);
        await registry.EnrollAsync(new Profile("original") { Photo = ProfilePhoto.FromFingerprint(Original.Fingerprint()) }, Token);
        await registry.EnrollAsync(new Profile("stranger") { Photo = ProfilePhoto.FromFingerprint(Scene.Draw(2).Fingerprint()) }, Token);
        var negative = Negative(isMirrored ? Original.Mirror() : Original);

        foreach (var photo in new[] { negative, negative.With(patches: null) })
        {
            var use = Assert.Single((await registry.FindPhotoUsesAsync(photo, cancellationToken: Token)).Uses);

            Assert.Equal(("original", text), (use.Holder.Id, use.Alteration!.ToString()));
            Assert.Equal((true, isMirrored, PhotoCopyGrade.Exact), (use.Alteration.IsNegative, use.Alteration.IsMirrored, use.Alteration.Grade));
        }
    }

    [Fact]
    public async Task FindPhotoUsesAsync_ComplementOfTheHashAndOtherPixels_IsNoUse()
    {
        // A hash made to lie opposite another one.
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter);
        await registry.EnrollAsync(new Profile("original") { Photo = ProfilePhoto.FromFingerprint(Original.Fingerprint()) }, Token);
        var negative = Negative(Original);
        var crafted = new PhotoFingerprint(negative.Hash, negative.Quality, negative.SecondHash) { Patches = Scene.Draw(2).Fingerprint().Patches };

        Assert.Empty((await registry.FindPhotoUsesAsync(crafted, cancellationToken: Token)).Uses);
    }

    [Fact]
    public void Complement_OfAHash_LiesOppositeIt()
    {
        var hash = Original.Fingerprint().Hash;

        Assert.Equal(256, hash.DistanceTo(hash.Complement()));
        Assert.Equal(hash, hash.Complement().Complement());
    }

    private static PhotoFingerprint Negative(Scene scene)
    {
        var pixels = scene.Pixels.ToArray();
        return Scene.Paint(scene.Width, scene.Height, (x, y) => 255 - pixels[(y * scene.Width) + x]).Fingerprint();
    }
}
