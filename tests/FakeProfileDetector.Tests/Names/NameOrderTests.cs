using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>What stands after a comma.</summary>
public sealed class NameOrderTests
{
    [Theory]
    [InlineData("García López, Ana", "ana garcia lopez")]
    [InlineData("Smith Jones, Mary", "mary smith jones")]
    [InlineData("Lindqvist Berg, Nora Maria", "nora maria lindqvist berg")]
    [InlineData("VAN DER MOLEN BRANDT, PIETER", "pieter van der molen brandt")]
    [InlineData("Nguyen Thi, Hoa", "hoa nguyen thi")]
    [InlineData("da Silva Santos, Ana", "ana da silva santos")]
    [InlineData("Al-Harbi Saleh, Khalid", "khalid al harbi saleh")]
    [InlineData("Smith, Ed", "ed smith")]
    [InlineData("Nguyen, Do", "do nguyen")]
    [InlineData("Kim, Min Jun", "min jun kim")]
    [InlineData("Kim, Doo Hwan", "doo hwan kim")]
    [InlineData("Lindqvist, Nora, PhD", "nora lindqvist")]
    [InlineData("García López, Ana, MBA", "ana garcia lopez")]
    public void Parse_GivenNamesAfterAComma_StandFirst(string text, string words) =>
        Assert.Equal(words, string.Join(' ', PersonName.Parse(text).Words));

    [Theory]
    [InlineData("Nora Lindqvist, PhD")]
    [InlineData("Nora Lindqvist, phd")]
    [InlineData("Nora Lindqvist, M.D.")]
    [InlineData("Nora Lindqvist, Founder")]
    [InlineData("Nora Lindqvist, Software Engineer")]
    [InlineData("Nora Lindqvist, Chief of Staff")]
    [InlineData("Nora Lindqvist, Geschäftsführerin")]
    [InlineData("Nora Lindqvist, Directora de Marketing")]
    [InlineData("Nora Lindqvist, infirmière")]
    [InlineData("Nora Lindqvist, Berlin")]
    [InlineData("Nora Lindqvist, Contoso GmbH")]
    [InlineData("Nora Lindqvist, we help people grow their pensions")]
    public void Parse_NotesAfterAComma_AreLeftOut(string text)
    {
        var name = PersonName.Parse(text);

        Assert.Equal(["nora", "lindqvist"], name.Words);
        Assert.True(name.HadTitles);
    }

    [Theory]
    [InlineData("García López, Ana", "García López, Pedro")]
    [InlineData("García López, Ana", "Pedro García López")]
    [InlineData("Smith Jones, Mary", "Smith Jones, Peter")]
    [InlineData("TRAN NGUYEN, MINH", "TRAN NGUYEN, LINH")]
    [InlineData("Hadžić Kovač, Mirela", "Hadžić Kovač, Zoltrina")]
    [InlineData("Velasco Figueras, Adriana", "Velasco Figueras, Josefa")]
    public void Compare_TwoFamilyNamesWithOtherGivenNames_AreTwoPeople(string a, string b) =>
        Assert.Equal(NameRelation.SharesFamilyName, NameComparer.Compare(a, b).Relation);

    [Theory]
    [InlineData("Velasco Figueras, Adriana", "Velasco, Adriana")]
    [InlineData("Velasco Figueras, Adriana Josefa", "Adriana Velasco")]
    [InlineData("Wong Tai Man, Peter", "Peter Wong")]
    [InlineData("Kovács Nagy, Anna", "Kovács, Anna")]
    [InlineData("Da Silva Santos, Ana", "Silva, Ana")]
    [InlineData("Smith Jones, Mary", "Jones, Mary")]
    [InlineData("Quillfeather Berg, Zoltrina", "Zoltrina Quillfeather Berg")]
    public void Compare_ASecondFamilyNameLeftOut_IsCompatible(string a, string b) =>
        Assert.Equal(NameRelation.Compatible, NameComparer.Compare(a, b).Relation);
}
