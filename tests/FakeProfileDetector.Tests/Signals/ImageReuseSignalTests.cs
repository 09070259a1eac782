using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

public sealed class ImageReuseSignalTests
{
    [Fact]
    public async Task Evaluate_NoPhoto_Abstains()
    {
        var result = await Evaluate(Member("a", "Ana Horvat", photo: null), photo: null);

        Assert.Equal((SignalOutcome.Abstained, "no-photo"), (result.Outcome, Assert.Single(result.Reasons).Code));
    }

    [Fact]
    public async Task Evaluate_UnusablePhoto_AbstainsWithTheFailure()
    {
        var failure = new PhotoUnusable(PhotoUnusableReason.Truncated, "The file ends before the picture does; fetch it again.");

        var result = await Evaluate(
            new Profile("a") { Photo = ProfilePhoto.FromFailure(failure) }, PhotoFingerprintResult.Unusable(failure));

        var reason = Assert.Single(result.Reasons);
        Assert.Equal((SignalOutcome.Abstained, "photo-unusable", "Truncated"), (result.Outcome, reason.Code, reason.Facts["failure"]));
        Assert.Contains(failure.Message, reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_FeaturelessPhoto_AbstainsAndNobodyIsAcceptedForIt()
    {
        using var registry = await Enrolled(Member("b", "Boris Kovac", Photo(1)));

        var report = await Checker(registry).CheckAsync(
            Member("a", "Ana Horvat", Photo(1, quality: 49), Established), TestContext.Current.CancellationToken);

        var signal = report.Signal(ImageReuseSignal.SignalName);
        Assert.Equal((SignalOutcome.Abstained, "photo-unusable"), (signal.Outcome, Assert.Single(signal.Reasons).Code));
        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (report.Verdict, report.RecommendedAction));
    }

    [Fact]
    public async Task Evaluate_UniquePhoto_SupportsALittle()
    {
        var photo = Photo(1);

        var result = await Evaluate(Member("a", "Ana Horvat", photo), PhotoFingerprintResult.Usable(photo));

        Assert.Equal((SignalOutcome.Supporting, -0.5, "photo-unique"), (result.Outcome, result.WeightBits, result.Reasons[0].Code));
    }

    [Fact]
    public async Task Evaluate_PictureOfTheBank_AbstainsHoweverThinTheUsers()
    {
        var bank = new BenignPhotoBank(withKnownDefaults: false);
        bank.Add(Photo(1).Hash, "default avatar");
        using var registry = NewRegistry(bank: bank);
        for (var i = 0; i < 5; i++)
        {
            await registry.EnrollAsync(Member($"m{i}", $"Ana{(char)('a' + i)} Horvat{(char)('a' + i)}", Photo(1), Thin), TestContext.Current.CancellationToken);
        }

        var report = await Checker(registry).CheckAsync(Member("m0", "Boris Kovac", Photo(1), Thin), TestContext.Current.CancellationToken);

        Assert.Equal(["default-avatar"], report.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Evaluate_ManyMatches_ListsTheNearestOnly()
    {
        using var registry = await Enrolled([.. Enumerable.Range(0, 8).Select(i => Member($"m{i}", "Ana Horvat", Photo(1, distance: i)))]);
        var context = await ContextOf(Member("m0", "Ana Horvat", Photo(1)), registry);

        var result = await ImageReuseSignal.Create(new() { MaximumMatches = 3 }).EvaluateAsync(context, TestContext.Current.CancellationToken);

        Assert.Equal(["m1", "m2", "m3"], result.Matches.Select(match => match.ProfileId));
    }

    [Fact]
    public async Task Evaluate_PhotoThatCannotBeRead_IsNotAccepted()
    {
        // Else whoever sends a broken file would be accepted for it.
        using var registry = NewRegistry();
        var profile = Member("a", "Ana Horvat", photo: null, Established) with { Photo = ProfilePhoto.FromEncoded(new byte[] { 1, 2 }) };

        var report = await Checker(registry).CheckAsync(profile, TestContext.Current.CancellationToken);

        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (report.Verdict, report.RecommendedAction));
    }

    [Fact]
    public async Task Evaluate_MoreUsesThanAreJudged_SaysSo()
    {
        using var registry = NewRegistry(new() { MaximumUses = 2 });
        var names = new[] { "Ana Horvat", "Boris Kovac", "Carla Tamm", "Dario Holm" };
        foreach (var (i, name) in names.Index())
        {
            await registry.EnrollAsync(Member($"m{i}", name, Photo(1), Thin), TestContext.Current.CancellationToken);
        }

        var report = await Checker(registry).CheckAsync(Member("m0", names[0], Photo(1), Thin), TestContext.Current.CancellationToken);

        Assert.Equal(
            "This photo is also on 3 other profiles; together they go by 3 different names (the nearest 2 were judged).",
            report.Signal(ImageReuseSignal.SignalName).Reasons[0].Text);
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new ImageReuseOptions();

        Assert.Equal((-0.5, 20), (options.UniquePhotoBits, options.MaximumMatches));
    }

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => ImageReuseSignal.Create(new() { UniquePhotoBits = 0.1, MaximumMatches = 0 }));

        Assert.Contains("UniquePhotoBits", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaximumMatches", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<SignalResult> Evaluate(Profile profile, PhotoFingerprintResult? photo) =>
        await ImageReuseSignal.Create().EvaluateAsync(await ContextOf(profile, registry: null, photo), TestContext.Current.CancellationToken);
}
