using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.OnnxRuntime.Tests;

/// <summary>A photo on which the model fails is one that could not be looked at, and not one without a face.</summary>
public sealed class FailingModelTests
{
    [Fact]
    public void Locate_ModelFails_ThrowsAndWorksOn()
    {
        using var locator = ModelFile.Locator(Models.FailsOnWhite());
        using var white = ModelFile.Picture(64, 48, new(0, 0, 64, 48));
        using var black = ModelFile.Picture(64, 48);

        var exception = Assert.Throws<OnnxFaceModelException>(() => locator.Locate(white));

        Assert.Contains("face-detector.onnx\" cannot be used: it failed on an input of 64 × 48", exception.Message, StringComparison.Ordinal);
        Assert.Single(locator.Locate(black).Faces);
    }

    [Theory]
    [InlineData(float.NaN, 0.5f)]
    [InlineData(0.9f, float.NaN)]
    [InlineData(0.9f, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, 0.5f)]
    public void Locate_NoNumbers_Throws(float score, float edge)
    {
        using var locator = ModelFile.Locator(Models.Constant((0.1f, 0.1f, edge, 0.5f, score)));
        using var picture = ModelFile.Picture(64, 48);

        Assert.Contains("no numbers", Assert.Throws<OnnxFaceModelException>(() => locator.Locate(picture)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_ModelFails_IsUnusableAndSaysThatItWasNotTheDecoder()
    {
        using var locator = ModelFile.Locator(Models.FailsOnWhite());

        var result = new PhotoFingerprinter(new Decoder(), faces: locator).Fingerprint([255]);

        Assert.Equal(PhotoUnusableReason.DecoderFailed, result.Failure?.Reason);
        Assert.Contains("OnnxFaceModelException", result.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("The decoder", result.Failure.Message, StringComparison.Ordinal);
        Assert.True(new PhotoFingerprinter(new Decoder(), faces: locator).Fingerprint([100]).IsUsable);
    }

    [Fact]
    public async Task Check_ModelFails_NobodyIsAccepted()
    {
        using var file = new ModelFile(Models.FailsOnWhite());
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UsePhotoDecoder<Decoder>().UseOnnxFaceLocator(file.Path);
        await using var provider = services.BuildServiceProvider();
        var checker = provider.GetRequiredService<IProfileAuthenticityChecker>();

        var failed = await checker.CheckAsync(Member(255));
        var looked = await checker.CheckAsync(Member(100));

        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (failed.Verdict, failed.RecommendedAction));
        Assert.Contains(failed.Signals.SelectMany(signal => signal.Reasons), reason => reason.Code == ReasonCodes.PhotoUnusable);
        Assert.DoesNotContain(looked.Signals.SelectMany(signal => signal.Reasons), reason => reason.Code == ReasonCodes.PhotoUnusable);
    }

    private static Profile Member(byte brightness) => new("member-17") { DisplayName = "Ana Horvat", Photo = ProfilePhoto.FromEncoded(new[] { brightness }) };

    /// <summary>Noise up to the brightness that the file's one byte states.</summary>
    private sealed class Decoder : IPhotoDecoder
    {
        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
        {
            var image = new LumaImage(64, 48);
            var random = new Random(17);
            foreach (ref var pixel in image.Pixels)
            {
                pixel = (byte)(random.Next(2) * encoded[0]);
            }

            return PhotoDecodeResult.Decoded(image);
        }
    }
}
