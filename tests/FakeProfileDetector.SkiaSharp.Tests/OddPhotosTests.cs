using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>What becomes of photos that are empty, odd or broken, from the file to the verdict: the README's table.</summary>
public sealed class OddPhotosTests
{
    private static readonly byte[] Noise = Pictures.Png(64, 64, Pictures.Noise);

    public static TheoryData<string> Featureless => [.. FeaturelessPhotos.Keys];

    public static TheoryData<string> Unusable => [.. UnusablePhotos.Keys];

    private static Dictionary<string, byte[]> FeaturelessPhotos => new()
    {
        ["one color"] = Pictures.Png(200, 200, static (_, _) => SKColors.SteelBlue),
        ["one color, JPEG"] = Pictures.Encode(200, 200, static (_, _) => SKColors.SteelBlue, SKEncodedImageFormat.Jpeg, 80),
        ["one pixel"] = Pictures.Png(1, 1, static (_, _) => SKColors.Black),
        ["fully transparent"] = Pictures.Png(200, 200, static (x, y) => Pictures.Noise(x, y).WithAlpha(0)),
        ["faint"] = Pictures.Png(200, 200, static (x, y) => Pictures.Gray(120 + (x / 100) + (y / 100))),
    };

    private static Dictionary<string, (byte[] File, PhotoUnusableReason Reason)> UnusablePhotos => new()
    {
        ["empty"] = ([], PhotoUnusableReason.Empty),
        ["text"] = ([.. "no picture"u8], PhotoUnusableReason.UnsupportedFormat),
        ["cut off"] = (Noise[..^(Noise.Length / 3)], PhotoUnusableReason.Truncated),
        ["too many pixels"] = (Pictures.PngHeader(60_000, 60_000), PhotoUnusableReason.TooManyPixels),
        ["damaged header"] = (UnknownCompression(Pictures.Bmp(8, 8, Pictures.Noise)), PhotoUnusableReason.Corrupt),
    };

    [Fact]
    public async Task Check_ProperPhotoUnderTwoNames_IsFound()
    {
        // So that the tests below show something.
        var report = await CheckSharedAsync(Noise);

        Assert.NotEmpty(Signal(report).Matches);
    }

    [Theory]
    [MemberData(nameof(Featureless))]
    public async Task Check_PhotoWithNothingToSee_AbstainsAndAccusesNobody(string name)
    {
        var photo = FeaturelessPhotos[name];
        Assert.InRange(Fingerprint(photo).Quality, 0, PdqHasher.MinimumQuality - 1);

        var report = await CheckSharedAsync(photo);

        var signal = Signal(report);
        Assert.Equal((SignalOutcome.Abstained, 0.0), (signal.Outcome, signal.WeightBits));
        Assert.Contains(Assert.Single(signal.Reasons).Code, (string[])["photo-unusable", "default-avatar"]);
        AssertNotAccused(report);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Check_UnusableFile_AbstainsWithTheReasonAndAccusesNobody(string name)
    {
        var (photo, expected) = UnusablePhotos[name];

        var report = await CheckSharedAsync(photo);

        var signal = Signal(report);
        Assert.Equal((SignalOutcome.Abstained, 0.0), (signal.Outcome, signal.WeightBits));
        var reason = Assert.Single(signal.Reasons);
        Assert.Equal(("photo-unusable", expected.ToString()), (reason.Code, reason.Facts["failure"]));
        Assert.Equal(AuthenticityVerdict.InsufficientEvidence, report.Verdict);
    }

    [Fact]
    public void Fingerprint_PartlyTransparentPicture_IsThatOfThePictureOnWhite()
    {
        var transparent = Pictures.Png(100, 100, static (x, y) => SKColors.Black.WithAlpha(Pictures.Noise(x, y).Red));
        var onWhite = Pictures.Png(100, 100, static (x, y) => Pictures.Gray(255 - Pictures.Noise(x, y).Red));

        Assert.Equal(Fingerprint(onWhite), Fingerprint(transparent));
    }

    [Fact]
    public void Fingerprint_Animation_IsThatOfTheFirstFrame()
    {
        byte[] palette = [0, 85, 170, 255];
        byte[] first = [.. Enumerable.Range(0, 256).Select(i => (byte)(i * 7 / 5 % 4))];
        byte[] second = [.. first.Select(index => (byte)(3 - index))];

        Assert.Equal(Fingerprint(Pictures.Gif(16, 16, palette, first)), Fingerprint(Pictures.Gif(16, 16, palette, first, second)));
    }

    private static byte[] UnknownCompression(byte[] bmp) => [.. bmp[..30], 99, .. bmp[31..]];

    private static PhotoFingerprint Fingerprint(byte[] encoded)
    {
        var result = new PhotoFingerprinter(new SkiaPhotoDecoder()).Fingerprint(encoded);
        Assert.True(result.IsUsable, result.Failure?.Message);
        return result.Fingerprint;
    }

    /// <summary>Two people under names that cannot be one person's, with the same photo: with a proper one, an accusation.</summary>
    private static async Task<AuthenticityReport> CheckSharedAsync(byte[] photo)
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSkiaSharp();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IProfileRegistry>().EnrollAsync(
            new Profile("a") { DisplayName = "Ana Horvat", Photo = ProfilePhoto.FromEncoded(photo) }, TestContext.Current.CancellationToken);
        return await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(
            new Profile("b") { DisplayName = "Boris Kovac", Photo = ProfilePhoto.FromEncoded(photo) }, TestContext.Current.CancellationToken);
    }

    private static SignalReport Signal(AuthenticityReport report) =>
        Assert.Single(report.Signals, signal => signal.Name == ImageReuseSignal.SignalName);

    private static void AssertNotAccused(AuthenticityReport report) =>
        Assert.DoesNotContain(report.Verdict, new[] { AuthenticityVerdict.Suspicious, AuthenticityVerdict.LikelyFake });
}
