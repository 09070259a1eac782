using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>Father and son of one name.</summary>
public sealed class GenerationMarksTests
{
    [Theory]
    [InlineData("Thomas Hartwell Sr.", "Thomas Hartwell Jr.")]
    [InlineData("Thomas Hartwell, Sr.", "Thomas Hartwell, Jr.")]
    [InlineData("Hartwell Sr., Thomas", "Hartwell Jr., Thomas")]
    [InlineData("Thomas Hartwell Snr", "Thomas Hartwell Jnr")]
    [InlineData("Thomas Hartwell II", "Thomas Hartwell III")]
    [InlineData("THOMAS HARTWELL II", "Thomas Hartwell IV")]
    [InlineData("João Hartwell Filho", "João Hartwell Neto")]
    [InlineData("João Hartwell Neto", "João Hartwell Sobrinho")]
    [InlineData("Karl Adler sen.", "Karl Adler jun.")]
    [InlineData("Karl Adler sen", "Karl Adler jun")]
    [InlineData("Jean Brandt père", "Jean Brandt fils")]
    [InlineData("Pedro Vega padre", "Pedro Vega hijo")]
    [InlineData("Karel Novák st.", "Karel Novák ml.")]
    [InlineData("id. Brandt János", "ifj. Brandt János")]
    [InlineData("Иван Хорват старший", "Иван Хорват младший")]
    public void Compare_TwoGenerations_AreTwoPeople(string a, string b)
    {
        var comparison = NameComparer.Compare(a, b);

        Assert.Equal((NameRelation.PartialConflict, 2.5), (comparison.Relation, comparison.WeightBits));
        Assert.Contains(comparison.Reasons, reason => reason.Code == "generations-differ");
    }

    [Theory]
    [InlineData("Thomas Hartwell Jr.", "Thomas Hartwell")]
    [InlineData("Thomas Hartwell III", "Hartwell, Thomas")]
    [InlineData("Thomas Hartwell Jr.", "Thomas Hartwell II")]
    [InlineData("João Hartwell Filho", "João Hartwell")]
    [InlineData("Karl Adler jun.", "Karl Adler")]
    public void Compare_OneThatDoesNotSay_IsCompatible(string a, string b) =>
        Assert.Equal(NameRelation.Compatible, NameComparer.Compare(a, b).Relation);

    [Theory]
    [InlineData("Kim Min-jun", "kim min jun")]
    [InlineData("Kim Ye Jun", "kim ye jun")]
    [InlineData("Seo-jun Gil", "seo jun gil")]
    [InlineData("Thu Ha Vi", "thu ha vi")]
    [InlineData("Agostinho Neto", "agostinho neto")]
    [InlineData("Ana Junior", "ana junior")]
    [InlineData("Ana Horvat V.", "ana horvat v")]
    public void Parse_NamesThatLookLikeMarks_Remain(string text, string words) =>
        Assert.Equal(words, string.Join(' ', PersonName.Parse(text).Words));

    [Theory]
    [InlineData("Kim Min-jun", "Kim Min-seo")]
    [InlineData("Lee Ha-jun", "Lee Ha-eun")]
    [InlineData("Kim Min-jun", "Kim Min-ho")]
    [InlineData("Park Ji-min", "Park Ji-hoon")]
    [InlineData("Choi Seo-jun", "Choi Do-yun")]
    public void Compare_KoreanSyllables_TellTwoPeople(string a, string b)
    {
        var comparison = NameComparer.Compare(a, b);

        Assert.False(comparison.Relation.IsCompatible());
        Assert.True(comparison.WeightBits > 0, $"{comparison.WeightBits}");
    }
}
