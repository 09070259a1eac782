using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

/// <summary>What altered copies say of those who show them.</summary>
public sealed class AlteredPhotoTests
{
    private static readonly PhotoFingerprint Original = Scene.Draw(1).Fingerprint().With(PictureContent.OfPeople(1));
    private static readonly PhotoFingerprint Cropped = Scene.Draw(1).Crop(0.15, 0.1, 0.75).Mirror().Fingerprint().With(PictureContent.OfPeople(1));

    [Fact]
    public async Task Check_MirroredCropUnderAnotherName_IsLikelyFakeAndSaysHow()
    {
        var reports = await CheckAll(
            Member("owner", "Ana Horvat", Original, Established), Member("taker", "Boris Kovac", Cropped, Thin));

        Assert.Equal((AuthenticityVerdict.LikelyFake, RecommendedAction.Report), (reports["taker"].Verdict, reports["taker"].RecommendedAction));
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["owner"].Verdict);
        var signal = reports["taker"].Signal(ImageReuseSignal.SignalName);
        Assert.Equal(
            "Beside another profile's this photo is mirrored, cropped to 75 %.",
            Assert.Single(signal.Reasons, reason => reason.Code == "photo-altered").Text);
        Assert.True(Assert.Single(signal.Matches).Alteration!.IsMirrored);
    }

    [Fact]
    public async Task Check_EqualHistoriesAndSizes_TheCutCopyIsTheLikelierTheft()
    {
        // A thief may enlarge what was cut: only what is missing tells the two apart.
        var reports = await CheckAll(
            Member("owner", "Ana Horvat", OfOneSize(Original), Established), Member("taker", "Boris Kovac", OfOneSize(Cropped), Established));

        Assert.True(reports["taker"].Probability > reports["owner"].Probability);
        Assert.Equal(
            ["photo-likely-original by UncutCopy", "photo-likely-taken by UncutCopy"],
            reports.OrderBy(report => report.Key, StringComparer.Ordinal).SelectMany(report => report.Value.Signal(ImageReuseSignal.SignalName).Reasons)
                .Where(reason => reason.Facts.ContainsKey("grounds")).Select(reason => $"{reason.Code} by {reason.Facts["grounds"]}"));
    }

    [Fact]
    public async Task Check_PhotoThatIsOnlySimilar_AccusesNobody()
    {
        // Without thumbnails it is never sure that two photos are one.
        using var registry = NewRegistry(new() { KeepThumbnails = false });
        var mirrored = Scene.Draw(1).Mirror().Crop(0.02, 0.02, 0.96).Fingerprint();
        await registry.EnrollAsync(Member("owner", "Ana Horvat", Original, Established), TestContext.Current.CancellationToken);

        var report = await Checker(registry).CheckAsync(Member("other", "Boris Kovac", mirrored, Thin), TestContext.Current.CancellationToken);

        var signal = report.Signal(ImageReuseSignal.SignalName);
        Assert.Equal((SignalOutcome.Neutral, "photo-similar"), (signal.Outcome, Assert.Single(signal.Reasons).Code));
        Assert.Equal(PhotoCopyGrade.Similar, Assert.Single(signal.Matches).Alteration!.Grade);
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Check_CropsOfAPictureThatManyEstablishedShare_AccuseNobody()
    {
        var names = new[] { "Ana Horvat", "Boris Kovac", "Carla Tamm", "Dario Holm", "Edda Lunde", "Filip Novy", "Greta Olsen", "Hugo Maier" };
        Profile[] members =
        [
            .. names.Select((name, i) => Member($"m{i}", name, Scene.Draw(1).Crop(0.02 * i, 0.01 * i, 0.8).Fingerprint(), Established)),
        ];

        Assert.All((await CheckAll(members)).Values, report => Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict));
    }

    private static PhotoFingerprint OfOneSize(PhotoFingerprint photo) =>
        new(photo.Hash, photo.Quality, photo.SecondHash, width: 400, height: 400, photo.HasColor) { Patches = photo.Patches };
}
