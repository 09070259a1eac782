using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class SharedSyllableTests
{
    [Theory]
    [InlineData("Kim Min-jun", "Kim Min-seo")]
    [InlineData("Gil Seo-jun", "Gil Seo-yeon")]
    [InlineData("Lee Ha-jun", "Lee Ha-eun")]
    [InlineData("Kim Ye Jun", "Kim Ye Rin")]
    [InlineData("Park Seo Jun", "Park Seo Yeon")]
    [InlineData("Lee Ji Hoon", "Lee Ji Won")]
    [InlineData("Wong Ka Ming", "Wong Ka Wai")]
    [InlineData("Chan Tai Man", "Chan Siu Man")]
    public void Compare_OneSyllableOfTheGivenNamesDiffers_AreTwoPeople(string a, string b)
    {
        Assert.Equal(NameRelation.PartialConflict, NameComparer.Compare(a, b).Relation);
        Assert.InRange(NameComparer.Compare(a, b).WeightBits, NameWeights.OtherSyllable, NameWeights.Cap);
        Assert.Equal(NameComparer.Compare(a, b), NameComparer.Compare(b, a));
    }

    [Theory]
    [InlineData("Kim Min-jun", "Kim Minjun")]
    [InlineData("Kim Ye Jun", "Kim Ye-jun")]
    [InlineData("Park Seo Jun", "Seo Jun Park")]
    public void Compare_SyllablesWrittenOtherwise_MayBeOnePerson(string a, string b) =>
        Assert.InRange(NameComparer.Compare(a, b).WeightBits, -10, -1);
}
