using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameRelationTests
{
    public static TheoryData<NameRelation> All => [.. Enum.GetValues<NameRelation>()];

    [Theory]
    [MemberData(nameof(All))]
    public void IsCompatible_OfARelation_HoldsForOnePersonsNamesOnly(NameRelation relation) => Assert.Equal(
        relation is NameRelation.Identical or NameRelation.Compatible or NameRelation.Nickname or NameRelation.SpellingVariant,
        relation.IsCompatible());

    [Fact]
    public void ToCode_OfEveryRelation_IsPinned() => Assert.Equal(
        [
            "not-comparable", "identical", "compatible", "nickname", "spelling-variant", "shares-family-name", "shares-given-name",
            "partial-conflict", "disjoint",
        ],
        Enum.GetValues<NameRelation>().Select(relation => relation.ToCode()));

    [Fact]
    public void Values_OfEveryRelation_ArePinnedAndHarmlessAtZero() => Assert.Equal(
        "NotComparable=0 Identical=10 Compatible=20 Nickname=30 SpellingVariant=40 SharesFamilyName=50 SharesGivenName=60 PartialConflict=70 Disjoint=80",
        string.Join(' ', Enum.GetValues<NameRelation>().Select(relation => $"{relation}={(int)relation}")));

    [Fact]
    public void ToCode_NoRelation_Throws() => Assert.Throws<ArgumentOutOfRangeException>("relation", () => ((NameRelation)99).ToCode());

    [Theory]
    [InlineData("Ana Horvat", "Ana Horvat", "same words in the same order")]
    [InlineData("Ana Horvat", "A. Horvat", "abbreviates")]
    [InlineData("Elizabeth Novak", "Liz Novak", "short form")]
    [InlineData("Giulia Grasso", "Gulia Grasso", "spelling or transliteration")]
    [InlineData("Ana Horvat", "Petra Horvat", "Only the family names agree")]
    [InlineData("Ana Horvat", "Ana Kovac", "Only the given names agree")]
    [InlineData("Ana Maria Horvat", "Ana Lena Horvat", "others contradict")]
    [InlineData("Ana Horvat", "Boris Kovac", "no word in common")]
    [InlineData("Ana", "Boris Kovac", "cannot be compared")]
    public void Explanation_OfARelation_IsItsSentence(string a, string b, string part) =>
        Assert.Contains(part, NameComparer.Compare(a, b).Explanation, StringComparison.Ordinal);

    [Fact]
    public void ToSentence_OfEveryRelation_IsItsOwn() =>
        Assert.Equal(All.Count, All.Select(row => row.Data.ToSentence()).Distinct().Count());
}
