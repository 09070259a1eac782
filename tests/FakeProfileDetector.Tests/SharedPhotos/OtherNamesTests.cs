using FakeProfileDetector.Names;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>Previous and alternative names: any compatible one reconciles, none accuses.</summary>
public sealed class OtherNamesTests
{
    [Theory]
    [InlineData("Ana Kovac", "Ana Horvat", "Ana Horvat")]
    [InlineData("Ana Kovac", "Ana Horvat", "A. Horvat")]
    [InlineData("Wei Chen", "陈伟", "陈伟")]
    [InlineData("Storm Quill", "Greta Tamm", "Tamm, Greta")]
    [InlineData("Ana", "Ana Horvat", "Ana Horvat")]
    public async Task SamePhoto_OtherNameIsCompatible_IsADuplicateAccountAndNoFake(string shown, string other, string elsewhere)
    {
        var reports = await CheckAll(
            Member("a", shown, Photo(1), Thin) with { OtherNames = ["Elin Farkas", other] }, Member("b", elsewhere, Photo(1), Established));

        Assert.All(reports.Values, report => Assert.Equal(["duplicate-account"], report.Signal(ImageReuseSignal.SignalName).Codes()));
        Assert.All(reports.Values, report => Assert.NotEqual(SignalOutcome.Adverse, report.Signal(NameMismatchSignal.SignalName).Outcome));
        Assert.All(reports.Values, report => Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict));
    }

    [Fact]
    public async Task SamePhoto_OtherNamesOfBothMeet_IsADuplicateAccount()
    {
        var reports = await CheckAll(
            Member("a", "Storm Quill", Photo(1), Thin) with { OtherNames = ["Greta Tamm"] },
            Member("b", "Greta Salonen", Photo(1), Established) with { OtherNames = ["Greta Tamm"] });

        Assert.All(reports.Values, report => Assert.Equal(["duplicate-account"], report.Signal(ImageReuseSignal.SignalName).Codes()));
    }

    [Theory]
    [InlineData("Greta Tamm")]
    [InlineData("Greta")]
    [InlineData("greta_t88")]
    [InlineData("🌸")]
    public async Task StolenPhoto_OtherNameOfTheTakerFitsNobody_ChangesNothing(string other)
    {
        var owner = Member("owner", "Ana Horvat", Photo(1), Established);
        var plain = await CheckAll(owner, Member("taker", "Boris Kovac", Photo(1), Thin));

        var reports = await CheckAll(owner, Member("taker", "Boris Kovac", Photo(1), Thin) with { OtherNames = [other] });

        Assert.Equal(AuthenticityVerdict.LikelyFake, reports["taker"].Verdict);
        Assert.Equal(plain["taker"].Probability, reports["taker"].Probability, 9);
        Assert.Equal(plain["owner"].Probability, reports["owner"].Probability, 9);
    }

    [Fact]
    public async Task StolenPhoto_OtherNamesOfABridge_AbsolveNobody()
    {
        var reports = await CheckAll(
            Member("owner", "Ana Horvat", Photo(1), Established),
            Member("taker", "Boris Kovac", Photo(1), Thin),
            Member("bridge", "Ana Horvat", Photo(1), Thin) with { OtherNames = ["Boris Kovac"] });

        Assert.Equal(AuthenticityVerdict.LikelyFake, reports["taker"].Verdict);
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, reports["owner"].Verdict);
    }

    [Theory]
    [InlineData("Ana Kovac", "Ana Horvat", "Ana Horvat", NameRelation.Identical)]
    [InlineData("Ana Kovac", "A. Horvat", "Ana Horvat", NameRelation.Compatible)]
    [InlineData("Ana Kovac", "", "Ana Horvat", NameRelation.SharesGivenName)]
    [InlineData("Ana Kovac", "Boris Tamm", "Ana Horvat", NameRelation.SharesGivenName)]
    [InlineData("Ana", "Boris Tamm", "Ana Horvat", NameRelation.Disjoint)]
    [InlineData("Ana", "", "Ana Horvat", NameRelation.NotComparable)]
    public void Compare_NamesOfTwoProfiles_TakesACompatiblePairOrElseTheShownNames(string shown, string other, string elsewhere, NameRelation expected)
    {
        var (a, b) = (HolderNames.Of(shown, [other]), HolderNames.Of(elsewhere, NameList.Empty));

        Assert.Equal((expected, expected), (a.Compare(b).Relation, b.Compare(a).Relation));
    }
}
