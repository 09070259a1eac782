using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>What a network shows in place of a name, and names of businesses, beside a person's on one photo.</summary>
public sealed class HiddenNamesTests
{
    [Theory]
    [InlineData("LinkedIn Member")]
    [InlineData("Facebook User")]
    [InlineData("Contoso Ltd")]
    [InlineData("Hartwell Photography")]
    public async Task SamePhoto_NameOfNobody_AccusesNobody(string hidden)
    {
        var reports = await CheckAll(Member("owner", "Nora Lindqvist", Photo(1), Established), Member("other", hidden, Photo(1), Thin));

        Assert.All(reports.Values, report => Assert.Equal(["photo-shared-names-unknown"], report.Signal(ImageReuseSignal.SignalName).Codes()));
        Assert.All(reports.Values, report => Assert.DoesNotContain("names-conflict-on-shared-photo", report.Signal(NameMismatchSignal.SignalName).Codes()));
        Assert.All(reports.Values, report => Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict));
    }

    [Fact]
    public async Task SamePhoto_TwelveHiddenNames_AreNotOnePersons()
    {
        var reports = await CheckAll([.. Enumerable.Range(0, 12).Select(i => Member($"q{i}", "LinkedIn Member", Photo(2), Established))]);

        Assert.All(reports.Values, report => Assert.Equal(["photo-shared-names-unknown"], report.Signal(ImageReuseSignal.SignalName).Codes()));
    }

    [Fact]
    public async Task SamePhoto_ACoupleAndOneOfThem_IsADuplicateAccount()
    {
        var reports = await CheckAll(
            Member("both", "Ana & Marko Horvat", Photo(3), Established), Member("one", "Ana Horvat", Photo(3), Established));

        Assert.All(reports.Values, report => Assert.Equal(["duplicate-account"], report.Signal(ImageReuseSignal.SignalName).Codes()));
    }
}
