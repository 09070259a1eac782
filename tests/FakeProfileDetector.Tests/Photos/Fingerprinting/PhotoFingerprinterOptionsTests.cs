using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.Photos.Fingerprinting;

public sealed class PhotoFingerprinterOptionsTests
{
    [Fact]
    public void Defaults_ArePinned() => Assert.Equal(32, new PhotoFingerprinterOptions().MaximumPatches);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(65)]
    public void OutOfRange_AreRefusedByName(int patches)
    {
        var exception = Assert.Throws<OptionsValidationException>(
            () => new PhotoFingerprinter(new SceneDecoder(Scene.Draw(1)), new() { MaximumPatches = patches }));

        Assert.Contains("MaximumPatches", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void MaximumPatches_FewerThanThereAre_AreTheStrongest(int patches)
    {
        var found = Fingerprint(new() { MaximumPatches = patches }).Patches!;

        Assert.Equal(patches, found.Count);
        Assert.True(Fingerprint(new() { MaximumPatches = 64 }).Patches!.Hashes.StartsWith(found.Hashes));
    }

    [Fact]
    public void MaximumPatches_Zero_IsTheWholePhotoOnly()
    {
        var fingerprint = Fingerprint(new() { MaximumPatches = 0 });

        Assert.Null(fingerprint.Patches);
        Assert.Equal(Scene.Draw(1).Fingerprint(), fingerprint);
    }

    [Fact]
    public void Options_ChangedAfterwards_ChangeNothing()
    {
        var options = new PhotoFingerprinterOptions();
        var fingerprinter = new PhotoFingerprinter(new SceneDecoder(Scene.Draw(1)), options);
        options.MaximumPatches = 0;

        Assert.NotNull(fingerprinter.Fingerprint(new byte[1], TestContext.Current.CancellationToken).Fingerprint!.Patches);
    }

    private static PhotoFingerprint Fingerprint(PhotoFingerprinterOptions options) =>
        new PhotoFingerprinter(new SceneDecoder(Scene.Draw(1)), options)
            .Fingerprint(new byte[1], TestContext.Current.CancellationToken).Fingerprint!;
}
