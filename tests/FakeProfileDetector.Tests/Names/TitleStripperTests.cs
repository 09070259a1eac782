using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>What stands around a name and is none.</summary>
public sealed class TitleStripperTests
{
    [Theory]
    [InlineData("Dr. Ana Horvat")]
    [InlineData("Prof. Dr. Ana Horvat")]
    [InlineData("Herr Ana Horvat")]
    [InlineData("Mme Ana Horvat")]
    [InlineData("DR ANA HORVAT")]
    [InlineData("Tan Sri Ana Horvat")]
    [InlineData("Ana Horvat, PhD")]
    [InlineData("Ana Horvat, PhD, MBA")]
    [InlineData("Ana Horvat MBA")]
    [InlineData("Ana Horvat PhD")]
    [InlineData("Ana Horvat Ph.D.")]
    [InlineData("Ana Horvat, M.B.A.")]
    [InlineData("Ana Horvat Jr.")]
    [InlineData("Ana Horvat III")]
    [InlineData("ANA HORVAT III")]
    public void Parse_TitlesAndCredentials_AreLeftOut(string text) => AssertStripped(text);

    [Theory]
    [InlineData("Ana Horvat | Recruiter")]
    [InlineData("Ana Horvat - Sales")]
    [InlineData("Ana Horvat – Sales")]
    [InlineData("Ana Horvat • Zagreb")]
    [InlineData("Ana Horvat; Zagreb")]
    [InlineData("Ana Horvat/Zagreb")]
    [InlineData("Ana Horvat hiring engineers")]
    [InlineData("Ana Horvat (Hiring)")]
    [InlineData("Ana Horvat, Head of Sales")]
    [InlineData("Ana Horvat，Recruiter")]
    public void Parse_Decoration_IsLeftOut(string text) => AssertStripped(text);

    [Theory]
    [InlineData("Ana Horvat (she/her)")]
    [InlineData("Ana Horvat she/her")]
    [InlineData("Ana Horvat she her")]
    [InlineData("Ana Horvat [they/them]")]
    public void Parse_Pronouns_AreLeftOut(string text) => AssertStripped(text);

    [Theory]
    [InlineData("господин Павел Волков", "pavel volkov")]
    [InlineData("г-н Павел Волков", "pavel volkov")]
    [InlineData("д-р Павел Волков", "pavel volkov")]
    [InlineData("الدكتور محمد صالح", "mhmd slh")]
    [InlineData("מר דוד לוי", "dvd lvy")]
    [InlineData("ד״ר דוד לוי", "dvd lvy")]
    [InlineData("श्री राम कुमार", "ram kumar")]
    [InlineData("คุณ สมชาย ใจดี", "smchay aichdi")]
    [InlineData("นายสมชาย ใจดี", "smchay aichdi")]
    [InlineData("นางสาวสมหญิง ใจดี", "smhying aichdi")]
    [InlineData("王小明先生", "wang xiaoming")]
    [InlineData("王 小明 先生", "wang xiaoming")]
    [InlineData("김민수씨", "gim minsu")]
    [InlineData("김민수 선생님", "gim minsu")]
    [InlineData("田中 太郎 様", "tianzhong tailang")]
    [InlineData("田中さん", "tianzhong")]
    public void Parse_NativeTitles_AreLeftOut(string text, string words)
    {
        var name = PersonName.Parse(text);

        Assert.Equal((words, true), (string.Join(' ', name.Words), name.HadTitles));
    }

    [Theory]
    [InlineData("Ana Mba", "ana mba")]
    [InlineData("ANA HORVAT MBA", "ana horvat mba")]
    [InlineData("Ana He", "ana he")]
    [InlineData("Ana Horvat He", "ana horvat he")]
    [InlineData("Mark Ma", "mark ma")]
    [InlineData("Ana Founder", "ana founder")]
    [InlineData("Mr Dr", "dr")]
    [InlineData("Tan Sri", "tan sri")]
    [InlineData("คุณากร ใจดี", "khunakr aichdi")]
    [InlineData("王先生", "wang xiansheng")]
    [InlineData("господин", "gospodin")]
    public void Parse_WordsThatMayBeTheName_Remain(string text, string words) =>
        Assert.Equal(words, string.Join(' ', PersonName.Parse(text).Words));

    [Theory]
    [InlineData("Don Marco Bianchi", "marco", "Marco Bianchi")]
    [InlineData("Ana (Annie) Horvat", "ana", "Ana Horvat")]
    [InlineData("Ana [Annie] Horvat", "ana", "Ana Horvat")]
    [InlineData("Ana （Annie） Horvat", "ana", "Ana Horvat")]
    [InlineData("Daw Mya Aye", "mya", "Mya Aye")]
    public void Parse_PossibleTitlesAndAsides_AreOptional(string text, string given, string without)
    {
        var name = PersonName.Parse(text);

        Assert.Equal((3, 2, given), (name.Words.Count(), name.WordCount, name.GivenCandidate));
        Assert.Equal(NameRelation.Compatible, NameComparer.Compare(text, without).Relation);
    }

    [Fact]
    public void Parse_PossibleTitleOfTwoWords_IsAName() => Assert.Equal(2, PersonName.Parse("Don Bianchi").WordCount);

    [Fact]
    public void Parse_Aside_ReconcilesTheNameInIt() =>
        Assert.Equal(NameRelation.Compatible, NameComparer.Compare("Xiuying (Annie) Chen", "Annie Chen").Relation);

    [Fact]
    public void Parse_CredentialAfterASecondComma_IsLeftOut() => Assert.Equal(["ana", "horvat"], PersonName.Parse("Horvat, Ana, MBA").Words);

    [Fact]
    public void Parse_DottedInitials_AreNoCredential() => Assert.Equal(["ana", "m", "a", "horvat"], PersonName.Parse("Ana M.A. Horvat").Words);

    private static void AssertStripped(string text)
    {
        var name = PersonName.Parse(text);

        Assert.Equal(["ana", "horvat"], name.Words);
        Assert.True(name.HadTitles);
    }
}
